import Drafting
import PlanModel
import Testing

@Suite("Drafting from briefs") struct BriefDrafterTests {
  private static let brief = [
    "Invoice export", "Problem", "Accountants copy every invoice by hand.", "Goals", "Close the month in a day.",
    "Requirements", "Export all invoices of a month as CSV.", "The export names the tax rate of each line.",
    "Non-goals", "No PDF export.", "Open questions", "Do credit notes count?", "Constraints",
    "The export takes 10 seconds at most.",
  ]

  private func intent(_ texts: [String]) throws -> DraftedIntent {
    let draft = Drafter(known: []).draft([try Statements.source(texts, title: texts[0], oneTurn: true)])
    #expect(draft.unassigned.isEmpty)
    return try #require(draft.intents.first)
  }

  @Test("each part of a brief goes where its heading says")
  func parts() throws {
    let intent = try intent(Self.brief)
    #expect(intent.title == "Invoice export")
    #expect(intent.problem.map(\.text) == ["Accountants copy every invoice by hand."])
    #expect(intent.goals.map(\.text) == ["Close the month in a day."])
    #expect(intent.outOfScope.map(\.text) == ["No PDF export."])
    #expect(intent.questions.map(\.text) == ["Do credit notes count?"])
    #expect(intent.constraints.map(\.text) == ["The export takes 10 seconds at most."])
    #expect(
      intent.stories.flatMap(\.criteria).map(\.title) == [
        "Export all invoices of a month as CSV", "The export names the tax rate of each line",
      ])
    #expect(intent.missing == [.outcome])
  }

  @Test("in a ticket, what its writer adds later is no criterion")
  func laterRemarks() throws {
    let texts = [
      "Timezone wrong", "Describe the bug", "The report shows UTC.", "Expected behavior", "Times are the account's.",
      "v4.2.", "Never mind the CSV.",
    ]
    var source = try Statements.source(texts, title: texts[0], isTicket: true)
    for place in source.statements.indices { source.statements[place].turn = place < 5 ? 1 : 2 }
    let intent = try #require(Drafter(known: []).draft([source]).intents.first)
    #expect(intent.stories.flatMap(\.criteria).map(\.title) == ["Times are the account's"])
  }

  @Test("user stories are stories, and the criteria behind each are its own")
  func stories() throws {
    let intent = try intent([
      "Cart", "User stories", "As a customer, I want to remove items so that I buy only what I need.",
      "Acceptance criteria:", "An undo button is shown for 5 seconds.", "As a customer, I want to apply coupons.",
      "Acceptance criteria:", "Only one coupon per order.",
    ])
    #expect(intent.stories.map(\.title) == ["Remove items", "Apply coupons"])
    #expect(
      intent.stories.map { $0.criteria.map(\.title) } == [
        ["An undo button is shown for 5 seconds"], ["Only one coupon per order"],
      ])
    #expect(intent.stories.allSatisfy { $0.missing.isEmpty })
  }

  @Test("the steps of a scenario are one criterion")
  func scenarios() throws {
    let intent = try intent([
      "Mute", "Requirements", "Given a muted account", "When a comment is posted", "Then no mail is sent",
      "And the comment is listed", "Given an open account", "When a comment is posted", "Then a mail is sent",
      "Open questions", "Digests too?",
    ])
    #expect(intent.stories.flatMap(\.criteria).map(\.statements.count) == [4, 3])
  }

  @Test("every statement of a brief is in the draft once")
  func nothingLost() throws {
    let source = try Statements.source(Self.brief, title: Self.brief[0], oneTurn: true)
    let draft = Drafter(known: []).draft([source])
    let placed = draft.headings + draft.intents.flatMap(\.statements) + draft.unassigned
    #expect(placed.map(\.citation).sorted() == source.statements.map(\.citation))
  }

  @Test("the form of a tracker is carried over: what hurts, and what is expected as criteria")
  func form() throws {
    let texts = [
      "Describe the bug", "The app crashes when I export the list.", "Expected behavior", "The file is saved.",
      "Environment", "macOS 14",
    ]
    let draft = Drafter(known: []).draft([
      try Statements.source(texts, title: "Crash at export", isTicket: true, oneTurn: true)
    ])
    let intent = try #require(draft.intents.first)
    #expect(intent.title == "Crash at export" && intent.problem.map(\.text) == [texts[1]])
    #expect(intent.stories.flatMap(\.criteria).map(\.title) == ["The file is saved"])
    #expect(intent.rationale.map(\.text) == [texts[5]])
  }

  @Test("what others say to a brief is no criterion of it")
  func remarks() throws {
    let texts = [
      "Requirements", "The list can be sorted.", "Acceptance criteria", "Names come first.", "I met the client today.",
    ]
    var source = try Statements.source(texts, title: "Lists", oneTurn: true)
    source.statements[4].speaker = "Bob"
    let intent = try #require(Drafter(known: []).draft([source]).intents.first)
    #expect(intent.stories.flatMap(\.criteria).flatMap(\.statements).map(\.text) == [texts[1], texts[3]])
    #expect(intent.statements.contains { $0.text == texts[4] })
  }
}
