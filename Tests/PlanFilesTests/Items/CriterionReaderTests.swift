import PlanFiles
import PlanModel
import Testing

@Suite("Reading criteria")
struct CriterionReaderTests {
  /// Line 5 is the first of the body.
  private func read(_ body: String, end: String = "\n") -> ItemReading<Story> {
    Sample.read(body: "## Acceptance criteria\n" + body, end: end)
  }

  @Test(
    "ids and titles are told apart",
    arguments: [
      ("### AC1: Title", "Title"), ("### AC1 - Title", "Title"), ("### AC1. Title", "Title"),
      ("### AC1 Title", "Title"),
      ("### AC1 — Title", "Title"), ("###   AC1:   Title  ##", "Title"), ("### AC1:", ""), ("### AC1", ""),
      ("### AC1: .env is not read", ".env is not read"), ("### AC1: -v prints more", "-v prints more"),
      ("### AC1: C#", "C#"), ("### AC1: `a` *b* [c](d)", "`a` *b* [c](d)"), ("   ### AC1: é — 漢", "é — 漢"),
    ])
  func headings(line: String, title: String) {
    let reading = read(line + "\n")
    #expect(reading.findings == [])
    #expect(reading.item?.criteria.map(\.title) == [title])
    #expect(reading.item?.criteria.map(\.line) == [6])
  }

  @Test(
    "a criterion without a number, or with one that is none, is reported at its heading",
    arguments: [
      ("Muting works", 1), ("AC: x", 1), ("AC0: x", 1), ("AC01: x", 1), ("ac1: x", 1), ("AC1a: x", 1),
      ("AC9999999: x", 1), ("AC-1: x", 1), ("AC 3 - x", 3), ("ac4. x", 4),
    ])
  func unnumbered(heading: String, id: Int) {
    let reading = read("\n### \(heading)\n")
    #expect(reading.item?.criteria == [])
    let problem = Problem.story(.unnumberedCriterion(heading: heading, id: CriterionID(id)))
    #expect(reading.findings == [Finding(problem, path: Sample.storyPath, line: 7)])
  }

  @Test("an id that is taken is not proposed, and the next that is free is")
  func nextFree() {
    let reading = read("### AC1: One\n\n### AC3: Three\n\n### Four\n\n### ac3: Three\n")
    let problems = ["Four", "ac3: Three"].map { Problem.story(.unnumberedCriterion(heading: $0, id: CriterionID(4))) }
    #expect(reading.findings.map(\.problem) == problems)
  }

