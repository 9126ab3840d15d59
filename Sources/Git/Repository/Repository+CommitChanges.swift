import Processes

extension Repository {
  /// What many commits changed, each against its first parent, and one without parents against nothing; by one process.
  ///
  /// As ``changes(of:)`` for one, but that git's own measure tells renames, and that the cost depends on what the commits
  /// change and not on how many files there are: libgit2 walks the whole of both trees.
  package func changes(of commits: [ObjectID]) throws(GitError) -> [ObjectID: [FileChange]] {
    guard !commits.isEmpty else { return [:] }
    var input: [UInt8] = []
    for id in commits {
      let parent = try commit(id).parents.first.map { " " + $0.hex } ?? ""
      input += Array((id.hex + parent + "\n").utf8)
    }
    let arguments = ["diff-tree", "--stdin", "--root", "-r", "--raw", "--no-abbrev", "-z", "-M50%", "-l1000"]
    let output = try git.output(of: arguments, input: input, limits: .init(output: 1 << 30, seconds: 600))
    var changes = Dictionary(commits.map { ($0, [FileChange]()) }) { first, _ in first }
    var fields = output.split(separator: 0)[...]
    var current: ObjectID?
    while let field = fields.popFirst() {
      guard field.first == UInt8(ascii: ":") else {
        current = ObjectID(String(decoding: field, as: UTF8.self))
        continue
      }
      guard let current, let change = FileChange(raw: field, &fields) else {
        throw .unexpectedOutput(arguments: arguments)
      }
      changes[current]?.append(change)
    }
    return changes.mapValues { $0.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
  }
}

extension FileChange {
  /// Reads `:<mode> <mode> <id> <id> <status>` and the paths behind it (git-diff-tree(1), "Raw output format").
  fileprivate init?(raw head: ArraySlice<UInt8>, _ fields: inout ArraySlice<ArraySlice<UInt8>>) {
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
