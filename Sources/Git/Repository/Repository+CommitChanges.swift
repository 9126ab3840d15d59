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