  @Test(
    "the heading of a section at another level is told as that",
    arguments: [("### Constraints\n\n- All of it.", "Constraints", 3), ("### open questions", "Open questions", 3)])
  func misplaced(text: String, title: String, level: Int) {
    let reading = read("\n\(text)\n")
    #expect(
      reading.findings == [
        Finding(.story(.misplacedSection(title: title, level: level)), path: Sample.storyPath, line: 7)
      ])
  }

  @Test("criteria below a heading of the first level are told at that heading")
  func wholeSectionMisplaced() {
    let reading = read("## Notes\n\n# Acceptance criteria\n\n### AC1: One\n\n```verify\n- exists: a\n```\n")
    let problem = Problem.story(.misplacedSection(title: "Acceptance criteria", level: 1))
    let findings = reading.findings.filter { $0.rule != .noCriteria }
    #expect(findings == [Finding(problem, path: Sample.storyPath, line: 8)])
  }

  @Test(
    "what begins as a criterion does and is none is reported, and so are conditions under no criterion",
    arguments: [
      ("## AC2: It ends", [9]), ("#### AC2: It ends", [9]), ("**AC2:** It ends", [9]), ("- AC2: It ends", [9]),
      ("- [ ] **AC2**: It ends", [9]), ("Words.\nAC2: It ends", [10]), ("###AC2: It ends", [9]),
      ("AC2: It ends\n---", [9]), ("## Notes\n\n```verify\n- exists: a\n```", [11]),
      ("## AC2: It ends\n\n### AC3: It stays", [9, 11]), ("AC1: as above", []), ("See AC2: it ends.", []),
      ("```\nAC2: It ends\n```", []), ("> AC2: It ends", []), ("## Notes\n\nAC2: It ends", []),
    ])
  func stray(text: String, lines: [Int]) {
    let reading = read("### AC1: It works\n\nAt noon.\n\n\(text)\n")
    #expect(reading.findings.map(\.line) == lines.map { $0 + 1 })
    #expect(reading.findings.allSatisfy { $0.rule == .strayCriterion })
    #expect(reading.item?.criteria.map(\.id) == [CriterionID(1)])
  }

  @Test(
    "quotes as word processors write them are told, since they would be looked for",
    arguments: ["“*muted*”", "„a“", "«a»"])
  func quotes(value: String) {
    let reading = read("### AC1: It works\n\n```verify\n- test: \(value)\n```\n")
    #expect(reading.findings.map(\.rule) == [.invalidCondition] && reading.findings.map(\.line) == [9])
  }

  @Test("a comment for whoever fills the story in is no part of a criterion; one that waives a rule is")
  func hints() throws {
    let criterion = "### AC1: It works\n\nAt noon.\n"
    let hint = "\n<!--\nOne heading for each criterion:\n\n### AC1: Muting\n\n```verify\n- changed: a\n```\n-->\n"
    let plain = try #require(read(criterion).item?.criteria.first)
    for text in [criterion + hint, "\n### AC1: It works\n" + hint + "\nAt noon.\n"] {
      let reading = read(text)
      let found = try #require(reading.item?.criteria.first)
      #expect(reading.findings == [] && reading.item?.criteria.count == 1)
      #expect(found.text == "At noon." && found.conditions == [])
      #expect(Fingerprint.wording(of: found) == Fingerprint.wording(of: plain))
    }
    let waiver = "\n<!-- handoff: allow vague-words because so -->\n"
    let waived = try #require(read(criterion + waiver).item?.criteria.first)
    #expect(waived.wording.contains("allow vague-words"))
  }

  @Test("a number used twice is reported at the second heading, with the line of the first")
  func duplicate() {
    let reading = read("### AC1: a\n### AC2: b\n\n### AC1: c\n### AC1: d\n")
    let problem = Problem.story(.duplicateCriterion(CriterionID(1), firstLine: 6))
    #expect(reading.findings == [9, 10].map { Finding(problem, path: Sample.storyPath, line: $0) })
  }

  @Test(
    "what is no heading of the section is no criterion",
    arguments: [
      "```\n### AC1: x\n```\n", "~~~\n### AC1: x\n", "<!--\n### AC1: x\n-->\n", "    ### AC1: x\n", "> ### AC1: x\n",
      "- ### AC1: x\n", "## Notes\n### AC1: x\n", "#### AC1: x\n", "\\### AC1: x\n", "###AC1: x\n",
    ])
  func noHeading(body: String) {
    let reading = read(body)
    #expect(reading.findings.allSatisfy { $0.rule == .strayCriterion })
    #expect(reading.item?.criteria == [])
  }

  @Test("headings with underlines part the sections, too")
  func setext() {
    let text = "Acceptance\ncriteria\n---------\n\n### AC1: x\n\nNotes\n---\n\n### AC2: y\n"
    let reading = Sample.read(body: text)
    #expect(reading.findings.map(\.line) == [14] && reading.findings.map(\.rule) == [.strayCriterion])
    #expect(reading.item?.criteria.map(\.id) == [CriterionID(1)])
    #expect(reading.item?.sections.map(\.title) == ["Notes"])
    #expect(reading.item?.sections.map(\.line) == [11])
  }

  @Test("conditions are read with their lines, and the wording holds all of a criterion", arguments: ["\n", "\r\n"])
  func conditions(end: String) throws {
    let body = "### AC1: a\n\nText.\n\n```verify\n- changed: src/**\n- test: \"x\"\n```\n\n### AC2: b\n"
    let story = try #require(read(body, end: end).item)
    let first = try #require(story.criteria.first)
    #expect(first.conditions == [Condition(.changed(Glob("src/**")), line: 11), Condition(.test("x"), line: 12)])
    #expect(first.text == "Text.")
    #expect(first.wording == body.split(separator: "\n\n### AC2").first.map(String.init))
    #expect(story.criteria.map(\.line) == [6, 15])
  }

  @Test("a verify block that is never closed still holds all of its conditions")
  func unclosed() {
    let reading = read("### AC1: a\n```verify\n- changed: a\n- changed: b")
    #expect(reading.item?.criteria.first?.conditions.map(\.line) == [8, 9])
    for body in [
      "### AC1: a\n```verify", "### AC1: a\n```verify\n", "### AC1: a\n```verify\n```", "### AC1: a\n~~~verify\n\n",
    ] {
      #expect(read(body).findings == [])
      #expect(read(body).item?.criteria.first?.conditions == [])
    }
  }

  @Test(
    "fences of any form that CommonMark knows open a verify block",
    arguments: [
      "~~~verify\n- run: a\n~~~", "`````verify x\n- run: a\n`````", "  ```verify\n  - run: a\n  ```  ",
      "``` verify\n- run: a\n````",
    ])
  func fences(block: String) {
    #expect(read("### AC1: a\n\(block)\n").item?.criteria.first?.conditions == [Condition(.run("a"), line: 8)])
  }

  @Test(
    "what is wrong in a verify block is reported where it stands",
    arguments: [
      ("changed: a", .notAList, 8, 1), ("just words", .notAList, 8, 1),
      ("- changd: a", .unknownKeyword("changd", nearest: "changed"), 8, 3),
      (
        "- test: fixes issue #12",
        .wrongForm(
          keyword: "test",
          expected: "the value in quotes, since a comment begins at ' #': `test: \"fixes issue #12\"`"), 8, 9
      ),
      ("- run: a\n- xyzzy: b", .unknownKeyword("xyzzy", nearest: nil), 9, 3),
    ] as [(String, ConditionProblem, Int, Int)])
  func wrongBlock(block: String, problem: ConditionProblem, line: Int, column: Int) {
    let expected = Finding(.condition(problem), path: Sample.storyPath, line: line, column: column)
    #expect(read("### AC1: a\n```verify\n\(block)\n```\n").findings == [expected])
  }

  @Test(
    "a condition of the wrong form is reported, and never silently dropped",
    arguments: [
      "changed", "{changed: a, test: b}", "changed:", "changed: [a]", "contains: words", "contains: {in: a}",
      "contains: {in: a, text: x, matches: y}", "contains: {inn: a, text: x}", "contains: {text: ''}", "run: {a: b}",
      "coverage: 80%", "coverage: {at-least: 80}", "coverage: {at-least: 101%}", "coverage: {at-least: nan%}",
      "symbol:", "run: \"\"", "run: \" \"", "test: \"\"", "judge: \"\"", "sign-off: \" \"", "exists: ./a",
      "changed: ../x",
      "symbol: {in: a}", "symbol: {name: a, inn: b}", "coverage: {at-least: 80%, off: a}", "[changed, a]",
    ])
  func wrongForm(condition: String) {
    let reading = read("### AC1: a\n```verify\n- \(condition)\n```\n")
    #expect(reading.findings.map(\.rule) == [.invalidCondition])
    #expect(reading.findings.map(\.line) == [8])
    #expect(reading.item?.criteria.first?.conditions == [])
  }

  @Test("a carriage return within a line moves no line")
  func loneReturns() {
    let reading = read("a\rb\r\rc\n### AC1: a\n```verify\n- run: a\n```\n")
    #expect(reading.item?.criteria.map(\.line) == [7])
    #expect(reading.item?.criteria.first?.conditions == [Condition(.run("a"), line: 9)])
  }

  @Test("a second section of the same name holds criteria as well")
  func twoSections() {
    let reading = read("### AC1: a\n## Notes\n## acceptance CRITERIA\n### AC2: b\n")
    #expect(reading.item?.criteria.map(\.id.number) == [1, 2])
  }

  private static let fence = "```"

  @Test(
    "a block of conditions that is not read says why",
    arguments: [
      ("\(fence)yaml\n- test: a\n\(fence)", .misspeltBlock("yaml")),
      ("\(fence)\n- changed: src/**\n\(fence)", .misspeltBlock("")),
      ("\(fence)verify\n* test: \"*a*\"\n\(fence)", .notAList),
      ("\(fence)verify\n\t- test: a\n\(fence)", .wrongForm(keyword: "", expected: "spaces in place of the tab")),
      ("\(fence)verify\n- test: a\n\n### AC2: B", .unclosedBlock),
      ("\(fence)verify\n- test: a\n\nSo it is: all: good.", .unclosedBlock),
    ] as [(String, ConditionProblem)])
  func unreadBlocks(block: String, problem: ConditionProblem) throws {
    let reading = Sample.read(body: "## Acceptance criteria\n\n### AC1: A\n\n\(block)\n")
    #expect(reading.findings.map(\.problem).contains(.condition(problem)))
    #expect(try #require(reading.item).criteria[0].conditions.isEmpty)
  }

  @Test(
    "a block that shows something, or stands beside conditions, is none",
    arguments: [
      "\(fence)yaml\nname: x\n\(fence)", "\(fence)\n- name: x\n\(fence)",
      "\(fence)yaml\n- test: a\n\(fence)\n\n\(fence)verify\n- test: b\n\(fence)",
    ])
  func shownBlocks(block: String) {
    let reading = Sample.read(body: "## Acceptance criteria\n\n### AC1: A\n\n\(block)\n")
    #expect(!reading.findings.contains { $0.rule == .invalidCondition })
  }
}
