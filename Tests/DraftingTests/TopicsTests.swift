import Drafting
import Testing

@Suite("Topics") struct TopicsTests {
  private static let texts = [
    "My card has not arrived yet", "How do I reset my PIN?", "I am still waiting for my card to arrive",
    "I forgot my PIN, how can I reset it?", "What is the exchange rate for euros?",
  ]

  private func index(_ texts: [String]) -> SimilarityIndex { SimilarityIndex(texts.map { Array($0.utf8) }) }

  @Test("what says the same is one topic, in the order of the texts")
  func groups() {
    #expect(Topics(index(Self.texts)).groups == [[0, 2], [1, 3], [4]])
  }

  @Test("the nearest come first, and a text is nearest to itself")
  func nearest() {
    let near = index(Self.texts).nearest(to: Array(Self.texts[1].utf8), limit: 2)
    #expect(near.map(\.text) == [1, 3])
    #expect(near[0].similarity > 0.99 && near[1].similarity < near[0].similarity)
  }

  @Test("no text, one text and texts without words have topics of their own")
  func few() {
    #expect(Topics(index([])).groups == [])
    #expect(Topics(index(["one"])).groups == [[0]])
    #expect(Topics(index(["", "…", ""])).groups == [[0], [1], [2]])
    #expect(index(["one"]).nearest(to: [], limit: 3).isEmpty)
  }

  @Test("every text is in one topic, also of many that are alike")
  func complete() {
    let texts = (0..<300).map { "Order \($0 % 7) was late by \($0 % 11) days" }
    let groups = Topics(index(texts)).groups
    #expect(groups.joined().sorted() == Array(0..<300))
    #expect(groups.count < 20)
  }

  @Test(
    "English endings make no difference",
    arguments: [("crash", "crashes"), ("export", "exporting"), ("study", "studies")])
  func stems(first: String, second: String) {
    #expect(index([first, second]).nearest(to: Array(first.utf8), limit: 2).count == 2)
  }
}
