import PlanFiles
import PlanModel
import Quality
import Testing

@Suite("Weights and waivers") struct WeightTests {
  private func policy(_ rules: String) -> ItemReading<Policy> {
    Policy.read(Array("version: 1\nrules:\n\(rules)\n".utf8))
  }

  private func found(_ body: String, _ policy: Policy, least: Severity = .advice) throws -> [Finding] {
    let story = try Sample.story(body)
    var plan = Plan(policy: policy)
    plan.stories = [story]
    let check = QualityCheck(policy, least: least)
    return check.settled(check.findings([story].compactMap(check.judge), in: plan), in: plan)
  }

  private let vague = "## Acceptance criteria\n\n### AC1: The list shows several boards"

  @Test("a rule weighs what the settings say", arguments: ["advice", "warning", "error"])
  func weights(_ weight: String) throws {
    let policy = try #require(policy("  vague-words: \(weight)").item)
    #expect(try found(vague, policy).map(\.severity.rawValue) == [weight])
  }

  @Test("a rule that is off finds nothing")
  func off() throws {
    let policy = try #require(policy("  vague-words: off").item)
    #expect(try found(vague, policy) == [])
  }

  @Test("of errors alone, a hook hears what weighs error and nothing else")
  func hooks() throws {
    #expect(QualityCheck(Policy(), least: .error).isEmpty)
    let policy = try #require(policy("  vague-words: error\n  undecided: warning").item)
    #expect(try found(vague + ", TBD", policy, least: .error).map(\.rule) == [.vagueWords])
  }

  @Test("a name that is no rule is found where it stands, with the nearest")
  func unknown() throws {
    let finding = try #require(policy("  vague-word: off").findings.first)
    #expect(finding.problem == .field(.unknownRule("vague-word", nearest: "vague-words")))
    #expect(finding.line == 3)
  }

  @Test("a rule that says whether the plan holds cannot be set")
  func fixed() {
    #expect(policy("  unknown-reference: off").findings.map(\.problem) == [.field(.fixedRule(.unknownReference))])
    #expect(policy("  vague-words: loud").findings.map(\.rule) == [.invalidField])
  }

  @Test("a waiver with a reason is for its line, or for the next one when it stands alone")
  func waivers() throws {
    let comment = "<!-- handoff: allow vague-words because the customer said it so -->"
    let heads = "## Acceptance criteria\n\n"
    #expect(try found(heads + "### AC1: The list\n\nIt shows several boards. \(comment)", Policy()) == [])
    #expect(try found(heads + "\(comment)\n### AC1: The list shows several boards", Policy()) == [])
    #expect(
      try found(heads + "### AC1: The list\n\n\(comment)\n\nIt shows a board.\n\nIt shows several boards.", Policy())
        .map(\.rule) == [.unusedWaiver, .vagueWords].reversed())
  }

  @Test(
    "a waiver with a reason of one word is one; without a reason, of no rule or of a fixed rule it is found",
    arguments: [
      ("allow vague-words because quoted", nil), ("allow vague-words", .noReason("vague-words")),
      ("allow vague-words because", .noReason("vague-words")),
      ("allow vague-wrds because quoted", .unknownRule("vague-wrds", nearest: "vague-words")),
      ("allow duplicate-id because quoted", .notWaivable(.duplicateID)), ("ignore", .malformed),
    ] as [(String, QualityProblem.WaiverFlaw?)])
  func flaws(_ words: String, _ flaw: QualityProblem.WaiverFlaw?) {
    let text =
      "---\nid: st-9c4t8wq2\ntitle: Mute\n---\n\n<!-- handoff: \(words) -->\nThe list must show several boards.\n"
    let reading = Story.read(Array(text.utf8), path: Sample.path)
    #expect(reading.findings.map(\.problem) == (flaw.map { [.quality(.waiver($0))] } ?? []))
    #expect(reading.findings.allSatisfy { $0.line == 6 && $0.column == 1 })
  }

  @Test("a waiver in a code block says nothing")
  func code() throws {
    let body = "```\n<!-- handoff: allow vague-words -->\n```"
    #expect(try Sample.story(body).waivers == [])
  }
}
