import PlanModel
import Testing

@Suite("Rules about criteria") struct CriterionRuleTests {
  @Test(
    "a slip is found",
    arguments: [
      (.missingSubject, "Should send a mail", "", "Should send"),
      (.missingSubject, "The mail", "Must be short.", "Must be"),
      (.missingOutcome, "When a board is muted", "", "When a board is"),
      (.missingOutcome, "Given a board that is muted by its owner", "", "Given a board that"),
      (
        .severalWhens, "Muting",
        "Given a board\nWhen it is muted\nThen no mail is sent\nWhen it is shown\nThen it is grey", "When"
      ),
      (.severalObligations, "A mail must be short and it must name the board", "", "must"),
      (.uiSteps, "Muting", "When the owner clicks Settings and types in a name, then it is muted.", "types in"),
      (.untestableOutcome, "The import works as expected", "", "works as expected"),
      (.untestableOutcome, "Errors are handled gracefully", "", "gracefully"),
    ] as [(Rule, String, String, String)])
  func found(_ rule: Rule, _ title: String, _ text: String, _ words: String) throws {
    let findings = Sample.findings(rule, in: [try Sample.criterion(title, text)])
    #expect(findings.map(\.problem) == [.quality(.words(rule, words))])
  }

  @Test(
    "what can be tested is passed over",
    arguments: [
      (.missingSubject, "The shop should send a mail", ""), (.missingSubject, "Should it be sent?", ""),
      (.missingOutcome, "No mail is sent", "Given a board that is muted"),
      (.missingOutcome, "When muted, no mail is sent", ""),
      (.missingOutcome, "When a board is muted", "Then no mail is sent."),
      (.missingOutcome, "If the account is deleted its boards stay", ""),
      (.severalWhens, "Muting", "Given a board\nWhen it is muted\nAnd shown\nThen no mail is sent"),
      (
        .severalWhens, "Muting",
        "Given a board, when it is muted, then it is grey.\n\nGiven a guest, when he looks, then it is red."
      ),
      (.severalObligations, "A mail must be short and plain", ""),
      (.severalObligations, "A mail must say if the owner must answer", ""),
      (.uiSteps, "Muting", "When the owner clicks Mute, then no mail is sent."),
      (.uiSteps, "A click and a tap on it mute", ""),
      (.untestableOutcome, "The import correctly reads dates", ""),
      (.untestableOutcome, "The import reads 3 dates", ""),
    ] as [(Rule, String, String)])
  func passedOver(_ rule: Rule, _ title: String, _ text: String) throws {
    #expect(Sample.findings(rule, in: [try Sample.criterion(title, text)]) == [])
  }

  @Test("criteria that say the same are found, and those that differ in code, a number or a not are passed over")
  func similar() throws {
    let head = "## Acceptance criteria\n\n### AC1: The page of a board shows `name`\n\n### AC2: "
    for (title, count) in [
      ("Of a board, the page shows `name`", 1), ("The page of a board shows `size`", 0),
      ("The page of a board does not show `name`", 0),
    ] {
      let findings = Sample.findings(.similarCriteria, in: [try Sample.story(head + title)])
      #expect(findings.count == count, "\(title)")
    }
  }

  @Test("limits that contradict each other are found in a story and in its intent")
  func conflicts() throws {
    let body = "## Acceptance criteria\n\n### AC1: The search of boards answers within 2 seconds\n\n### AC2: "
    let within = try Sample.story(body + "The search of all boards answers within 5 seconds")
    let finding = try #require(Sample.findings(.conflictingNumbers, in: [within]).first)
    #expect(
      finding.problem
        == .quality(.conflictingNumbers("within 5 seconds", other: "within 2 seconds", path: Sample.path, line: 8)))
    for other in ["The export of boards answers within 5 minutes", "The import of files answers within 5 seconds"] {
      #expect(Sample.findings(.conflictingNumbers, in: [try Sample.story(body + other)]) == [], "\(other)")
    }
    var intent = Intent(id: try #require(ID("in-4b8x2mvq")), title: "Why", file: ".handoff/intents/in-4b8x2mvq.md")
    let words = Array("The search of boards answers within 9 seconds.".utf8)
    intent.passages = [Passage(.section("constraints"), bytes: words[...], line: 20, column: 3)]
    var story = try Sample.story(body + "The list is short")
    story.intent = intent.id
    #expect(Sample.findings(.conflictingNumbers, in: [story], intents: [intent]).count == 1)
  }
}
