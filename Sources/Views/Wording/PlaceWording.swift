import Workflow

/// What is in the way of hooks, a site, a merge or a server, in words.
enum PlaceWording {
  static func words(_ problem: PlaceProblem) -> (String, hint: String?) {
    switch problem {
    case .foreignHook(let path): foreignHook(path)
    case .hooksElsewhere(let path): hooksElsewhere(path)
    case .huskyHooks(let path): huskyHooks(path)
    case .foreignFolder(let path): foreignFolder(path)
    case .nothingToMerge(let path):
      ("there is no file '\(path)', and none of that name is in conflict", "to see what is in conflict: git status")
    case .notInConflict(let path):
      ("'\(path)' is not in conflict, so there is nothing to merge", "to see what is in conflict: git status")
    case .removedOnOneSide(let path): removedOnOneSide(path)
    case .cannotListen(let port, let reason): cannotListen(port, reason)
    }
  }

  private static func foreignHook(_ path: String) -> (String, hint: String?) {
    ("\(path) is in the way, and git-handoff did not write it", "move it away, and run the command again")
  }

  private static func huskyHooks(_ path: String) -> (String, hint: String?) {
    (
      "\(path) belongs to husky, which writes it anew with every install of the packages, so no hook was written",
      "put the line 'git-handoff hook commit-msg -- \"$@\"' into .husky/commit-msg, and likewise for pre-push, pre-commit and prepare-commit-msg; see docs/guides/hook-managers.md"
    )
  }

  private static func foreignFolder(_ path: String) -> (String, hint: String?) {
    (
      "'\(path)' holds files that are no site of this program, and nothing was written",
      "name a new or an empty folder: git handoff site --out <dir>"
    )
  }

  private static func removedOnOneSide(_ path: String) -> (String, hint: String?) {
    (
      "one side changed '\(path)' and the other removed it, so there is nothing to merge",
      "keep it: git add \(path); or let it go: git rm \(path)"
    )
  }

  private static func cannotListen(_ port: Int, _ reason: String) -> (String, hint: String?) {
    (
      port == 0
        ? "no port of this machine can be used: \(reason)"
        : "port \(port) of this machine cannot be used: \(reason)",
      "leave --port out, and a free one is found: git handoff serve"
    )
  }

  private static func hooksElsewhere(_ path: String) -> (String, hint: String?) {
    (
      "git's hooks are in \(path), which other repositories may use too, so no hook was written",
      "for hooks of this repository alone: \(ownHooks)"
    )
  }

  /// Absolute: git takes a relative path from where a hook runs, and in a linked work tree `.git` is a file.
  static let ownHooks =
    "git config core.hooksPath \"$(git rev-parse --path-format=absolute --git-common-dir)/hooks\""
}
