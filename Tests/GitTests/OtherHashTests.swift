import Git
import TestKit
import Testing

/// What libgit2 cannot open is read through git: the same questions, the same answers.
@Suite("A repository of another hash is read as any other")
struct OtherHashTests {
  /// The same history twice: by SHA-1, which libgit2 reads, and by SHA-256.
  private func both(_ fill: (TemporaryRepository) throws -> Void) throws -> [(TemporaryRepository, Repository)] {
    try ["sha1", "sha256"].map { format in
      let temporary = try TemporaryRepository(options: ["--object-format=\(format)"])
      try fill(temporary)
      return (temporary, try temporary.opened())
    }
  }

  @Test("files, their kinds and contents, and single entries")
  func files() throws {
    var seen: [[String]] = []
    for (_, repository) in try both({
      try $0.fillWithOddFiles(); try $0.commit("One")
    }) {
      let tip = try repository.resolve("HEAD")
      let files = try repository.files(in: tip)
      seen.append(try files.map { "\($0.kind) \($0.path) \(try repository.blob($0.id, limit: 100))" })
      #expect(try repository.files(in: tip, under: "dir").map(\.path) == ["dir/a", "dir/sub/b"])
      #expect(try repository.files(in: tip, under: "nothing").isEmpty)
      #expect(try repository.files(in: tip, under: "run.sh").isEmpty)
      #expect(try repository.entry(at: "run.sh", in: tip)?.kind == .executable)
      #expect(try repository.entry(at: "new\nline", in: tip)?.kind == .file)
      #expect(try repository.entry(at: "dir", in: tip) == nil)
      #expect(try repository.entry(at: "run.sh/x", in: tip) == nil)
      #expect(try repository.file(at: "dir/sub/b", in: tip, limit: 100) == Array("dir/sub/b".utf8))
      let file = try #require(try repository.entry(at: "dir/sub/b", in: tip))
      #expect(throws: GitError.objectTooLarge(file.id, bytes: 9, limit: 8)) { try repository.blob(file.id, limit: 8) }
      #expect(throws: GitError.wrongKind(tip, expected: .blob)) { try repository.blob(tip, limit: 8) }
    }
    #expect(seen[0] == seen[1] && !seen[0].isEmpty)
  }

  @Test("commits: people, dates, parents, encodings, signatures, messages with odd beginnings")
  func commits() throws {
    var seen: [[String]] = []
    for (temporary, repository) in try both({ temporary in
      try temporary.commit("One")
      try temporary.git("switch", "--quiet", "-c", "side")
      try temporary.commit("Side", files: ["side": "s"])
      try temporary.git("switch", "--quiet", "main")
      try temporary.commit("Main", files: ["main": "m"])
      try temporary.git("merge", "--quiet", "--no-ff", "-m", "Merge\n\nStory: st-00000001", "side")
      try temporary.git("config", "i18n.commitEncoding", "ISO-8859-1")
      try temporary.git("commit", "--quiet", "--allow-empty", "-m", "Gru\u{DF}")
    }) {
      let head = try temporary.git("rev-parse", "HEAD")
      let raw = "tree \(try temporary.git("rev-parse", "HEAD^{tree}"))\nparent \(head)\n"
      // A message without a name, one that begins with empty lines, and headers of a signature.
      let odd = raw + "author  <a@b> 1 +0130\ncommitter C <> 2 -0700\ngpgsig -----BEGIN\n -----END\n\n\n\nOdd\n"
      let made = try temporary.run("git", ["hash-object", "-w", "-t", "commit", "--stdin"], input: Array(odd.utf8))
      let tip = try #require(ObjectID(made.stdout.dropLast()), "\(made.stderr)")
      let commits = try repository.commits(reachableFrom: [tip]).map { try repository.commit($0) }
      seen.append(
        commits.map {
          "\($0.author) \($0.committer) \($0.parents.count) \($0.isSigned) \($0.message) \($0.subject)"
        })
      #expect(commits.last?.isSigned == true && commits.last?.message == "Odd\n")
      #expect(throws: GitError.wrongKind(commits[0].tree, expected: .commit)) { try repository.commit(commits[0].tree) }
    }
    #expect(seen[0] == seen[1])
    // Git takes what it is given for Latin-1 and changes nothing of it.
    #expect(seen[1].contains { $0.contains("Gru\u{C3}\u{9F}") })
  }

