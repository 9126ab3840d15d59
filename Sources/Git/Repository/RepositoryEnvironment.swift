/// What the environment says about one repository (git(1), "The Git Repository").
package enum RepositoryEnvironment {
  /// The variables that are about one repository: what `git rev-parse --local-env-vars` lists.
  package static let names: Set = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS",
    "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
  ]

  /// An environment for work on another repository than the one that a hook runs for: with that hook's variables,
  /// git would write to the index of the wrong one.
  package static func withoutRepository(_ environment: [String: String]) -> [String: String] {
    environment.filter { !names.contains($0.key) }
  }

  /// The same environment with absolute paths: it is read at the top of the work tree, wherever it was made.
  static func fixed(_ environment: [String: String], at location: RepositoryLocation) -> [String: String] {
    var environment = environment
    if environment["GIT_DIR"]?.isEmpty == false {
      environment["GIT_DIR"] = location.gitDirectory
    }
    if environment["GIT_COMMON_DIR"]?.isEmpty == false {
      environment["GIT_COMMON_DIR"] = location.commonDirectory
    }
    if environment["GIT_WORK_TREE"]?.isEmpty == false, let workTree = location.workTree {
      environment["GIT_WORK_TREE"] = workTree
    }
    return environment
  }
}
