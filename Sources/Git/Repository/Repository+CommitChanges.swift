import Processes

extension Repository {
  /// What many commits changed, each against its first parent, and one without parents against nothing; by one process,
  /// which lives as long as this.
  ///
  /// As ``changes(of:)`` for one, but that git's own measure tells renames, and that the cost depends on what the commits
  /// change and not on how many files there are: libgit2 walks the whole of both trees.
  package func changes(of commits: [ObjectID]) throws(GitError) -> [ObjectID: [FileChange]] {
    var changes: [ObjectID: [FileChange]] = [:]
    var questions: [String] = []
    for (number, id) in commits.enumerated() {
      changes[id] = []
      if number % Self.commitsAQuestion == 0 { questions.append("") }
      questions[questions.count - 1] += id.hex + (try commit(id).parents.first.map { " " + $0.hex } ?? "") + "\n"
    }
    // What is no object name is printed as it came, at once: the end of the answer.
    var problem: GitError?
    try differences.ask(questions.map { $0 + ".\n" }) { answer throws(ChildProcess.Failure) in
      let records = try Self.records(in: answer)
      do throws(GitError) { try Self.add(records[...], to: &changes) } catch { problem = problem ?? error }
    }
    if let problem { throw problem }
    return changes
  }

  /// A question is at most 4,096 bytes.
  private static let commitsAQuestion = 30

  /// Ids of commits, and behind each the heads and paths of what it changes.
  private static func records(in answer: Dialogue) throws(ChildProcess.Failure) -> [ArraySlice<UInt8>] {
    var records: [ArraySlice<UInt8>] = []
    while try answer.peek() != UInt8(ascii: ".") {
      let record = try answer.part(endingWith: 0)
      records.append(record[...])
      guard record.first == UInt8(ascii: ":") else { continue }
      for _ in 0..<(FileChange.hasTwoPaths(raw: record) ? 2 : 1) { records.append(try answer.part(endingWith: 0)[...]) }
    }
    _ = try answer.part()
    return records
  }

  private static func add(
    _ records: ArraySlice<ArraySlice<UInt8>>, to changes: inout [ObjectID: [FileChange]]
  ) throws(GitError) {
    var rest = records
    var current: (id: ObjectID, changes: [FileChange])?
    func close() {
      guard let current else { return }
      changes[current.id] = current.changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
    while let record = rest.popFirst() {
      if record.first != UInt8(ascii: ":") {
        close()
        current = ObjectID(String(decoding: record, as: UTF8.self)).map { ($0, []) }
      } else if let change = FileChange(raw: record, &rest), current != nil {
        current?.changes.append(change)
      } else {
        throw .unexpectedOutput(arguments: ["diff-tree", "--stdin"])
      }
    }
    close()
  }
}