  @Test(
    "a commit may say any time and zone; what is read lies in the calendar",
    arguments: [
      "9223372036854775807 +0100", "-9223372036854775808 +0000", "1 -9223372036854775808", "1 +99999999999", "1", "",
    ])
  func wildTimes(_ time: String) throws {
    for (temporary, repository) in try both({ try $0.commit("One") }) {
      let tree = try temporary.git("rev-parse", "HEAD^{tree}")
      let raw = "tree \(tree)\nauthor A <a@b> \(time)\ncommitter C <c@d> 1 +0000\n\nOdd\n"
      let made = try temporary.run(
        "git", ["hash-object", "-w", "--literally", "-t", "commit", "--stdin"], input: Array(raw.utf8))
      let author = try repository.commit(#require(ObjectID(made.stdout.dropLast()), "\(made.stderr)")).author
      #expect(author.address == "a@b" || author.address == "")
      #expect((-62_167_219_200...253_402_300_799).contains(author.seconds) && abs(author.offset) <= 6_039)
    }
  }

  @Test("changes with renames, and the lines of each")
  func changes() throws {
    let lines = (1...40).map { "line \($0)\n" }.joined()
    var seen: [[String]] = []
    for (_, repository) in try both({ temporary in
      try temporary.fillWithOddFiles()
      try temporary.commit(
        "One", files: ["move.txt": lines, "gone": "gone", "type": "t", "empty": "", "bin": "\0\u{1}"])
      try temporary.git("mv", "move.txt", "moved.txt")
      try temporary.git("rm", "--quiet", "gone", "type", "dir/a")
      _ = try temporary.run("ln", ["-s", "x", "type"])
      _ = try temporary.run("chmod", ["+x", "a b"])
      try temporary.commit(
        "Two", files: ["moved.txt": lines + "more\r\n", "dir/a/b": "x", "empty": "now\n", "bin": "\0\u{2}"])
    }) {
      let tip = try repository.resolve("HEAD")
      let first = try #require(try repository.commit(tip).parents.first)
      let changes = try repository.changes(of: tip)
      #expect(try repository.changes(of: [tip])[tip] == changes)
      #expect(try repository.changes(from: first, to: tip) == changes)
      #expect(try repository.changes(from: tip, to: tip).isEmpty)
      #expect(try repository.changes(of: first).allSatisfy { $0.kind == .added })
      seen.append(
        try changes.map { "\($0.kind) \($0.path) \($0.oldPath ?? "") \(try repository.lineChanges(of: $0))" })
    }
    #expect(seen[0] == seen[1])
    #expect(seen[1].contains { $0.hasPrefix("renamed moved.txt move.txt") })
  }

  @Test("refs, tags, ranges and notes")
  func references() throws {
    for (temporary, repository) in try both({ temporary in
      try temporary.commit("One")
      try temporary.git("tag", "--annotate", "-m", "v1", "v1")
      try temporary.git("tag", "blob", try temporary.run("git", ["hash-object", "-w", "--stdin"]).stdout.trimmed)
      try temporary.commit("Two", files: ["a": "a"])
    }) {
      let head = try #require(ObjectID(try temporary.git("rev-parse", "HEAD")))
      let tag = try #require(try repository.reference("refs/tags/v1"))
      let blob = try #require(try repository.reference("refs/tags/blob"))
      #expect(try repository.kind(of: tag) == .tag)
      #expect(try repository.commitID(peeling: tag) == repository.commit(head).parents.first)
      #expect(try repository.commitID(peeling: blob) == nil)
      #expect(try repository.commits(reachableFrom: [head], notFrom: [.commit(tag)]) == [head])
      let missing = try #require(ObjectID(String(repeating: "1", count: head.hex.count)))
      #expect(try repository.kind(of: missing) == nil)
      #expect(throws: GitError.missingObject(missing)) { try repository.commit(missing) }
      #expect(throws: GitError.missingObject(missing)) { try repository.commitID(peeling: missing) }
      try repository.writeNote("said\n", on: head, ref: "refs/notes/handoff")
      #expect(try repository.note(on: head, ref: "refs/notes/handoff") == "said\n")
      #expect(try repository.noteBlobs(ref: "refs/notes/handoff").keys.map(\.hex) == [head.hex])
    }
  }

  @Test("a shallow clone of it ends at its border")
  func shallow() throws {
    let original = try TemporaryRepository(options: ["--object-format=sha256"])
    try original.commit("One", files: ["a": "a"])
    try original.commit("Two", files: ["b": "b"])
    let tip = try #require(ObjectID(try original.commit("Three", files: ["c": "c"])))
    let clone = try TemporaryRepository(cloning: original, options: ["--depth=2"])
    let repository = try clone.opened()
    let ids = try repository.commits(reachableFrom: [tip])
    #expect(ids.count == 2)
    #expect(try repository.commit(ids[0]).parents.isEmpty)
    #expect(try repository.changes(of: ids[0]).map(\.path) == ["a", "b"])
  }

  @Test("a partial clone of it names what is missing, and fetches nothing where that is not wanted")
  func partial() throws {
    let original = try TemporaryRepository(options: ["--object-format=sha256"])
    try original.git("config", "uploadpack.allowFilter", "true")
    let tip = try #require(ObjectID(try original.commit("One", files: ["a": "a"])))
    let clone = try TemporaryRepository(cloning: original, options: ["--filter=blob:none", "--no-checkout"])
    let repository = try clone.opened(environment: ["GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""])
    let blob = try #require(try repository.files(in: tip).first).id
    #expect(throws: GitError.missingObject(blob)) { try repository.blob(blob, limit: 10) }
    #expect(try repository.kind(of: blob) == nil)
    // The next question is answered all the same.
    #expect(try repository.commit(tip).subject == "One")
    // Where git may fetch, it does.
    #expect(try clone.opened().blob(blob, limit: 10) == Array("a".utf8))
  }

  /// Git keeps refs in tables from 2.45 on.
  private static func knowsTables() -> Bool {
    guard let probe = try? TemporaryRepository() else { return false }
    return (try? probe.run("git", ["init", "--quiet", "--ref-format=reftable", "../probe"]).status) == 0
  }

  @Test(
    "refs that are kept in tables are read, where git knows how",
    .enabled("git keeps refs in tables from 2.45 on") { knowsTables() })
  func tables() throws {
    let probe = try TemporaryRepository()
    try probe.git("init", "--quiet", "--ref-format=reftable", "-b", "main", "../tables")
    let top = probe.scratch + "/tables"
    try probe.git(in: top, ["commit", "--quiet", "--allow-empty", "-m", "One"])
    try probe.git(in: top, ["update-ref", "refs/remotes/origin/main", "HEAD"])
    try probe.git(in: top, ["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"])
    let repository = try probe.opened(at: top)
    let tip = try #require(ObjectID(try probe.git(in: top, ["rev-parse", "HEAD"])))
    #expect(try repository.head() == Head(branch: "main", commit: tip))
    #expect(try repository.reference("refs/remotes/origin/main") == tip)
    #expect(try repository.reference("refs/remotes/origin/other") == nil)
    #expect(try repository.symbolicTarget(of: "refs/remotes/origin/HEAD") == "refs/remotes/origin/main")
    #expect(try repository.references(below: "refs/remotes/origin").count == 2)
    #expect(try repository.commit(tip).subject == "One")
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
