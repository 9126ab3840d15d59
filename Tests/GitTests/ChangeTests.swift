import Git
import TestKit
import Testing

@Suite("Changes between trees, held against git diff")
struct ChangeTests {
  @Test("added, deleted, modified, renamed and changed in type are what git diff --raw -M says")
  func raw() throws {
    let temporary = try TemporaryRepository()
    try temporary.fillWithOddFiles()
    let lines = (1...40).map { "line \($0)\n" }.joined()
    try temporary.commit(
      "One", files: ["move.txt": lines, "exact.txt": lines + "exact\n", "gone": "gone", "type": "t"])
    try temporary.git("mv", "move.txt", "moved.txt")
    try temporary.git("mv", "exact.txt", "dir/exact.txt")
    try temporary.git("rm", "--quiet", "gone", "type", "dir/a")
    _ = try temporary.run("ln", ["-s", "x", "type"])
    _ = try temporary.run("chmod", ["+x", "a b"])
    try temporary.commit("Two", files: ["moved.txt": lines + "more\n", "fresh": "f", "dir/a/now-a-folder": "x"])
    try temporary.expectSameChanges()
  }

  @Test("a root commit adds everything")
  func root() throws {
    let temporary = try TemporaryRepository()
    try temporary.fillWithOddFiles()
    let id = try #require(ObjectID(try temporary.commit("One")))
    let changes = try temporary.opened().changes(of: id)
    #expect(changes.allSatisfy { $0.kind == .added && $0.oldBlob == nil && $0.newBlob != nil })
    #expect(changes.map(\.path) == (try temporary.git("ls-tree", "-r", "-z", "--name-only", "HEAD")).nulSeparated)
  }

  @Test("a merge is compared with its first parent")
  func merge() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("One", files: ["a": "a"])
    try temporary.git("switch", "--quiet", "-c", "side")
    try temporary.commit("Side", files: ["side": "s"])
    try temporary.git("switch", "--quiet", "main")
    try temporary.commit("Main", files: ["main": "m"])
    try temporary.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side")
    let repository = try temporary.opened()
    #expect(try repository.changes(of: repository.resolve("HEAD")).map(\.path) == ["side"])
    #expect(try repository.commit(repository.resolve("HEAD")).isMerge)
  }

  @Test("added and removed lines are those of git diff -U0", arguments: 0..<6)
  func lines(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let temporary = try TemporaryRepository()
    let before = (0..<60).map { _ in "line \(Int.random(in: 0..<15, using: &generator))" }
    var after = before
    for _ in 0..<12 {
      let at = Int.random(in: 0..<after.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: after.remove(at: at)
      case 1: after.insert("new \(Int.random(in: 0..<9, using: &generator))", at: at)
      default: after[at] = "  changed"
      }
    }
    let end = seed % 2 == 0 ? "\n" : ""
    try temporary.commit("One", files: ["f": before.joined(separator: "\n") + "\n"])
    try temporary.commit("Two", files: ["f": after.joined(separator: "\n") + end])
    let repository = try temporary.opened()
    let change = try #require(try repository.changes(of: repository.resolve("HEAD")).first)
    let lines = try repository.lineChanges(of: change)
    let diff = try temporary.git("diff", "-U0", "HEAD^", "HEAD").split(separator: "\n").drop { !$0.hasPrefix("@@") }
    #expect(lines.added.map(\.text) == diff.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) })
    #expect(lines.removed.map(\.text) == diff.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) })
    #expect(lines.added.allSatisfy { after[$0.number - 1] == $0.text })
    #expect(lines.removed.allSatisfy { before[$0.number - 1] == $0.text })
  }

  @Test("a binary file has no lines, an added and a deleted file have only their own")
  func sides() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("One", files: ["gone": "1\r\n2", "binary": "a\0b"])
    try temporary.git("rm", "--quiet", "gone")
    try temporary.commit("Two", files: ["fresh": "x\n", "binary": "a\0c"])
    let repository = try temporary.opened()
    let changes = try repository.changes(of: repository.resolve("HEAD"))
    let lines = try changes.map { try repository.lineChanges(of: $0) }
    #expect(changes.map(\.path) == ["binary", "fresh", "gone"])
    #expect(lines[0] == LineChanges(isBinary: true))
    #expect(lines[1] == LineChanges(added: [.init(number: 1, text: "x")]))
    #expect(lines[2] == LineChanges(removed: [.init(number: 1, text: "1"), .init(number: 2, text: "2")]))
    let fresh = try #require(changes[1].newBlob)
    #expect(throws: GitError.objectTooLarge(fresh, bytes: 2, limit: 1)) {
      try repository.lineChanges(of: changes[1], limit: 1)
    }
  }
}

