@testable import Drafting
import Testing

@Suite("Topics") struct TopicsTests {
  private static let texts = [
    "My card has not arrived yet", "How do I reset my PIN?", "I am still waiting for my card to arrive",
    "I forgot my PIN, how can I reset it?", "What is the exchange rate for euros?",
  ]

  private func index(_ texts: [String]) -> SimilarityIndex { SimilarityIndex(texts.map { Array($0.utf8) }) }

  private func groups(_ texts: [String]) -> [[Int]] { Topics(of: texts.map { Array($0.utf8) }).groups }

  @Test("what says the same is one topic, in the order of the texts")
  func groups() {
    #expect(groups(Self.texts) == [[0, 2], [1, 3], [4]])
  }

  @Test("the nearest come first, and a text is nearest to itself")
  func nearest() {
    let near = index(Self.texts).nearest(to: Array(Self.texts[1].utf8), limit: 2)
    #expect(near.map(\.text) == [1, 3])
    #expect(near[0].similarity > 0.99 && near[1].similarity < near[0].similarity)
  }

  @Test("the first of several lines counts again where that is wanted")
  func firstLine() {
    let texts = ["Crash on start\nthe window opens late", "Mails are empty\nsince an update of the server"]
    let question = Array("Mails are empty\nand a crash on start, the window opens late".utf8)
    func first(weighsFirstLine: Bool) -> Int? {
      SimilarityIndex(texts.map { Array($0.utf8) }, weighsFirstLine: weighsFirstLine)
        .nearest(to: question, limit: 1).first?.text
    }
    #expect(first(weighsFirstLine: false) == 0)
    #expect(first(weighsFirstLine: true) == 1)
  }

  @Test("what is near enough is found as by comparing with all of them")
  func nearEnough() {
    let words = Self.texts.joined(separator: " ").split(separator: " ")
    var seed: UInt64 = 7
    func sentence() -> String {
      let count = 3 + Int(seed % 9)
      return (0..<count).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return String(words[Int(seed >> 33) % words.count])
      }.joined(separator: " ")
    }
    let index = index((0..<200).map { _ in sentence() })
    var found = 0
    for _ in 0..<200 {
      let text = Array(sentence().utf8)
      let first = index.nearest(to: text, limit: 1).first
      for least: Float in [0.2, 0.42, 0.7, 0.9] {
        let near = index.nearest(to: text, atLeast: least)
        let expected = first.flatMap { $0.similarity >= least ? $0 : nil }
        #expect(near?.text == expected?.text && near?.similarity == expected?.similarity)
        if near != nil { found += 1 }
      }
    }
    #expect((200..<800).contains(found))
  }

  @Test("no text, one text and texts without words have topics of their own")
  func few() {
    #expect(groups([]) == [])
    #expect(groups(["one"]) == [[0]])
    #expect(groups(["", "…", ""]) == [[0], [1], [2]])
    #expect(index(["one"]).nearest(to: [], limit: 3).isEmpty)
  }

  @Test("every text is in one topic, also of many that are alike")
  func complete() {
    let texts = (0..<300).map { "Order \($0 % 7) was late by \($0 % 11) days" }
    let groups = self.groups(texts)
    #expect(groups.joined().sorted() == Array(0..<300))
    #expect(groups.count < 20)
  }

  @Test(
    "English endings make no difference",
    arguments: [("crash", "crashes"), ("export", "exporting"), ("study", "studies")])
  func stems(first: String, second: String) {
    #expect(index([first, second]).nearest(to: Array(first.utf8), limit: 2).count == 2)
  }

  @Test("texts of the same letters are one topic, and weigh as many as they are")
  func same() {
    let texts = ["My card is late", "Reset the PIN", "my CARD is late", "My card is late"]
    #expect(groups(texts) == [[0, 2, 3], [1]])
    #expect(Topics(of: texts.map { Array($0.utf8) }).sampling == nil)
  }

  @Test("of too many, those that are said most often are compared, and the others go to what is nearest, or to none")
  func sampled() {
    let often = ["My card has not arrived yet", "How do I reset my PIN?"].flatMap { [$0, $0, $0] }
    let rare = [
      "I am still waiting for my card to arrive", "Dark mode would be lovely", "I forgot my PIN, how to reset it?",
    ]
    let topics = Topics(of: (rare + often).map { Array($0.utf8) }, most: 2)
    #expect(topics.groups == [[0, 3, 4, 5], [1], [2, 6, 7, 8]])
    #expect(topics.alone == [1])
    #expect(
      topics.sampling == Topics.Sampling(texts: 9, different: 5, compared: 2, attached: 2, alone: 1))
  }

  @Test("of texts that are said as often, some from everywhere are compared")
  func everywhere() {
    let words = ["apple", "bridge", "candle", "donkey", "engine", "forest", "garden", "hammer"]
    let topics = Topics(of: words.map { Array("\($0) \($0)s".utf8) }, most: 4)
    #expect(topics.sampling?.compared == 4)
    #expect(topics.alone == [1, 3, 5, 7])
  }
}
