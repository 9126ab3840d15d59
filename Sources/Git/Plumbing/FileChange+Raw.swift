extension FileChange {
  /// All of an answer, whose heads and paths are `fields`; sorted by path.
  package static func all(raw fields: ArraySlice<ArraySlice<UInt8>>) throws(GitError) -> [FileChange] {
    var fields = fields
    var changes: [FileChange] = []
    while let head = fields.popFirst() {
      guard let change = FileChange(raw: head, &fields) else { throw .unexpectedOutput(arguments: ["diff-tree"]) }
      changes.append(change)
    }
    return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether two paths stand behind a head: those of a rename.
  package static func hasTwoPaths(raw head: [UInt8]) -> Bool {
    head.split(separator: UInt8(ascii: " ")).last.map { $0.first == UInt8(ascii: "R") } ?? false
  }

  /// Reads `:<mode> <mode> <id> <id> <status>` and the paths behind it (git-diff-tree(1), "Raw output format").
  init?(raw head: ArraySlice<UInt8>, _ fields: inout ArraySlice<ArraySlice<UInt8>>) {
    let words = head.dropFirst().split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 5, let letter = words[4].first, let kind = Kind(letter: letter),
      let first = fields.popFirst().map({ String(decoding: $0, as: UTF8.self) })
    else { return nil }
    var path = first
    if kind == .renamed {
      guard let second = fields.popFirst() else { return nil }
      path = String(decoding: second, as: UTF8.self)
    }
    let submodule = "160000"
    self.init(
      kind: kind, path: path, oldPath: kind == .renamed ? first : nil,
      oldBlob: kind == .added || words[0] == submodule ? nil : ObjectID(words[2]),
      newBlob: kind == .deleted || words[1] == submodule ? nil : ObjectID(words[3]))
  }
}

extension FileChange.Kind {
  fileprivate init?(letter: Character) {
    switch letter {
    case "A": self = .added
    case "D": self = .deleted
    case "M": self = .modified
    case "R": self = .renamed
    case "T": self = .typeChanged
    default: return nil
    }
  }
}
