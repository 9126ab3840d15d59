import PlanFiles
import PlanModel
import Testing

@Suite("Reading a whole plan")
struct PlanReaderTests {
  @Test("no folder at all is an empty plan with the standard policy")
  func empty() {
    let snapshot = PlanReader(MemoryTree(files: [:])).snapshot()
    #expect(snapshot.findings == [])
    #expect(snapshot.plan.items.isEmpty)
    #expect(snapshot.plan.policy == Policy())
  }

  @Test("what is no item is reported, and what begins with a dot is nobody's")
  func strays() {
    let stray = [
      ".handoff/stories/notes.txt", ".handoff/stories/deeper/st-9c4t8wq2.md", ".handoff/sources/mail.eml",
      ".handoff/sign-offs/AC1.yml",
    ]
    let quiet = [
      ".handoff/stories/.DS_Store", ".handoff/README.md", ".handoff/attachments/a.png", ".handoff/sources/.x/a",
    ]
    let tree = MemoryTree(files: Dictionary(uniqueKeysWithValues: (stray + quiet).map { ($0, "x") }))
    let findings = PlanReader(tree).snapshot().findings
    #expect(findings.map(\.rule) == [.strayFile, .strayFile, .strayFile, .strayFile])
    #expect(
      Set(findings.map(\.path)) == [
        ".handoff/stories/notes.txt", ".handoff/stories/deeper", ".handoff/sources/mail.eml",
        ".handoff/sign-offs/AC1.yml",
      ])
  }

  @Test("a link is reported and not followed")
  func links() {
    let path = ".handoff/stories/st-9c4t8wq2.md"
    let tree = MemoryTree(files: [path: "---\nid: st-9c4t8wq2\ntitle: T\n---\n"], links: [path])
    let snapshot = PlanReader(tree).snapshot()
    #expect(snapshot.findings == [Finding(.file(.symbolicLink), path: path)])
    #expect(snapshot.plan.stories.isEmpty)
  }

  @Test("a file that is too large is reported with its size and the limit")
  func tooLarge() {
    let path = ".handoff/stories/st-9c4t8wq2.md"
    let text = String(repeating: "x", count: PlanDocument.byteLimit + 1)
    let findings = PlanReader(MemoryTree(files: [path: text])).snapshot().findings
    let problem = FileProblem.tooLarge(bytes: PlanDocument.byteLimit + 1, limit: PlanDocument.byteLimit)
    #expect(findings == [Finding(.file(problem), path: path)])
  }

  @Test("broken settings are reported, and the standard policy stands in")
  func brokenSettings() {
    let snapshot = PlanReader(MemoryTree(files: [".handoff/handoff.yml": "push: [\n"])).snapshot()
    #expect(snapshot.findings.map(\.rule) == [.invalidYAML])
    #expect(snapshot.plan.policy == Policy())
  }

  @Test("a source without statements, with broken ones, and with a broken ledger")
  func sources() {
    let folder = ".handoff/sources/so-7h3q2dkm-x"
    let yml = "id: so-7h3q2dkm\ntitle: T\noriginal: o.txt\nsha256: x\n"
    var tree = MemoryTree(files: ["\(folder)/source.yml": yml])
    #expect(
      PlanReader(tree).snapshot().findings == [Finding(.source(.statementsMissing), path: "\(folder)/statements.tsv")])
    tree.files["\(folder)/statements.tsv"] = "1\t\tAna\tHello.\r\nbroken\n1\t\t\t\nx\t\t\ta\n1\ta\tb\tc\td\n"
    let snapshot = PlanReader(tree).snapshot()
    #expect(snapshot.plan.sources.first?.statements.map(\.text) == ["Hello.", "", "", "", ""])
    #expect(snapshot.findings.map(\.line) == [2, 3, 4, 5])
    #expect(snapshot.findings.map(\.problem) == [1, 4, 4, 5].map { .source(.badStatementLine(columns: $0)) })
    tree.files["\(folder)/statements.tsv"] = "1\t\t\tHello.\n"
    tree.files["\(folder)/source.yml"] =
      yml + "chatter:\n  - lines: L3-L1\n    why: x\n  - lines: L1\nset-aside: L1\npeople: Ana\nreach: 0\n"
    let ledger = PlanReader(tree).snapshot().findings
    #expect(
      ledger.map { [$0.line, $0.column] }.sorted { $0[0] < $1[0] } == [[6, 5], [8, 5], [9, 12], [10, 9], [11, 8]])
  }

  @Test("one item is read without the others")
  func oneItem() throws {
    let tree = MemoryTree(files: [
      ".handoff/stories/st-9c4t8wq2-mute.md": "---\nid: st-9c4t8wq2\ntitle: T\n---\n",
      ".handoff/stories/st-3hm7d0ke.md": "broken",
    ])
    let reading: ItemReading<Story>? = try PlanReader(tree).item(try Sample.story())
    #expect(reading?.item?.title == "T")
    #expect(reading?.findings == [])
    let missing: ItemReading<Story>? = try PlanReader(tree).item(try #require(ID("st-0kz9b4ya")))
    #expect(missing == nil)
  }

  @Test("a sign-off without what its act needs is reported")
  func signOffs() {
    let base = "story: st-9c4t8wq2\ncriterion: AC1\nrole: r\nby: b\nat: t\nwording: w\n"
    let path = ".handoff/sign-offs/st-9c4t8wq2/AC1-x.yml"
    func problems(_ text: String) -> [Problem] { SignOff.read(Array(text.utf8), path: path).findings.map(\.problem) }
    #expect(problems(base + "act: accepted\n") == [])
    #expect(problems(base + "act: rejected\n") == [.field(.missing("reason"))])
    #expect(problems(base + "act: waived\n") == [.field(.missing("reason")), .field(.missing("expires"))])
    #expect(problems(base) == [.field(.missing("act"))])
    #expect(problems(base + "act: approved\n").map(\.rule) == [.invalidField])
    #expect(problems("") == ["story", "criterion", "act", "role", "by", "at", "wording"].map { .field(.missing($0)) })
  }
}
