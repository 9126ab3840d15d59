import PlanFiles
import PlanModel
import Testing

@Suite("What is wrong with a field")
struct FieldFindingTests {
  @Test("a wrong, missing or misplaced id is reported where it stands")
  func ids() throws {
    let intent = try #require(ItemID("in-4b8x2mvq"))
    let own = try #require(ItemID(Sample.storyPath.split(separator: "/").last?.prefix(ItemID.length) ?? ""))
    #expect(findings("id: in-4b8x2mvq\ntitle: T\n") == [at(.reference(.wrongKind(intent, expected: .story)), 2, 5)])
    #expect(findings("title: T\nid: st-3hm7d0ke\n") == [at(.field(.nameDiffers(id: "st-3hm7d0ke")), 3, 5)])
    #expect(findings("title: T\n") == [at(.field(.missingID(own, name: nil)), 2, 1)])
    #expect(findings("title: T\nid:\n") == [at(.field(.missingID(own, name: nil)), 2, 1)])
    #expect(findings("id: st-9c4t8wq\ntitle: T\n").map(\.rule) == [.invalidField])
    #expect(findings("id: ST-9C4T8WQ2\ntitle: T\n").map { [$0.line, $0.column] } == [[2, 5]])
    #expect(findings("") == [at(.field(.missingID(own, name: nil)), 2, 1), at(.field(.missing("title")), 2, 1)])
  }

  @Test("an item without an id is given one that fits, the same each time, and its file's name")
  func proposed() throws {
    func problem(_ name: String) -> Problem? {
      Story.read(Array("---\ntitle: T\n---\n".utf8), path: ".handoff/stories/" + name).findings.first?.problem
    }
    let found = problem("new-idea.md")
    guard case .field(.missingID(let id, let name))? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(id.kind == .story && name == "\(id)-new-idea.md" && problem("new-idea.md") == problem("new-idea.md"))
    #expect(problem("other-idea.md") != problem("new-idea.md"))
  }

  @Test(
    "a file's name begins with its id and goes on with a dash or its ending",
    arguments: [
      ("st-9c4t8wq2.md", true), ("st-9c4t8wq2-mute.md", true), ("st-9c4t8wq2mute.md", false), ("mute.md", false),
      ("st-9c4t8wq2_mute.md", false), ("-st-9c4t8wq2.md", false),
    ])
  func names(name: String, fits: Bool) {
    let reading = Story.read(Array("---\nid: st-9c4t8wq2\ntitle: T\n---\n".utf8), path: ".handoff/stories/" + name)
    #expect(reading.findings.map(\.rule) == (fits ? [] : [.misnamedFile]))
    #expect(reading.item != nil)
  }

  @Test("a missing title is reported, and the story is still read")
  func missingTitle() {
    let text = "---\nid: st-9c4t8wq2\nstatus: ready\n---\n"
    let reading = Story.read(Array(text.utf8), path: Sample.storyPath)
    #expect(reading.findings == [at(.field(.missing("title")), 2, 1)])
    #expect(reading.item?.status == .ready)
    #expect(reading.item?.title == "")
  }

  @Test("a status that is none of those known is reported where it stands, whatever its shape")
  func status() {
    let known = StoryStatus.allCases.map(\.rawValue)
    let problem = Problem.field(.notOneOf(field: "status", value: "redy", known: known))
    #expect(Sample.read(fields: "status: redy\n").findings == [at(problem, 4, 9)])
    for shape in ["[ready]", "{a: ready}"] {
      let findings = Sample.read(fields: "status: \(shape)\n").findings
      #expect(findings.map(\.rule) == [.invalidField])
      #expect(findings.map { [$0.line, $0.column] } == [[4, 9]])
    }
    #expect(Sample.read(fields: "version: [2]\n").findings.map(\.rule) == [.invalidField])
  }

  @Test("references of the wrong kind and of no kind are reported, and the others are mentions with their places")
  func references() throws {
    let other = try #require(ItemID("ep-6r2n9hyc"))
    let reading = Sample.read(fields: "intent: ep-6r2n9hyc\ndepends-on: [st-3hm7d0ke, nonsense]\nepic: ep-6r2n9hyc\n")
    #expect(reading.findings.first == at(.reference(.wrongKind(other, expected: .intent)), 4, 9))
    #expect(reading.findings.dropFirst().map { [$0.line, $0.column] } == [[5, 27]])
    #expect(reading.item?.mentions.map { [$0.line, $0.column] } == [[6, 7], [5, 14]])
    #expect(reading.item?.dependsOn.map(\.description) == ["st-3hm7d0ke"])
  }

  @Test("anchors stand at the line of their path; one without a path is reported")
  func anchors() {
    let reading = Sample.read(fields: "code:\n  - symbol: f\n    path: src/a\n  - role: x\n  - src/b\n")
    #expect(reading.item?.anchors == [Anchor(path: "src/a", symbol: "f", line: 6)])
    #expect(reading.findings.map { [$0.line, $0.column] } == [[7, 5], [8, 5]])
    #expect(Sample.read(fields: "code: src/a\n").findings.map { [$0.line, $0.column] } == [[4, 7]])
  }

