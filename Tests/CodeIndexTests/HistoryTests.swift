import Git
import TestKit
import Testing

@testable import CodeIndex

@Suite("The history of the code index") struct HistoryTests {
  @Test("commits are found by the words of their messages and by the files that they changed")
  func contents() throws {
    let repository = try Self.repository()
    try Self.read(repository, "HEAD") { history throws(CodeIndexError) in
      #expect(history.count == 4)
      let found = try history.postings(ofWord: "mail")
      #expect(
        found.map { history.files(of: $0.commit).map { history.paths[Int($0)] } } == [["a.py", "b.py"], ["b.py"]])
      #expect(found.map(\.subject) == [1, 0] && found.map(\.body) == [0, 1])
      #expect(try history.postings(ofWord: "ada").isEmpty)
      #expect(try history.commits(changing: "b.py").count == 2)
      #expect(try history.commits(changing: "big/f0.py").isEmpty)
      #expect(history.commits[try history.commits(changing: "a.py")[0]].seconds == 1_704_067_200)
    }
  }

  @Test("only ancestors count, after rewinds and on several branches, whatever was read before")
  func ancestors() throws {
    let repository = try Self.repository()
    let revisions = ["main", "HEAD~2", "other", "merged", "main~3"]
    try repository.git("checkout", "--quiet", "-b", "other", "HEAD~2")
    try repository.commit("Elsewhere mail", files: ["other.py": "x = 1\n"])
    try repository.git("checkout", "--quiet", "-b", "merged", "main")
    try repository.git("merge", "--quiet", "-m", "Merge mail", "other")
    try repository.commit("After mail", files: ["after.py": "x = 1\n"])
    let grown = try revisions.map { try Self.summary(repository, $0) }
    for (revision, summary) in zip(revisions, grown) {
      try repository.index().discard()
      #expect(try Self.summary(repository, revision) == summary, "\(revision)")
    }
    #expect(grown.map(\.count) == [4, 4, 3, 6, 1])
    // Of the other branch: "Send mail" and "Elsewhere mail".
    #expect(grown[2].words == 2)
    #expect(grown[3].words == 4)
  }

  @Test("what follows costs only the commits that are new")
  func incremental() throws {
    let repository = try Self.repository()
    #expect(try Self.commitsRead(repository) == 4)
    #expect(try Self.commitsRead(repository) == nil)
    try repository.commit("More", files: ["c.py": "c = 1\n"])
    #expect(try Self.commitsRead(repository) == 1)
    try repository.git("reset", "--quiet", "--hard", "HEAD~3")
    #expect(try Self.commitsRead(repository) == nil)
  }

  @Test("messages and paths of any bytes are kept apart")
  func oddMessages() throws {
    let repository = try TemporaryRepository()
    try repository.commit("/looks like a header\n\n/another\n", files: ["odd\nname": "x", "ünï": "y"])
    try repository.commit("", files: ["z": "z"])
    let opened = try Repository(at: repository.path, environment: repository.environment)
    let ids = try opened.changes(reachableFrom: opened.resolve("HEAD"), notFrom: [], limit: 10)
    let changes = try opened.recordedChanges(of: ids)
    #expect(changes.map(\.paths) == [["odd\nname", "ünï"], ["z"]])
    #expect(changes[0].message.hasPrefix("/looks like a header"))
    #expect(changes.map(\.commit) == ids)
  }

  @Test("sets of numbers come back as they were stored")
  func numbers() throws {
    let set = NumberSet([5, 1, 2, 3, 9, 3])
    #expect(set.ranges == [1..<4, 5..<6, 9..<10])
    #expect(set.union([4, 0]).ranges == [0..<6, 9..<10])
    #expect(try NumberSet(stored: set.bytes).ranges == set.ranges)
    #expect(throws: ByteReader.Damage.self) { try NumberSet(stored: [1, 2, 3, 4, 5]) }
  }

  private static func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.commit("Send mail\n\nSigned-off-by: Ada\n", files: ["a.py": "a = 1\n", "b.py": "b = 1\n"])
    try repository.commit("Quiet", files: ["a.py": "a = 2\n"])
    try repository.commit("Louder\n\nThe mail is read aloud.\n", files: ["b.py": "b = 2\n"])
    let many = Dictionary(uniqueKeysWithValues: (0..<40).map { ("big/f\($0).py", "mail = \($0)\n") })
    try repository.commit("Big mail", files: many)
    return repository
  }

  private static func read(
    _ repository: TemporaryRepository, _ revision: String, progress: (IndexProgress) -> Void = { _ in },
    _ body: (History) throws(CodeIndexError) -> Void
  ) throws {
    let index = try repository.index()
    try index.read(index.repository.resolve(revision), withHistory: true, progress: progress) {
      snapshot throws(CodeIndexError) in
      guard let history = try snapshot.history else { throw .damaged }
      try body(history)
    }
  }

  private struct Summary: Equatable {
    var count = 0
    var words = 0
    var files: [String] = []
  }

  private static func summary(_ repository: TemporaryRepository, _ revision: String) throws -> Summary {
    var summary = Summary()
    try read(repository, revision) { history throws(CodeIndexError) in
      summary.count = history.count
      let found = try history.postings(ofWord: "mail")
      summary.words = found.count
      summary.files = found.flatMap { history.files(of: $0.commit).map { history.paths[Int($0)] } }.sorted()
    }
    return summary
  }

  private static func commitsRead(_ repository: TemporaryRepository) throws -> Int? {
    var read: Int?
    try Self.read(
      repository, "HEAD", progress: { if case .history(_, let all) = $0 { read = all } },
      { _ throws(CodeIndexError) in })
    return read
  }
}
