import Drafting
import PlanModel
import Testing

@Suite("Parts of briefs") struct BriefPartTests {
  private func intent(_ lines: [String]) throws -> DraftedIntent {
    try #require(Drafter(known: []).draft([try Statements.document(lines)]).intents.first)
  }

  @Test(
    "what won't be done is out of scope, however its heading says so",
    arguments: [
      "Won't", "Won't have (this time)", "Won’t have in the first release", "Out of scope for v1", "Non-goals",
      "4. Not in scope", "Nicht-Ziele", "Hors périmètre", "Fuera de alcance",
    ])
  func outOfScope(heading: String) throws {
    let intent = try intent([
      "# Guest checkout", "## Must have", "A guest can pay with card.", "## \(heading)", "Guest wish lists",
    ])
    #expect(intent.outOfScope.map(\.text) == ["Guest wish lists"])
    #expect(intent.stories.flatMap(\.criteria).map(\.title) == ["A guest can pay with card"])
  }

  @Test("Must, Should and Could are stories of their own that say how much they matter")
  func importance() throws {
    let intent = try intent([
      "# Guest checkout", "## Must", "A guest can pay with card.", "## Should", "Remember the address.",
      "## Nice to have",
      "Confetti", "## Could", "Dark mode",
    ])
    #expect(intent.stories.map(\.importance) == [.must, .should, .could])
    #expect(
      intent.stories.map(\.title) == ["Guest checkout", "Guest checkout: should have", "Guest checkout: could have"])
    #expect(intent.stories[2].criteria.map(\.title) == ["Confetti", "Dark mode"])
  }

  @Test("a word before a colon says the same within a list")
  func openings() throws {
    let intent = try intent([
      "# Checkout", "## Requirements", "Must: a guest can pay with card.", "Won't: guest wish lists.",
      "TBD: fraud checks",
      "Does the tax field stay?",
    ])
    #expect(intent.outOfScope.map(\.text) == ["Won't: guest wish lists."])
    #expect(intent.questions.map(\.text) == ["TBD: fraud checks", "Does the tax field stay?"])
    #expect(intent.stories.map(\.importance) == [.must])
    #expect(intent.stories[0].criteria.map(\.title) == ["A guest can pay with card"])
  }

  @Test(
    "an unknown heading of the same depth ends a part, a deeper one is a feature, and a table's head is no statement")
  func siblings() throws {
    let lines = [
      "# Checkout", "## Requirements", "### Paying", "A guest can pay with card.", "## Payment methods",
      "Method | Guest | Limit", "Card | yes | none", "Invoice | yes | 200 €", "## Open points",
      "Does the tax field stay?",
    ]
    let source = try Statements.document(lines)
    let draft = Drafter(known: []).draft([source])
    let intent = try #require(draft.intents.first)
    #expect(intent.stories.map(\.title) == ["Paying"])
    #expect(intent.stories[0].criteria.map(\.title) == ["A guest can pay with card"])
    #expect(intent.rationale.map(\.text) == ["Card | yes | none", "Invoice | yes | 200 €"])
    #expect(intent.questions.map(\.text) == ["Does the tax field stay?"])
    #expect(draft.formalities.map(\.text) == ["Method | Guest | Limit"])
  }

  @Test("who wrote a brief and when says nothing of its matter")
  func formalities() throws {
    let draft = Drafter(known: []).draft([
      try Statements.document([
        "# Product brief: Guest checkout", "Author: Noor · Status: draft", "## Goals", "Let people buy.",
        "## Must have",
        "A guest can pay.",
      ])
    ])
    #expect(draft.formalities.map(\.text) == ["Author: Noor · Status: draft"])
    #expect(draft.intents.map(\.title) == ["Guest checkout"])
  }

  @Test("a paragraph that is only bold is a heading, and what a program printed is evidence and no title")
  func boldForm() throws {
    let trace = #"Traceback (most recent call last): File "a.py", line 3, in post name = safe(name) ValueError: no"#
    let texts = [
      "**Describe the bug**", "An upload with an emoji in its name fails.", "**To Reproduce**", "1. Drop the file",
      "**Expected behavior**", "The photo is in the list.", "**Logs**", trace, "**Additional context**",
      "Worked in 2.6.",
    ]
    for isTicket in [true, false] {
      let source = try Statements.source(texts, title: texts[0], isTicket: isTicket, oneTurn: true)
      let draft = Drafter(known: []).draft([source])
      let intent = try #require(draft.intents.first)
      #expect(draft.intents.count == 1 && intent.title == "An upload with an emoji in its name fails")
      #expect(intent.problem.map(\.text) == [texts[1], texts[3]])
      #expect(intent.stories.map(\.title) == [intent.title])
      #expect(intent.stories.flatMap(\.criteria).map(\.title) == ["The photo is in the list"])
      #expect(intent.rationale.map(\.text) == [trace, "Worked in 2.6."])
    }
  }

  @Test("a part that is named in bold before its words begins there")
  func openingInBold() throws {
    let texts = [
      "**Describe the bug**", "A click does nothing.", "**Expected behavior**", "The list is sorted.",
      "**Screenshots** none",
    ]
    let source = try Statements.source(texts, title: "Sorting", isTicket: true, oneTurn: true)
    let intent = try #require(Drafter(known: []).draft([source]).intents.first)
    #expect(intent.stories.flatMap(\.criteria).map(\.title) == ["The list is sorted"])
    #expect(intent.rationale.map(\.text) == ["**Screenshots** none"])
  }

  @Test("a bold heading that was cut into two sentences is one heading")
  func splitHeading() throws {
    let texts = [
      "**Is your feature request related to a problem?", "Please describe.**", "I can't sort the list.",
      "**Describe the solution you'd like**", "A click on a column sorts by it.",
    ]
    let source = try Statements.source(texts, title: "Sorting", isTicket: true, oneTurn: true)
    let intent = try #require(Drafter(known: []).draft([source]).intents.first)
    #expect(intent.problem.map(\.text) == [texts[2]])
    #expect(intent.stories.flatMap(\.criteria).map(\.title) == ["A click on a column sorts by it"])
  }
}