  @Test("unknown keys mean nothing in an item, and are reported in the settings")
  func unknownKeys() {
    #expect(Sample.read(fields: "x-priority: 1\nNested: {a: [b]}\n").findings == [])
    let policy = Policy.read(Array("main: x\ntrailers: Story\npush:\n  - refs: [main]\n    blok: [unmet]\n".utf8))
    #expect(
      policy.findings.map(\.problem) == [
        .field(.unknownKey("blok", nearest: "block")), .field(.unknownKey("trailers", nearest: "trailer")),
      ])
    #expect(policy.findings.map(\.line) == [5, 2])
  }

  @Test(
    "a decision's date is one of the calendar",
    arguments: [
      ("2026-02-28", true), ("2024-02-29", true), ("2026-05-04T09:30:00+01:00", true), ("2026-02-29", false),
      ("1900-02-29", false), ("2026-06-31", false), ("2026-13-01", false), ("last week", false),
    ])
  func dates(date: String, isDate: Bool) {
    let text = "---\nid: de-5t0w9xhv\ntitle: T\ndate: \(date)\n---\n"
    let path = ".handoff/decisions/de-5t0w9xhv-t.md"
    let problem = FieldProblem.wrongForm(field: "date", value: date, expected: "a date, as 2026-05-04")
    let wrong = Finding(.field(problem), path: path, line: 4, column: 7)
    #expect(Decision.read(Array(text.utf8), path: path).findings == (isDate ? [] : [wrong]))
  }

  @Test(
    "a key that is a slip away from one that is missing is told, and one of the plan's own is not",
    arguments: [
      ("depends_on: []\n", "depends-on"), ("Depends-On: []\n", "depends-on"), ("intents: in-6r2n9hyc\n", "intent"),
      ("efort: 2\n", "effort"), ("mode: dark\n", nil), ("statuses: x\nstatus: ready\n", nil),
      ("priority: high\n", nil), ("dependents: x\n", nil),
    ])
  func misspeltKeys(fields: String, meant: String?) {
    let key = String(fields.prefix { $0 != ":" })
    let finding = meant.map { at(.field(.misspeltKey(key, nearest: $0)), 4) }
    #expect(Sample.read(fields: fields).findings == (finding.map { [$0] } ?? []))
  }

  @Test(
    "a heading that is a slip away from a section that is missing is told",
    arguments: [
      ("Acceptence criteria", "Acceptance criteria"), ("Acceptance criterion", "Acceptance criteria"),
      ("Acceptance criteria:", "Acceptance criteria"), ("Open question", "Open questions"), ("Rationale", nil),
      ("OPEN QUESTIONS", nil), ("Constraint", "Constraints"), ("Contents", nil),
    ])
  func misspeltHeadings(title: String, meant: String?) {
    let finding = meant.map { at(.field(.misspeltHeading(title, nearest: $0)), 5) }
    let findings = Sample.read(fields: "", body: "## \(title)\n\nWords.\n").findings
    #expect(findings == (finding.map { [$0] } ?? []))
    #expect(Sample.read(fields: "", body: "## Open questions\n\n## Open question\n").findings == [])
  }

  @Test(
    "a setting of the wrong shape is reported, and never silently dropped",
    arguments: [
      ("roles: [sam]\n", 1, 8), ("roles: sam\n", 1, 8), ("push: main\n", 1, 7), ("push:\n  - block: [unmet]\n", 2, 5),
      ("commits: none\n", 1, 10), ("commits:\n  require: storys\n", 2, 12), ("commits:\n  exempt: all\n", 2, 11),
      ("trailer: Story Id\n", 1, 10), ("trailer: [a]\n", 1, 10), ("redact: {a: b}\n", 1, 9),
      ("version: one\n", 1, 10), ("roles:\n  support: [ada@example.com, Sam]\n", 2, 30),
      ("- a\n", 1, 1), ("push:\n  - refs: [main]\n    warn: unmett\n", 3, 11),
    ])
  func settings(text: String, line: Int, column: Int) {
    let reading = Policy.read(Array(text.utf8))
    #expect(reading.findings.map { [$0.line, $0.column] } == [[line, column]])
  }

  @Test(
    "a source names files beside it, and none elsewhere",
    arguments: ["../a.eml", "/etc/passwd", "../", "..", "./", "a//b", "chats/../../a", ""])
  func namedOutside(name: String) {
    let path = ".handoff/sources/so-7h3q2dkm-x/source.yml"
    for (key, column) in [("original", 11), ("words", 8)] {
      let text = "id: so-7h3q2dkm\nkind: text\ntitle: A\n\(key): '\(name)'\nsha256: x\n"
      let reading = Source.read(Array(text.utf8), statements: [], path: path)
      #expect(
        reading.findings.contains { $0.line == 4 && $0.rule == .invalidField || $0.rule == .missingField }, "\(key)")
      #expect(reading.item?.revisions.contains { $0.original == name || $0.words?.file == name } != true, "\(column)")
    }
  }

  @Test(
    "an empty settings file, and one of comments, is the standard policy",
    arguments: ["", "# nothing\n", "roles:\npush:\n"])
  func emptySettings(text: String) {
    let reading = Policy.read(Array(text.utf8))
    #expect(reading.item == Policy())
    #expect(reading.findings == [])
  }

  private func findings(_ fields: String) -> [Finding] {
    Story.read(Array("---\n\(fields)---\n".utf8), path: Sample.storyPath).findings
  }

  private func at(_ problem: Problem, _ line: Int, _ column: Int = 1) -> Finding {
    Finding(problem, path: Sample.storyPath, line: line, column: column)
  }
}
