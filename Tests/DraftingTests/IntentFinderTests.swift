@testable import Drafting
import PlanModel
import Testing

@Suite("Intents that statements look like") struct IntentFinderTests {
  private func known(_ id: String, _ title: String, words: String, stories: [String] = []) throws -> KnownIntent {
    KnownIntent(id: try #require(ID<Intent>(id)), title: title, words: words, stories: stories)
  }

  private func finder() throws -> IntentFinder {
    IntentFinder([
      try known("in-00000001", "Cards arrive", words: "Cards arrive late, people wait for their card to arrive"),
      try known(
        "in-00000002", "Forgotten PIN", words: "Nobody is locked out",
        stories: ["Reset a forgotten PIN", "A new PIN comes by mail"]),
    ])
  }

  private func likenesses(_ texts: [String]) throws -> [IntentLikeness] {
    let source = try #require(ID<Source>("so-00000001"))
    let statements = texts.enumerated().map { line, text in
      (citation: Citation(source: source, lines: line + 1...line + 1), text: Array(text.utf8))
    }
    return try finder().likenesses(of: statements)
  }

  @Test("a statement looks like the intent that is nearest, by its own words or by a story's")
  func nearest() throws {
    let found = try likenesses([
      "I wait for my card to arrive", "How do I reset a forgotten PIN", "Still waiting for the card to arrive",
    ])
    #expect(found.map(\.title) == ["Cards arrive", "Forgotten PIN"])
    #expect(found.map { $0.statements.map(\.lines.lowerBound) } == [[1, 3], [2]])
    #expect(found.allSatisfy { $0.score >= IntentFinder.nearness && $0.score <= 1 })
  }

  @Test("what is about something else, or says too little, looks like none")
  func none() throws {
    #expect(try likenesses(["The exchange rate for euros is wrong on the statement", "PIN", "", "…"]).isEmpty)
  }
}
