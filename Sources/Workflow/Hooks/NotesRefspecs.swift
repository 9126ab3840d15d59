import Git

/// The settings by which a fetch brings the notes of other clones along (git-config(1), `remote.<name>.fetch`).
///
/// A pattern, since a fetch fails that names a ref which the remote has not; into a place of their own, since notes that
/// went apart would be refused in the place of this clone's. Nothing is set for pushing: a `push` setting of a remote would
/// change what a plain `git push` means.
struct NotesRefspecs {
  private static let strategy = "notes.handoff.mergeStrategy"
  private let repository: Repository

  init(_ repository: Repository) { self.repository = repository }

  /// The remotes that have the setting.
  func remotes() throws(GitError) -> [String] {
    let settings = try repository.configuration(matching: "^remote\\..*\\.fetch$")
    return try repository.remotes().map(\.name).filter { name in
      settings.contains { $0.key == "remote.\(name).fetch" && $0.value == Self.refspec(name) }
    }
  }

  /// Sets it for all remotes, and gives their names.
  func add() throws(GitError) -> [String] {
    let known = try remotes()
    let names = try repository.remotes().map(\.name)
    for name in names where !known.contains(name) {
      _ = try repository.git.output(of: ["config", "--local", "--add", "remote.\(name).fetch", Self.refspec(name)])
    }
    if !names.isEmpty { _ = try repository.git.output(of: ["config", "--local", Self.strategy, "cat_sort_uniq"]) }
    return names
  }

  func remove() throws(GitError) {
    for name in try remotes() {
      let arguments = ["config", "--local", "--fixed-value", "--unset-all", "remote.\(name).fetch", Self.refspec(name)]
      _ = try repository.git.outcome(of: arguments)
    }
    _ = try repository.git.outcome(of: ["config", "--local", "--unset-all", Self.strategy])
  }

  private static func refspec(_ remote: String) -> String {
    "+\(CommitRecord.ref)*:\(Notebook.fetched)/\(remote)/handoff*"
  }
}