extension TemporaryRepository {
  /// Holds the changes of HEAD against git's own.
  fileprivate func expectSameChanges() throws {
    let repository = try opened()
    let changes = try repository.changes(of: repository.resolve("HEAD"))
    var fields = try git("diff", "--raw", "-M", "-z", "--no-abbrev", "HEAD^", "HEAD").nulSeparated[...]
    var expected: [FileChange] = []
    while let head = fields.popFirst()?.split(separator: " "), head.count == 5, let path = fields.popFirst() {
      let kind = head[4].prefix(1)
      let renamed = kind == "R" ? fields.popFirst() : nil
      let blobs = head[2...3].map { ObjectID($0).flatMap { $0.isZero ? nil : $0 } }
      let kinds: [Substring: FileChange.Kind] = [
        "A": .added, "D": .deleted, "M": .modified, "R": .renamed, "T": .typeChanged,
      ]
      expected.append(
        FileChange(
          kind: try #require(kinds[kind]), path: renamed ?? path, oldPath: renamed == nil ? nil : path,
          oldBlob: blobs[0], newBlob: blobs[1]))
    }
    #expect(changes == expected.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    #expect(Set(changes.map(\.kind)).count == 5)
  }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

@Suite("What many commits changed") struct CommitChangesTests {
  @Test("one process tells of all what each tells by itself: roots, renames, modes, types, submodules and merges")
  func agreement() throws {
    let repository = try TemporaryRepository()
    let lines = (1...30).map { "line \($0)\n" }.joined()
    try repository.commit("Root", files: ["a.txt": lines, "é ü.txt": "x", "dir/b.txt": "b"])
    try repository.git("mv", "a.txt", "dir/moved.txt")
    try repository.commit("Rename", files: ["dir/moved.txt": lines + "more\n"])
    try repository.git("update-index", "--chmod=+x", "dir/b.txt")
    try repository.git("commit", "--quiet", "-m", "Mode")
    _ = try repository.run("ln", ["-sf", "target", "dir/b.txt"])
    try repository.commit("Type")
    let commit = try repository.git("rev-parse", "HEAD")
    try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),sub")
    try repository.git("commit", "--quiet", "-m", "Submodule")
    try repository.git("switch", "--quiet", "--create", "side", "HEAD~1")
    try repository.commit("Side", files: ["side.txt": "side"])
    try repository.git("switch", "--quiet", "main")
    try repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side")
    try repository.commit("Empty")
    let opened = try Repository(at: repository.path, environment: repository.environment)
    let ids = try repository.git("rev-list", "HEAD").split(separator: "\n").compactMap { ObjectID($0) }
    #expect(ids.count == 8)
    let all = try opened.changes(of: ids)
    for id in ids { #expect(try all[id] == opened.changes(of: id), "\(id)") }
    #expect(try opened.changes(of: [ObjectID]()) == [:])
  }

  @Test("what is expected is told as what is asked for, and costs one process")
  func expected() throws {
    let temporary = try TemporaryRepository()
    for number in 0..<40 { try temporary.commit("\(number)", files: ["f\(number % 7)": "\(number)"]) }
    try temporary.git("mv", "f3", "dir")
    try temporary.commit("Moved")
    let log = temporary.scratch + "/processes"
    temporary.environment["GIT_TRACE2_EVENT"] = log
    let opened = try Repository(at: temporary.path, environment: temporary.environment)
    temporary.environment["GIT_TRACE2_EVENT"] = nil
    let commits = try opened.commits(reachableFrom: [try opened.resolve("HEAD")])
    #expect(commits.count == 41)
    // All but one: what is not expected is asked for.
    opened.expectChanges(of: try commits.dropLast().map { id throws(GitError) in try opened.commit(id) })
    let found = try opened.changes(of: commits)
    #expect(try found == temporary.opened().changes(of: commits))
    #expect(found.values.allSatisfy { !$0.isEmpty })
    let lines = try String(decoding: temporary.run("cat", [log]).output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.contains("\"event\":\"start\"") && $0.contains("diff-tree") } == 2)
  }

  @Test("of very many commits each is told what it changed, by some processes beside each other")
  func veryMany() throws {
    let temporary = try TemporaryRepository()
    let stream = (0..<4_100).map { number in
      "commit refs/heads/many\ncommitter C <c@d.e> \(1_704_067_200 - number % 7) +0000\ndata 1\nc\n"
        + "M 644 inline f\(number % 3)\ndata \("\(number)".utf8.count)\n\(number)\n"
    }
    let imported = try temporary.run("git", ["fast-import", "--quiet"], input: Array(stream.joined().utf8))
    try #require(imported.status == 0, "\(imported.stderr)")
    let log = temporary.scratch + "/processes"
    temporary.environment["GIT_TRACE2_EVENT"] = log
    let repository = try temporary.opened()
    let ids = try repository.commits(reachableFrom: [#require(try repository.reference("refs/heads/many"))])
    let changes = try repository.changes(of: ids)
    for (number, id) in ids.enumerated() { try #require(changes[id]?.map(\.path) == ["f\(number % 3)"]) }
    #expect(try changes[ids[4_000]] == repository.changes(of: ids[4_000]))
    let lines = try String(decoding: temporary.run("cat", [log]).output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.contains("\"event\":\"start\"") && $0.contains("diff-tree") } == 3)
  }

  @Test("what cannot be told beside is asked for again, and says what is wrong")
  func expectedInVain() throws {
    let temporary = try TemporaryRepository()
    for number in 0..<40 { try temporary.commit("\(number)", files: ["f": "\(number)"]) }
    let repository = try temporary.opened()
    let commits = try repository.commits(reachableFrom: [try repository.resolve("HEAD")])
    let read = try commits.map { id throws(GitError) in try repository.commit(id) }
    let tree = try temporary.git("rev-parse", "HEAD~20^{tree}")
    _ = try temporary.run("rm", ["-f", ".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"])
    repository.expectChanges(of: read)
    #expect(try repository.changes(of: [commits[0], commits[39]]).count == 2)
    #expect(throws: GitError.self) { try repository.changes(of: commits) }
  }
}
