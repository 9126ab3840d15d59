import Concurrency
import Processes

extension Repository {
  static let tellingChanges = [
    "diff-tree", "--stdin", "--root", "-r", "--raw", "--no-abbrev", "-z", "-M50%", "-l1000",
  ]

  /// Has git tell beside what else is done what the first of these commits changed, if there are enough of them for a
  /// process of its own; ``changes(of:)`` takes it from there.
  package func expectChanges(of commits: [Commit]) {
    guard commits.count > Self.commitsAQuestion else { return }
    // More wait for their turn: what is told beside is kept as a whole.
    for part in commits.prefix(4 * Self.commitsAProcess).parts(of: Self.commitsAProcess) {
      let git = git
      expectedChanges.append(Meanwhile { Result { () throws(GitError) in try Self.changes(of: part, told: git) } })
    }
  }

  /// Git compares trees on one processor.
  private static let commitsAProcess = 500

  /// What many commits changed, each against its first parent, and one without parents against nothing; by one process,
  /// which lives as long as this, and for very many by one on each processor.
  ///
  /// As ``changes(of:)`` for one, but that git's own measure tells renames, and that the cost depends on what the commits
  /// change and not on how many files there are: libgit2 walks the whole of both trees.
  package func changes(of commits: [Commit]) throws(GitError) -> [ObjectID: [FileChange]] {
    // What could not be told together may be told one by one, or says what is wrong.
    let expected = expectedChanges.reduce(into: [ObjectID: [FileChange]]()) { all, part in
      all.merge((try? part.value().get()) ?? [:]) { first, _ in first }
    }
    var changes: [ObjectID: [FileChange]] = [:]
    changes.reserveCapacity(commits.count)
    for commit in commits { changes[commit.id] = expected[commit.id] ?? [] }
    var unknown = commits.filter { expected[$0.id] == nil }
    // A pack holds what is alike as differences from one to the next: git reads commits in the order of history four times
    // as fast as in any other.
    unknown.sort { ($0.committer.seconds, $0.id) < ($1.committer.seconds, $1.id) }
    if unknown.count > Self.commitsBeforeMoreProcesses {
      try addChanges(ofVeryMany: unknown, to: &changes)
    } else {
      try addChanges(of: unknown, to: &changes)
    }
    return changes
  }

  package func changes(of commits: [ObjectID]) throws(GitError) -> [ObjectID: [FileChange]] {
    var read: [Commit] = []
    for id in commits { read.append(try commit(id)) }
    return try changes(of: read)
  }

  private static let commitsBeforeMoreProcesses = 4_000

  private func addChanges(of commits: [Commit], to changes: inout [ObjectID: [FileChange]]) throws(GitError) {
    let questions = commits.parts(of: Self.commitsAQuestion).map { $0.map(\.questionOfChanges).joined() + ".\n" }
    var problem: GitError?
    // What is no object name is printed as it came, at once: the end of the answer.
    try differences.ask(questions) { answer throws(ChildProcess.Failure) in
      let records = try Self.records(in: answer)
      do throws(GitError) { try Self.add(records[...], to: &changes) } catch { problem = problem ?? error }
    }
    if let problem { throw problem }
  }

  private func addChanges(ofVeryMany commits: [Commit], to changes: inout [ObjectID: [FileChange]]) throws(GitError) {
    let git = git
    try concurrently(parts: commits.parts(of: Self.commitsBeforeMoreProcesses / 2)) { part in
      Result { () throws(GitError) in try Self.changes(of: part, told: git) }
    } take: { told throws(GitError) in
      changes.merge(try told.get()) { _, new in new }
    }
  }

  /// By a process of its own.
  private static func changes(
    of commits: [Commit], told git: GitProgram
  ) throws(GitError) -> [ObjectID: [FileChange]] {
    let limits = GitProgram.Limits(output: 1 << 30, seconds: 600)
    let questions = commits.map(\.questionOfChanges).joined()
    let output = try git.output(of: tellingChanges, input: Array(questions.utf8), limits: limits)
    var changes = Dictionary(commits.map { ($0.id, [FileChange]()) }) { first, _ in first }
    try add(output.split(separator: 0)[...], to: &changes)
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

extension Commit {
  /// A line that `git diff-tree --stdin` answers with what the commit changed against its first parent.
  fileprivate var questionOfChanges: String { id.hex + (parents.first.map { " " + $0.hex } ?? "") + "\n" }
}

extension Collection where Element == Commit {
  /// Parts of so many, in their order.
  fileprivate func parts(of size: Int) -> [[Commit]] {
    let all = Array(self)
    return stride(from: 0, to: all.count, by: size).map { Array(all[$0..<Swift.min($0 + size, all.count)]) }
  }
}
