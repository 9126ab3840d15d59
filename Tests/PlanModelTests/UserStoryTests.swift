import PlanModel
import Testing

@Suite("User stories in their parts") struct UserStoryTests {
  @Test(
    "a text in any of the known forms is a user story",
    arguments: [
      ("As a cook, I want to sort orders, so that I am done.", "cook", "sort orders", "I am done"),
      ("As a cook I need a bell", "cook", "a bell", nil),
      ("As cook, we'd like to sort orders", "cook", "sort orders", nil),
      ("As an X, I would like to be able to sort so I can go", "X", "sort", "I can go"),
      ("In order to go, as a cook, I want to sort", "cook", "sort", "go"),
      ("So that nobody waits, as a cook I want a bell.", "cook", "a bell", "nobody waits"),
      ("To save time, as a cook, I want a bell", "cook", "a bell", "save time"),
      ("**As a** cook\n**I want** a bell\n**so that** I hear them", "cook", "a bell", "I hear them"),
      ("- As a cook\n- I need a bell\n- To be able to hear them", "cook", "a bell", "hear them"),
      ("As a: cook\nI want: a bell\nSo that: I hear", "cook", "a bell", "I hear"),
      ("As a cook, waiter or guest, I want a bell", "cook, waiter or guest", "a bell", nil),
      ("As a cook, when I am busy, I want a bell", "cook", "a bell", nil),
      ("As a cook, the cook wants a bell because it is loud", "cook", "a bell", "it is loud"),
      ("As a cook I must be able to sort in order to go", "cook", "sort", "go"),
      ("As a cook, I don’t want a bell", "cook", "don’t want a bell", nil),
      ("I want a bell, so that I hear them.", nil, "a bell", "I hear them"),
      ("As a cook, a list of orders", "cook", "a list of orders", nil),
      ("As a cook, I want a bell so that that I hear. It is loud.", "cook", "a bell", "I hear"),
      ("As a cook, I want orders sorted, to be done sooner", "cook", "orders sorted", "be done sooner"),
    ] as [(String, String?, String?, String?)])
  func parts(_ text: String, _ role: String?, _ want: String?, _ benefit: String?) throws {
    let story = try #require(UserStory(text))
    func words(_ range: Range<Int>?) -> String? { range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } }
    #expect(words(story.role) == role)
    #expect(words(story.want)?.prefix(want?.count ?? 0) == want.map { $0[...] })
    #expect(words(story.benefit) == benefit)
  }

  @Test(
    "other text is none",
    arguments: [
      "", "as a", "As a result, we want to change it.", "As soon as I go, I want news.", "Orders are sorted.",
      "The field needs a value so that it can be read.", "It is used as a list, and the page needs it.",
    ])
  func others(_ text: String) { #expect(UserStory(text) == nil) }

  @Test("parts never reach out of the text, wherever it is cut")
  func prefixes() {
    let text = "In order to go – as a “cook”, I don’t want to `sort`, so that… I’m done. (so-7h3q2dkm#L3) <!-- x --> 🙂"
    for count in 0...text.utf8.count {
      let prefix = String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)
      guard let story = UserStory(prefix) else { continue }
      for range in [story.role, story.want, story.benefit].compactMap({ $0 }) {
        #expect(range.upperBound <= prefix.utf8.count && !range.isEmpty)
      }
    }
  }
}
