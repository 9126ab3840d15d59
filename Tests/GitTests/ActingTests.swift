import Git
import TestKit
import Testing

@Suite("Notes, index, configuration and branches")
struct ActingTests {
  @Test("a note is written, replaced, read and removed as git does it")
  func note() throws {
    let temporary = try TemporaryRepository()
    let id = try #require(ObjectID(try temporary.commit("One")))
    let repository = try temporary.opened()
    let ref = "refs/notes/handoff"
    #expect(try repository.note(on: id, ref: ref) == nil)
    try repository.writeNote("one\n", on: id, ref: ref)
    #expect(try temporary.git("notes", "--ref", ref, "show", id.hex) == "one")
    try repository.writeNote("Story: a\n\nünd\n", on: id, ref: ref)
    #expect(try repository.note(on: id, ref: ref) == "Story: a\n\nünd\n")
    try repository.writeNote("", on: id, ref: ref)
    #expect(try repository.note(on: id, ref: ref) == nil)
    try repository.writeNote("", on: id, ref: ref)
  }

  @Test("several notes are written as one: git's own log of the ref has one step")
  func severalNotes() throws {
    let temporary = try TemporaryRepository()
    let ids = try ["One", "Two"].map { try #require(ObjectID(try temporary.commit($0))) }
    let repository = try temporary.opened()
    let ref = "refs/notes/handoff"
    for text in ["first\n", "second\n"] {
      try repository.writeNotes(ids.map { (id: $0, text: text) }, ref: ref)
      #expect(try ids.map { try repository.note(on: $0, ref: ref) } == [text, text])
    }
    let steps = try temporary.git("reflog", "show", "--format=%H", ref)
    #expect(steps.split(separator: "\n").count == 2)
    #expect(try temporary.git("for-each-ref", "--format=%(refname)", "refs/notes") == ref)
  }

  @Test("a run that was killed between two notes leaves none of them, and the next writes all")
  func leftNote() throws {
    let temporary = try TemporaryRepository()
    let ids = try ["One", "Two"].map { try #require(ObjectID(try temporary.commit($0))) }
    let repository = try temporary.opened()
    let ref = "refs/notes/handoff"
    try repository.writeNote("left\n", on: ids[0], ref: "refs/notes/being-written/handoff")
    #expect(try repository.note(on: ids[0], ref: ref) == nil)
    try repository.writeNote("known\n", on: ids[1], ref: ref)
    try repository.writeNotes([(ids[0], ""), (ids[1], "new\n")], ref: ref)
    #expect(try repository.note(on: ids[0], ref: ref) == nil)
    #expect(try repository.note(on: ids[1], ref: ref) == "new\n")
    try repository.writeNote("left\n", on: ids[0], ref: "refs/notes/being-written/handoff")
    try repository.writeNotes([], ref: ref)
    #expect(try temporary.git("for-each-ref", "--format=%(refname)", "refs/notes") == ref)
    try repository.writeNotes([(ids[0], ""), (ids[1], "")], ref: ref)
    #expect(try repository.note(on: ids[1], ref: ref) == nil)
    #expect(try temporary.git("for-each-ref", "--format=%(refname)", "refs/notes") == ref)
  }

  @Test("many notes, which git spreads over folders, are read without a process each")
  func manyNotes() throws {
    let temporary = try TemporaryRepository()
    let made = (1...400).map { "commit refs/heads/many\nmark :\($0)\n" + Self.committer + "data 1\nc\n" }.joined()
    let notes = (1...400).map { "N inline :\($0)\ndata <<E\nnote \($0)\nE\n" }.joined()
    let stream = made + "commit refs/notes/many\n" + Self.committer + "data 1\nn\n" + notes
    let imported = try temporary.run("git", ["fast-import", "--quiet"], input: Array(stream.utf8))
    try #require(imported.status == 0, "\(imported.stderr)")
    let repository = try temporary.opened()
    let tip = try #require(try repository.reference("refs/notes/many"))
    #expect(try repository.files(in: tip).contains { $0.path.contains("/") })
    let ids = try repository.commits(reachableFrom: [#require(try repository.reference("refs/heads/many"))])
    #expect(ids.count == 400)
    let found = try repository.notes(on: ids, ref: "refs/notes/many")
    #expect(ids.enumerated().allSatisfy { found[$1] == "note \($0 + 1)\n" })
    #expect(try ids.allSatisfy { try repository.note(on: $0, ref: "refs/notes/many") == found[$0] })
  }

  private static let committer = "committer C <c@d.e> 1704067200 +0000\n"

  @Test("the index is listed with odd names, stages, and whatever index a hook is given")
  func staged() throws {
    let temporary = try TemporaryRepository()
    try temporary.fillWithOddFiles()
    try temporary.commit("One", files: ["shared": "base\n"])
    let names = try temporary.git("ls-files", "-z").nulSeparated
    #expect(try temporary.opened().stagedFiles().map(\.path) == names)
    #expect(try temporary.opened().stagedFiles(under: "dir").map(\.path) == ["dir/a", "dir/sub/b"])
    #expect(try temporary.opened().stagedFiles(under: "none").isEmpty)
    #expect(try temporary.opened().stagedFiles(under: "*").isEmpty)
    let other = try temporary.opened(environment: ["GIT_INDEX_FILE": temporary.scratch + "/no-such-index"])
    #expect(try other.stagedFiles().isEmpty)

    try temporary.git("switch", "--quiet", "-c", "side")
    try temporary.commit("Side", files: ["shared": "side\n"])
    try temporary.git("switch", "--quiet", "main")
    try temporary.commit("Main", files: ["shared": "main\n"])
    _ = try temporary.run("git", ["merge", "side"])
    #expect(try temporary.opened().stagedFiles(under: "shared").map(\.stage) == [1, 2, 3])
  }

  @Test("configuration comes from files and environment, with values as they are")
  func configuration() throws {
    let temporary = try TemporaryRepository()
    try temporary.git("config", "handoff.Multi.value", "a\nb = c")
    try temporary.write(".git/config", try temporary.read(".git/config") + "[handoff]\n\tflag\n")
    let variables = ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "handoff.given", "GIT_CONFIG_VALUE_0": "x"]
    let repository = try temporary.opened(environment: variables)
    #expect(
      try repository.configuration(matching: "^handoff\\.") == [
        Setting(key: "handoff.Multi.value", value: "a\nb = c"), Setting(key: "handoff.flag", value: nil),
        Setting(key: "handoff.given", value: "x"),
      ])
    #expect(try repository.configuration(matching: "^nothing\\.").isEmpty)
  }

  @Test("who acts is who git says")
  func identity() throws {
    let temporary = try TemporaryRepository()
    var environment = temporary.environment
    environment["GIT_AUTHOR_DATE"] = "1704067200 -0330"
    let repository = try Repository(at: temporary.path, environment: environment)
    #expect(
      try repository.identity()
        == Identity(name: "Ada Author", address: "ada@example.com", seconds: 1_704_067_200, offset: -210))
    #expect(Identity("nonsense") == nil)
    #expect(Identity("<a@b> 1 +9999999999999999999") == nil)
    #expect(Identity("<a@b> 1 +0100") == Identity(name: "", address: "a@b", seconds: 1, offset: 60))
  }

  @Test("remotes, and where hooks are looked for")
  func remotesAndHooks() throws {
    let temporary = try TemporaryRepository()
    try temporary.git("remote", "add", "origin", "https://example.com/a b.git")
    try temporary.git("config", "url.ssh://x/.pushInsteadOf", "https://example.com/")
    try temporary.write("dir/a", "a")
    let repository = try temporary.opened(at: temporary.path + "/dir")
    #expect(try repository.remotes() == [Remote(name: "origin", url: "ssh://x/a b.git")])
    #expect(try repository.hooksDirectory() == temporary.path + "/.git/hooks")
    try temporary.git("config", "core.hooksPath", "own/hooks")
    #expect(try repository.hooksDirectory() == temporary.path + "/own/hooks")
  }

  @Test("a branch is made and checked out, and git's words come back when it cannot be")
  func branches() throws {
    let temporary = try TemporaryRepository()
    let first = try #require(ObjectID(try temporary.commit("One")))
    try temporary.commit("Two")
    let repository = try temporary.opened()
    try repository.createBranch("story/one", at: first)
    #expect(try repository.head() == Head(branch: "story/one", commit: first))
    try repository.switchTo("main")
    #expect(try repository.head().branch == "main")
    let error = #expect(throws: GitError.self) { try repository.createBranch("story/one") }
    guard case .program(_, let status, let words)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(status == 128)
    #expect(words.contains("already exists"))
    #expect(throws: GitError.self) { try repository.switchTo("--detach") }
    #expect(try repository.isValidBranchName("a/b"))
    #expect(try !repository.isValidBranchName("a..b"))
  }
}
