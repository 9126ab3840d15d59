import Git

/// What git hands on of objects and changes that strangers made.
///
/// Whatever the bytes, a reader gives nothing or no more than they hold.
enum GitTarget: String, CaseIterable {
  /// `git log --raw -z`, and all that lists changed files.
  case changes = "raw-changes"
  case commit = "commit-object"
  case tree = "tree-object"
  case quotedPath = "quoted-path"

  func run(_ bytes: [UInt8]) {
    switch self {
    case .changes: readChanges(bytes)
    case .commit: readCommit(bytes)
    case .tree: readTree(bytes)
    case .quotedPath: readQuotedPath("\"" + String(decoding: bytes, as: UTF8.self))
    }
  }

  private func readChanges(_ bytes: [UInt8]) {
    let fields = bytes.split(separator: 0, omittingEmptySubsequences: false)
    for field in fields { _ = FileChange.hasTwoPaths(raw: Array(field)) }
    guard let changes = try? FileChange.all(raw: fields[...]) else { return }
    precondition(changes.count * 2 <= fields.count)
    let paths = Set(fields.map { String(decoding: $0, as: UTF8.self) })
    for change in changes {
      precondition(paths.contains(change.path) && change.oldPath.map(paths.contains) != false)
    }
  }

  private func readCommit(_ bytes: [UInt8]) {
    guard let raw = RawCommit(bytes) else { return }
    let commit = raw.commit(ObjectID(bytes: [UInt8](repeating: 7, count: 20)), isBorder: false)
    precondition(commit.parents.count * 40 <= bytes.count && !commit.message.unicodeScalars.contains("\0"))
  }

  private func readTree(_ bytes: [UInt8]) {
    for idLength in [20, 32] {
      guard let entries = RawTree.entries(bytes, idLength: idLength) else { continue }
      precondition(entries.count * (idLength + 2) <= bytes.count)
      precondition(entries.allSatisfy { $0.id.bytes.count == idLength })
    }
  }

  private func readQuotedPath(_ text: String) {
    guard let (path, rest) = QuotedPath.read(text[...]) else { return }
    precondition(rest.utf8.count + 2 <= text.utf8.count && text.utf8.suffix(rest.utf8.count).elementsEqual(rest.utf8))
    precondition(path.utf8.count <= 3 * text.utf8.count)
  }
}
