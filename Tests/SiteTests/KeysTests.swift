import FileSystem
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@testable import Site

/// A run that makes few pages leaves what a run that makes all would leave.
@Suite("Pages that are left as they are") final class KeysTests {
  /// What the process that reads the plan again and again made last.
  private var last: (Workspace, SiteOutcome)?

  /// Two intents, an epic, stories that wait for each other and cite the same statements, a decision, a sign-off, results.
  private static let plan: [String: String] = [
    ".handoff/handoff.yml": """
    version: 1
    roles:
      support: [ada@example.com]
      product: [bo@example.com]
    """,
    ".handoff/intents/in-aaaaaaaa-a.md": intent("in-aaaaaaaa", "Quiet", "in-bbbbbbbb is next."),
    ".handoff/intents/in-bbbbbbbb-b.md": intent("in-bbbbbbbb", "Loud", "de-aaaaaaaa says so."),
    ".handoff/epics/ep-aaaaaaaa-a.md":
      "---\nid: ep-aaaaaaaa\ntitle: Mails\nintent: in-bbbbbbbb\nstories: [st-cccccccc]\n---\n\nAll of them.\n",
    ".handoff/stories/st-aaaaaaaa-a.md": story("st-aaaaaaaa", "First", "intent: in-aaaaaaaa", "so-aaaaaaaa#L1"),
    ".handoff/stories/st-bbbbbbbb-b.md": story(
      "st-bbbbbbbb", "Second", "intent: in-aaaaaaaa\ndepends-on: [st-cccccccc]", "so-aaaaaaaa#L1-L2"),
    ".handoff/stories/st-cccccccc-c.md": story("st-cccccccc", "Third", "epic: ep-aaaaaaaa", "so-bbbbbbbb#L1"),
    ".handoff/stories/st-dddddddd-d.md": story(
      "st-dddddddd", "Fourth", "intent: in-bbbbbbbb", "so-bbbbbbbb#L2", text: #"As de\-bbbbbbbb & st-eeeeeeee say."#),
    ".handoff/decisions/de-aaaaaaaa-a.md":
      "---\nid: de-aaaaaaaa\ntitle: By mail\ndate: 2024-01-01\nstatus: accepted\n---\n\n## Context\n\nst-aaaaaaaa\n",
    ".handoff/sources/so-aaaaaaaa-a/source.yml": source("so-aaaaaaaa", "A mail"),
    ".handoff/sources/so-aaaaaaaa-a/statements.tsv":
      "1\t\tMarisol\tToo many.\n2\t\tMarisol\tStop them.\n3\t\tIvo\tNo.\n",
    ".handoff/sources/so-bbbbbbbb-b/source.yml": source("so-bbbbbbbb", "A chat"),
    ".handoff/sources/so-bbbbbbbb-b/statements.tsv": "1\t\tKim\tLouder.\n2\t\tKim\tPlease.\n",
    "src/a.txt": "a\n",
  ]

  private static func intent(_ id: String, _ title: String, _ text: String) -> String {
    "---\nid: \(id)\ntitle: \(title)\nstatus: active\n---\n\n## Problem\n\n\(text) (so-aaaaaaaa#L3)\n\n## Open questions\n\n"
      + "- [ ] Q1: Why?\n"
  }

  private static func story(
    _ id: String, _ title: String, _ fields: String, _ citation: String, text: String = "It is so."
  ) -> String {
    """
    ---
    id: \(id)
    title: \(title)
    \(fields)
    status: ready
    owner: ada@example.com
    ---

    As an owner, I want \(title), so that it is quiet. \(text)

    ## Acceptance criteria

    ### AC1: It is so

    \(text) (\(citation))

    ```verify
    - changed: src/*.txt
    - sign-off: support
    ```

    ## Notes

    Nothing.

    """
  }

  private static func source(_ id: String, _ title: String) -> String {
    "id: \(id)\nkind: text\ntitle: \(title)\noriginal: original.txt\nsha256: \(String(repeating: "0", count: 64))\n"
      + "received: 2025-03-11\n"
  }

  /// A change of one file: what stands there for what.
  struct Edit: Sendable, CustomTestStringConvertible {
    var file: String
    var old: String
    var new: String
    var testDescription: String { "\(file): \(new)" }

    init(_ file: String, _ old: String, _ new: String) { (self.file, self.old, self.new) = (file, old, new) }
  }

  private static let edits = [
    Edit("stories/st-aaaaaaaa-a.md", "title: First", "title: Foremost"),
    Edit("stories/st-aaaaaaaa-a.md", "status: ready", "status: dropped"),
    Edit("stories/st-aaaaaaaa-a.md", "owner: ada", "owner: bo"),
    Edit("stories/st-aaaaaaaa-a.md", "intent: in-aaaaaaaa", "intent: in-bbbbbbbb"),
    Edit("stories/st-aaaaaaaa-a.md", "so-aaaaaaaa#L1", "so-bbbbbbbb#L2"),
    Edit("stories/st-aaaaaaaa-a.md", "Nothing.", "Something."),
    Edit("stories/st-bbbbbbbb-b.md", "[st-cccccccc]", "[st-aaaaaaaa]"),
    Edit("stories/st-cccccccc-c.md", "title: Third", "title: Last"),
    Edit("stories/st-cccccccc-c.md", "epic: ep-aaaaaaaa", "intent: in-aaaaaaaa"),
    Edit("stories/st-cccccccc-c.md", "### AC1: It is so", "### AC1: It is not so"),
    Edit("intents/in-aaaaaaaa-a.md", "title: Quiet", "title: Silent"),
    Edit("intents/in-bbbbbbbb-b.md", "Q1: Why?", "Q1: Why? (blocking)"),
    Edit("intents/in-bbbbbbbb-b.md", "status: active", "status: done"),
    Edit("epics/ep-aaaaaaaa-a.md", "title: Mails", "title: Letters"),
    Edit("epics/ep-aaaaaaaa-a.md", "intent: in-bbbbbbbb", "intent: in-aaaaaaaa"),
    Edit("decisions/de-aaaaaaaa-a.md", "title: By mail", "title: By letter"),
    Edit("decisions/de-aaaaaaaa-a.md", "st-aaaaaaaa", "st-bbbbbbbb"),
    Edit("sources/so-aaaaaaaa-a/source.yml", "title: A mail", "title: A letter"),
    Edit("sources/so-aaaaaaaa-a/source.yml", "received: 2025-03-11", "received: 2025-03-12"),
    Edit(
      "sources/so-aaaaaaaa-a/source.yml", "received: 2025-03-11", "set-aside:\n  - lines: L3\n    why: no"),
    Edit("sources/so-aaaaaaaa-a/statements.tsv", "Marisol\tToo", "Kim\tFar too"),
    Edit("sources/so-bbbbbbbb-b/statements.tsv", "2\t\tKim\tPlease.\n", ""),
    Edit("handoff.yml", "support: [ada@example.com]", "support: [bo@example.com]"),
    Edit("handoff.yml", "version: 1", "version: 1\nmain: trunk"),
  ]

  private func bench() throws -> SiteBench {
    let bench = SiteBench(try TemporaryRepository())
    try bench.repository.git("remote", "add", "origin", "https://github.com/octo/app.git")
    try bench.repository.commit("The plan", files: Self.plan)
    _ = try bench.write()
    return bench
  }

  /// Writes what differs, and all of it elsewhere, anew and by what was read before: all folders have to be the same.
  private func same(_ bench: SiteBench, _ words: String, revision: String? = nil) throws {
    _ = try bench.write(revision: revision)
    let fresh = bench.repository.scratch + "/fresh"
    try bench.writeAnew(to: fresh, revision: revision)
    let difference = try bench.repository.run("diff", ["-r", "-q", fresh, bench.out])
    #expect(difference.status == 0, "\(words):\n\(difference.stdout)")
    let again = bench.repository.scratch + "/again"
    try bench.writeAgain(to: again, after: &last, revision: revision)
    let other = try bench.repository.run("diff", ["-r", "-q", fresh, again])
    #expect(other.status == 0, "\(words), read again:\n\(other.stdout)")
  }

  @Test("one edit shows wherever it is said, and so does taking it back")
  func edits() throws {
    let bench = try bench()
    for edit in Self.edits {
      let path = ".handoff/\(edit.file)"
      let before = try #require(Self.plan[path])
      let after = before.replacing(edit.old, with: edit.new)
      #expect(before != after, "\(edit.testDescription)")
      try bench.repository.write(path, after)
      try same(bench, edit.testDescription)
      try bench.repository.write(path, before)
      try same(bench, "back from \(edit.testDescription)")
    }
  }

  @Test("a file that comes, goes or is there twice shows wherever it is named")
  func files() throws {
    let bench = try bench()
    let added = [
      ".handoff/stories/st-eeeeeeee-e.md": Self.story("st-eeeeeeee", "Fifth", "epic: ep-aaaaaaaa", "so-aaaaaaaa#L3"),
      ".handoff/stories/st-aaaaaaaa-0.md": Self.story("st-aaaaaaaa", "Zeroth", "epic: ep-aaaaaaaa", "so-aaaaaaaa#L3"),
      ".handoff/decisions/de-bbbbbbbb-b.md":
        "---\nid: de-bbbbbbbb\ntitle: By call\ndate: 2024-01-02\nsupersedes: de-aaaaaaaa\n---\n\n## Context\n\nSo.\n",
    ]
    for (path, text) in added.sorted(by: { $0.key < $1.key }) {
      try bench.repository.write(path, text)
      try same(bench, path)
      try FileSystem.removeFile("\(bench.repository.path)/\(path)")
      try same(bench, "without \(path)")
    }
    for path in Self.plan.keys.sorted() where path.hasSuffix(".md") {
      try FileSystem.removeFile("\(bench.repository.path)/\(path)")
      try same(bench, "without \(path)")
      try bench.repository.write(path, try #require(Self.plan[path]))
      try same(bench, "with \(path)")
    }
  }

  @Test("commits, verdicts, sign-offs, tags and remotes show wherever they are said")
  func history() throws {
    let bench = try bench()
    let repository = bench.repository
    try repository.commit("Begin\n\nStory: st-bbbbbbbb", files: ["src/a.txt": "b\n"])
    try same(bench, "a commit")
    let signOff = """
      story: st-bbbbbbbb
      criterion: AC1
      act: rejected
      role: support
      by: Ada <ada@example.com>
      at: 2024-01-01T00:00:00Z
      wording: w1:d70cbd4fd63c
      reason: No.

      """
    try repository.write(".handoff/sign-offs/st-bbbbbbbb/AC1-support.yml", signOff)
    try same(bench, "a sign-off")
    try repository.commit("Sign off")
    try same(bench, "a commit of it")
    try repository.commit("No more", files: [".handoff/handoff.yml": "version: 1\nmain: trunk\n"])
    try same(bench, "nobody in the role")
    try repository.git("tag", "v1")
    try same(bench, "a tag")
    try repository.git("remote", "set-url", "origin", "https://gitlab.com/octo/app.git")
    try same(bench, "another forge")
  }

  @Test("results that are recorded, and others of the same tests, show wherever they are said")
  func results() throws {
    let bench = try bench()
    let path = ".handoff/stories/st-aaaaaaaa-a.md"
    let story = try #require(Self.plan[path]).replacing("- sign-off: support", with: "- test: Mail.stops")
    try bench.repository.commit("Begin\n\nStory: st-aaaaaaaa", files: [path: story, "src/a.txt": "b\n"])
    try same(bench, "a criterion that asks for a test")
    let report = bench.repository.scratch + "/results.xml"
    for (verdict, outcome) in [("unmet", "<failure/>"), ("met", ""), ("unmet", "<error/>")] {
      let xml =
        "<testsuites><testsuite name=\"Mail\"><testcase name=\"stops\">\(outcome)</testcase></testsuite></testsuites>"
      try FileSystem.writeQuickly(Array(xml.utf8), to: report)
      var options = VerifyOptions()
      options.revision = "st-aaaaaaaa"
      options.results = [report]
      options.record = true
      #expect(try bench.workspace().verify(options).stories.map(\.verdict.rawValue) == [verdict])
      try same(bench, "a test that is \(verdict)")
      #expect(try bench.page("lists/verdict-\(verdict).html").contains("st-aaaaaaaa"))
    }
    try bench.repository.git("update-ref", "-d", "refs/notes/handoff")
    try same(bench, "no results any more")
  }

  @Test("a branch, what it brings, and what the main branch has beside it show wherever they are said")
  func branch() throws {
    let bench = try bench()
    let repository = bench.repository
    let path = ".handoff/stories/st-aaaaaaaa-a.md"
    let story = try #require(Self.plan[path])
    try repository.git("switch", "--quiet", "--create", "other")
    try same(bench, "a branch that brings nothing", revision: "other")
    try repository.commit("Rename", files: [path: story.replacing("title: First", with: "title: Foremost")])
    try same(bench, "a branch that brings something", revision: "other")
    #expect(try bench.page("board.html").contains("Foremost"))
    try repository.git("switch", "--quiet", "main")
    try same(bench, "seen from the main branch", revision: "other")
    try repository.commit("Beside", files: ["src/b.txt": "b\n", ".handoff/handoff.yml": "version: 1\n"])
    try same(bench, "a main branch that went on", revision: "other")
    try repository.commit("Against", files: [path: story.replacing("title: First", with: "title: Last")])
    try same(bench, "a branch in conflict", revision: "other")
    try same(bench, "no branch any more")
    #expect(try bench.page("board.html").contains("Last"))
  }

  @Test("after one edit only pages near it are put together, of many few")
  func near() throws {
    let bench = try bench()
    let path = ".handoff/stories/st-dddddddd-d.md"
    for number in 0..<60 {
      let id = "st-00000\(100 + number)"
      try bench.repository.write(
        ".handoff/stories/\(id)-x.md", Self.story(id, "Far \(number)", "effort: 1", "so-cccccccc#L1"))
    }
    _ = try bench.write()
    #expect(try bench.write().drafted < 30)
    try bench.repository.write(path, try #require(Self.plan[path]).replacing("Fourth", with: "Last"))
    let again = try bench.write()
    #expect(again.drafted < 45)
    #expect(again.files > 90)
  }
}
