/// Where a repository keeps its things; all paths absolute, without symbolic links.
package struct RepositoryLocation: Hashable, Sendable {
  /// What belongs to this work tree alone: HEAD, the index. For a linked worktree, `…/worktrees/<name>`.
  package let gitDirectory: String
  /// What all work trees share: objects, refs, configuration. Elsewhere the same as `gitDirectory`.
  package let commonDirectory: String
  /// The top of the work tree; nil for a bare repository.
  package let workTree: String?

  package init(gitDirectory: String, commonDirectory: String, workTree: String?) {
    self.gitDirectory = gitDirectory
    self.commonDirectory = commonDirectory
    self.workTree = workTree
  }

  /// Finds the repository that git would use in `directory`, an absolute path.
  ///
  /// Honours `GIT_DIR`, `GIT_WORK_TREE`, `GIT_COMMON_DIR` and `GIT_CEILING_DIRECTORIES` of `environment`. Nothing is
  /// started but for the rare configuration that moves the work tree: then git is asked. Unlike git, it looks
  /// across the borders of file systems.
  ///
  /// See the description of discovery in git(1) and gitrepository-layout(5).
  /// Throws ``GitError/noRepository(directory:)`` and ``GitError/brokenGitFile(path:)``.
  package static func discover(
    from directory: String, environment: [String: String]
  ) throws(GitError) -> RepositoryLocation {
    try RepositoryDiscovery(directory: directory, environment: environment).location()
  }

  /// Where `git` is run for this repository: the top of the work tree, as in a hook, or the bare repository.
  package var top: String { workTree ?? gitDirectory }
}
