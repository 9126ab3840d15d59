import FileSystem
import Foundation
import Git
import TestKit
import Testing

@testable import CodeIndex

@Suite("The code index") struct CodeIndexTests {
  @Test("words, names, definitions and imports of a commit are found, each file by its path")
  func contents() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    let index = try repository.index()
    let commit = try index.repository.resolve("HEAD")
    try index.read(commit) { snapshot throws(CodeIndexError) in
      let paths = snapshot.files.map(\.path)
      #expect(paths.contains("bin/tool") && paths == paths.sorted())
      // The same blob at two paths is two files.
      let send = try snapshot.postings(ofName: "send").filter(\.isDefined).map { paths[$0.file] }
      #expect(send == ["copy/mailer.py", "src/mailer.py"])
      let mute = try snapshot.postings(ofWord: "mut").map { paths[$0.file] }
      #expect(mute == ["README.md", "copy/mailer.py", "src/mailer.py", "src/settings.py"])
      let mails = try snapshot.postings(ofWord: "mail").first { paths[$0.file] == "src/mailer.py" }
      #expect(mails?.counts.comment == 1 && mails?.counts.code == 2)
      #expect(try snapshot.importers(of: "Mailer").map { paths[$0] } == ["tests/test_mailer.py"])
      #expect(try snapshot.importers(of: "mailer").map { paths[$0] } == ["bin/tool", "tests/test_mailer.py"])
      let tool = snapshot.files.first { $0.path == "bin/tool" }
      #expect(tool?.language == "Python")
      let logo = snapshot.files.first { $0.path == "data/logo.png" }
      #expect(logo?.summary.state == .binary)
      let tests = snapshot.files.filter { $0.traits.contains(.test) }.map(\.path)
      #expect(tests == ["tests/test_mailer.py"])
    }
  }

  @Test("what is asked of a commit does not depend on what else was indexed before")
  func deterministic() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    _ = try repository.facts()
    for round in 0..<12 {
      try repository.commit(
        "Change \(round)",
        files: [
          "src/more\(round).py": "def more\(round)(mail): return \(round)\n",
          "src/settings.py": "def muted(user): return \(round)\n",
        ])
      _ = try repository.facts()
    }
    try repository.git("checkout", "--quiet", "-b", "other", "HEAD~5")
    try repository.commit("Elsewhere", files: ["src/other.py": "class Elsewhere: mail = 1\n"])
    let grown = try ["HEAD", "main", "main~7", "main~12"].map { try repository.facts($0) }
    try repository.index().discard()
    for (revision, facts) in zip(["HEAD", "main", "main~7", "main~12"], grown) {
      #expect(try repository.facts(revision) == facts, "\(revision)")
      try repository.index().discard()
    }
  }

  @Test("a commit that follows costs only the files that are new")
  func incremental() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    #expect(try Self.filesRead(repository) == 7)
    #expect(try Self.filesRead(repository) == nil)
    try repository.commit("More", files: ["src/settings.py": "changed = 1\n", "new.py": "def new(): pass\n"])
    #expect(try Self.filesRead(repository) == 2)
    try repository.git("mv", "new.py", "moved.py")
    try repository.commit("Move")
    #expect(try Self.filesRead(repository) == nil)
    #expect(try Self.filesRead(repository, "HEAD~2") == nil)
  }

  @Test("an index that is damaged, empty, cut or of another version is built anew, and never wrong")
  func damaged() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    let right = try repository.facts()
    let path = try repository.index().path
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SystemRandomNumberGenerator()
    // More of them by hand: see docs/reference/staying-power.md.
    let rounds = ProcessInfo.processInfo.environment["HANDOFF_DAMAGE_ROUNDS"].flatMap { Int($0) } ?? 60
    for round in 0..<rounds {
      var bytes = whole
      switch round {
      case 0: bytes = Data()
      case 1: bytes = Data("not a database at all, by far".utf8)
      case 2: bytes = whole.prefix(whole.count / 2)
      case 3: bytes = whole + whole
      default:
        for _ in 0..<Int.random(in: 1...400, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
        }
      }
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(try repository.facts() == right, "round \(round)")
    }
  }

  @Test("another version's index is thrown away")
  func olderVersion() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    let right = try repository.facts()
    let path = try repository.index().path
    // The user version of SQLite's header lies at 60 (https://www.sqlite.org/fileformat.html).
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[63] = 200
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try Self.filesRead(repository) == 7)
    #expect(try repository.facts() == right)
  }

  @Test("several at once build one index, and all get the right answer")
  func concurrent() async throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    for number in 0..<200 { try repository.write("many/f\(number).py", "def f\(number)(): return mail\(number % 7)\n") }
    try repository.commit("Begin")
    let path = repository.path
    let environment = repository.environment
    let answers = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<6 {
        group.addTask {
          let opened = try Repository(at: path, environment: environment)
          let directory = opened.location.commonDirectory + "/handoff"
          let index = CodeIndex(opened, directory: directory, environment: environment)
          return try index.read(opened.resolve("HEAD")) { snapshot throws(CodeIndexError) in
            [
              snapshot.files.count, try snapshot.postings(ofWord: "mail3").count,
              try snapshot.postings(ofName: "f9").count,
            ]
          }
        }
      }
      return try await group.reduce(into: [[Int]]()) { $0.append($1) }
    }
    #expect(answers == Array(repeating: [208, 29, 1], count: 6))
  }

  @Test("several that throw the index away and build it anew at once wait for each other")
  func rebuiltAtOnce() async throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    let path = repository.path
    let environment = repository.environment
    let answers = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<6 {
        group.addTask {
          let opened = try Repository(at: path, environment: environment)
          let directory = opened.location.commonDirectory + "/handoff"
          let index = CodeIndex(opened, directory: directory, environment: environment)
          try index.discard()
          return try index.read(opened.resolve("HEAD")) { snapshot throws(CodeIndexError) in snapshot.files.count }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers == Array(repeating: 8, count: 6))
  }

  @Test("without ctags words are known, and definitions come when it does")
  func withoutCtags() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.write("src/lib.c", "int answer(void)\n{\n  return 42;\n}\n")
    try repository.commit("Begin")
    let poor = repository.scratch + "/path"
    try FileManager.default.createDirectory(atPath: poor, withIntermediateDirectories: true)
    let git = try #require(
      ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"].first(where: FileSystem.isExecutable))
    try FileManager.default.createSymbolicLink(atPath: poor + "/git", withDestinationPath: git)
    let without = try repository.index(path: poor)
    #expect(without.ctagsVersion == nil)
    let commit = try without.repository.resolve("HEAD")
    try without.read(commit) { snapshot throws(CodeIndexError) in
      #expect(try snapshot.postings(ofWord: "answer").count == 1)
      #expect(try snapshot.postings(ofName: "answer").map(\.isDefined) == [false])
      // Swift's are found without it anyway.
      #expect(try snapshot.postings(ofName: "App").map(\.isDefined) == [true])
      #expect(snapshot.files.contains { $0.summary.lacksDefinitions } as Bool)
    }
    let with = try repository.index()
    try with.read(commit) { snapshot throws(CodeIndexError) in
      #expect(try snapshot.postings(ofName: "answer").map(\.isDefined) == [true])
      #expect(snapshot.files.allSatisfy { !$0.summary.lacksDefinitions } as Bool)
    }
    let facts = try repository.facts()
    try repository.index().discard()
    #expect(try repository.facts() == facts)
  }

  @Test("where nothing can be written the index lives in memory and answers the same")
  func unwritable() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    let right = try repository.facts()
    try repository.index().discard()
    // A file where the folder should be stops root, too.
    let folder = repository.path + "/.git/handoff"
    try FileManager.default.removeItem(atPath: folder)
    try Data().write(to: URL(fileURLWithPath: folder))
    let index = try repository.index()
    try index.read(index.repository.resolve("HEAD")) { snapshot throws(CodeIndexError) in
      #expect(!snapshot.isStored)
      #expect(try Facts(snapshot) == right)
    }
    #expect(index.size == 0)
  }

  @Test("bare repositories and linked worktrees are indexed, the latter with the first")
  func places() throws {
    let repository = try TemporaryRepository()
    try repository.fillWithCode()
    try repository.commit("Begin")
    let right = try repository.facts()
    try repository.git("worktree", "add", "--quiet", repository.scratch + "/second", "-b", "second")
    let linked = try repository.index(at: repository.scratch + "/second")
    #expect(linked.path == (try repository.index().path))
    #expect(try repository.facts(at: repository.scratch + "/second") == right)
    try repository.git("clone", "--quiet", "--bare", ".", repository.scratch + "/bare.git")
    #expect(try repository.facts(at: repository.scratch + "/bare.git") == right)
  }

  @Test("links, submodules, empty and huge files do no harm")
  func oddFiles() throws {
    let repository = try TemporaryRepository()
    try repository.write("empty.py", "")
    try repository.write("huge.txt", String(repeating: "word\n", count: 300_000))
    try repository.write("wide.js", String(repeating: "a=1;", count: 5_000))
    _ = try repository.run("ln", ["-s", "empty.py", "link.py"])
    try repository.write("ctags.d/evil.ctags", "--langdef=evil\n")
    try repository.write(".ctags.d/evil.ctags", "--totals=yes\n--exclude=*\n")
    try repository.write("ok.py", "def ok(): pass\n")
    try repository.commit("Odd")
    let index = try repository.index()
    try index.read(index.repository.resolve("HEAD")) { snapshot throws(CodeIndexError) in
      let states = Dictionary(uniqueKeysWithValues: snapshot.files.map { ($0.path, $0.summary.state) })
      #expect(states["huge.txt"] == .large && states["wide.js"] == .minified && states["empty.py"] == .read)
      #expect(states["link.py"] == nil)
      // The repository's options for ctags are not read.
      #expect(try snapshot.postings(ofName: "ok").map(\.isDefined) == [true])
    }
  }

  /// How many files were read to bring the index up to date; nil where none had to be.
  static func filesRead(_ repository: TemporaryRepository, _ revision: String = "HEAD") throws -> Int? {
    let index = try repository.index()
    var read: Int?
    try index.read(
      index.repository.resolve(revision), progress: { if case .files(_, let all) = $0 { read = all } },
      { _ throws(CodeIndexError) in })
    return read
  }
}
