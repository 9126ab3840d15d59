import Git

/// The settings by which a fetch brings the notes of other clones along (git-config(1), `remote.<name>.fetch`).
///
/// A pattern, since a fetch fails that names a ref which the remote has not; into a place of their own, since notes that
/// went apart would be refused in the place of this clone's. Nothing is set for pushing: a `push` setting of a remote would
/// change what a plain `git push` means.
struct NotesRefspecs {
  private static let strategy = "notes.handoff.mergeStrategy"
  /// By which git takes notes along when it writes a commit anew: `rebase`, `commit --amend` (git-notes(1)).
  private static let rewriting = "notes.rewriteRef"
  /// A pattern, since git warns each time of a ref that is not there yet.
  private static let rewritten = "\(CommitRecord.ref)*"
  private let repository: Repository

  init(_ repository: Repository) { self.repository = repository }

  /// The remotes that have the setting.
  func remotes() throws(GitError) -> [String] {
    let settings = try settings()
    return try repository.remotes().map(\.name).filter { settings[$0, default: []].contains(Self.refspec($0)) }
  }

  /// What else brings notes of a remote along, into the place of another one: `git remote rename` leaves it so.
  func misplaced() throws(GitError) -> [String: [String]] {
    try settings().reduce(into: [:]) { found, setting in
      let others = setting.value.filter { $0.hasPrefix(Self.start) && $0 != Self.refspec(setting.key) }
      if !others.isEmpty { found[setting.key] = others }
    }
  }

  /// Whether a rebase takes links and results along.
  private func isRewriting() throws(GitError) -> Bool {
    try repository.configuration(matching: "^notes\\.rewriteref$").contains { setting in
      [Self.rewritten, CommitRecord.ref, "refs/notes/*"].contains(setting.value)
    }
  }

  /// Sets it for all remotes, in place of what is misplaced, and gives their names.
  func add() throws(GitError) -> [String] {
    if try !isRewriting() {
      _ = try repository.git.output(of: ["config", "--local", "--add", Self.rewriting, Self.rewritten])
    }
    for (name, refspecs) in try misplaced() { for refspec in refspecs { try unset(refspec, of: name) } }
    let known = try remotes()
    let names = try repository.remotes().map(\.name)
    for name in names where !known.contains(name) {
      _ = try repository.git.output(of: ["config", "--local", "--add", "remote.\(name).fetch", Self.refspec(name)])
    }
    if !names.isEmpty { _ = try repository.git.output(of: ["config", "--local", Self.strategy, "cat_sort_uniq"]) }
    return names
  }

  func remove() throws(GitError) {
    for (name, refspecs) in try misplaced() { for refspec in refspecs { try unset(refspec, of: name) } }
    for name in try remotes() { try unset(Self.refspec(name), of: name) }
    _ = try repository.git.outcome(of: ["config", "--local", "--unset-all", Self.strategy])
    _ = try repository.git.outcome(
      of: ["config", "--local", "--fixed-value", "--unset-all", Self.rewriting, Self.rewritten])
  }

  private func unset(_ refspec: String, of remote: String) throws(GitError) {
    let arguments = ["config", "--local", "--fixed-value", "--unset-all", "remote.\(remote).fetch", refspec]
    _ = try repository.git.outcome(of: arguments)
  }

  /// What each remote of the configuration fetches.
  private func settings() throws(GitError) -> [String: [String]] {
    try repository.configuration(matching: "^remote\\..*\\.fetch$").reduce(into: [:]) { found, setting in
      let name = String(setting.key.dropFirst("remote.".count).dropLast(".fetch".count))
      if let value = setting.value { found[name, default: []].append(value) }
    }
  }

  private static let start = "+\(CommitRecord.ref)*:\(Notebook.fetched)/"

  private static func refspec(_ remote: String) -> String { "\(start)\(remote)/handoff*" }
}
