import FileSystem

/// How the hooks of a server are laid out.
package enum ServerLayout: String, CaseIterable, Sendable {
  /// One file for each hook, as git itself has it.
  case plain
  /// `hooks/<hook>.d/`, as Gitea and Forgejo make it; their own `hooks/<hook>` runs every file in it.
  case gitea
  /// `custom_hooks/<hook>.d/` in the repository, which Gitaly runs (GitLab, "Git server hooks").
  case gitlab

  /// Where a hook stands; `hooks` is the folder that git looks into, `repository` the bare repository.
  func place(of kind: HookKind, hooks: String, repository: String) -> HookPlace {
    switch self {
    case .plain: HookPlace(kind: kind, directory: hooks)
    case .gitea: .amongOthers(kind, in: hooks)
    case .gitlab: .amongOthers(kind, in: repository + "/custom_hooks")
    }
  }

  /// Every place where a hook may stand, that of this layout first.
  func places(of kind: HookKind, hooks: String, repository: String) -> [HookPlace] {
    guard HookKind.server.contains(kind) else { return [HookPlace(kind: kind, directory: hooks)] }
    return ([self] + Self.allCases.filter { $0 != self }).map {
      $0.place(of: kind, hooks: hooks, repository: repository)
    }
  }

  /// What a repository shows of itself: Gitea has made its folders, and a folder for GitLab's is made by hand.
  static func found(hooks: String, repository: String) -> ServerLayout {
    if FileSystem.kind(of: hooks + "/pre-receive.d") == .directory { return .gitea }
    if FileSystem.kind(of: repository + "/custom_hooks") == .directory { return .gitlab }
    return .plain
  }
}

/// What `hooks install` is asked for.
package struct HookChoice: Sendable {
  /// Those of a server instead of those where people work.
  package var isForServer = false
  /// Nil for what the repository shows of itself.
  package var layout: ServerLayout?
  /// With those of a server, `update` in place of `pre-receive`: of several refs, the good ones are taken.
  package var judgesEachRef = false

  package init() {}

  var kinds: [HookKind] {
    if !isForServer { return HookKind.client }
    return [judgesEachRef ? .update : .preReceive, .postReceive]
  }
}
