/// The git hooks that this program serves (githooks(5)).
package enum HookKind: String, CaseIterable, Sendable {
  case prepareCommitMessage = "prepare-commit-msg"
  case commitMessage = "commit-msg"
  case preCommit = "pre-commit"
  case prePush = "pre-push"
  case preReceive = "pre-receive"
  case update = "update"
  case postReceive = "post-receive"

  /// What git runs where people work.
  package static let client: [HookKind] = [.prepareCommitMessage, .commitMessage, .preCommit, .prePush]
  /// What git runs where a push arrives. `update` judges each ref by itself; ``preReceive`` judges all of them.
  package static let server: [HookKind] = [.preReceive, .update, .postReceive]

  /// Whether git looks at how the hook ended.
  package var decides: Bool { self != .prepareCommitMessage && self != .postReceive }

  /// The shell script that git runs, before the program's path is filled in; the files of `hooks/`, embedded.
  var shim: [UInt8] {
    switch self {
    case .prepareCommitMessage: PackageResources.prepare_commit_msg
    case .commitMessage: PackageResources.commit_msg
    case .preCommit: PackageResources.pre_commit
    case .prePush: PackageResources.pre_push
    case .preReceive: PackageResources.pre_receive
    case .update: PackageResources.update
    case .postReceive: PackageResources.post_receive
    }
  }
}
