import Drafting
import PlanModel
import Testing

@Suite("Stories that a commit may belong to") struct StoryFinderTests {
  private func story(
    _ suffix: String, _ title: String, criteria: [String] = [], narrative: String = "", places: [String] = []
  ) throws -> Story {
    Story(
      id: try #require(ID<Story>("st-0000000" + suffix)), title: title, file: "", status: .ready,
      anchors: places.map { Anchor(path: $0, line: 1) }, narrative: narrative,
      criteria: criteria.enumerated().map { Criterion(id: CriterionID($0 + 1), title: $1, line: 1) })
  }

  private func stories() throws -> [Story] {
    [
      try story(
        "1", "Mute mails about comments", criteria: ["A muted account gets no mail"], places: ["src/notify/**"]),
      try story("2", "Export invoices as PDF", narrative: "Accountants file them on paper.", places: ["src/export.sh"]),
      try story("3", "Sign in with a passkey", criteria: ["The old password still works"]),
    ]
  }

  private func titles(_ suggestions: [StorySuggestion]) -> [String] { suggestions.map(\.title) }

  @Test("the story that says the same comes first", arguments: [("mute the mails", 0), ("PDF of an invoice", 1)])
  func words(message: String, place: Int) throws {
    let stories = try stories()
    let found = StoryFinder(stories).suggestions(for: message, paths: [], limit: 1)
    #expect(found.map(\.story) == [stories[place].id])
    #expect(found[0].score >= StoryFinder.nearness)
  }

  @Test("criteria and narratives are compared too; for a hint, criteria alone")
  func depth() throws {
    let stories = try stories()
    #expect(
      titles(StoryFinder(stories).suggestions(for: "keep the old password", paths: [], limit: 1))
        == ["Sign in with a passkey"])
    let narrated = "accountants and paper"
    #expect(
      titles(StoryFinder(stories).suggestions(for: narrated, paths: [], limit: 1)) == ["Export invoices as PDF"])
    #expect(StoryFinder(stories, depth: .brief).suggestions(for: narrated, paths: [], limit: 1).isEmpty)
  }

  @Test("changed files that a story names bring it nearer, and files of the plan do not count")
  func paths() throws {
    let finder = StoryFinder(try stories())
    let alone = finder.suggestions(for: "tidy up", paths: ["src/notify/mail.sh"], limit: 3)
    #expect(titles(alone) == ["Mute mails about comments"])
    let half = finder.suggestions(for: "tidy up", paths: ["src/notify/mail.sh", "src/other.sh"], limit: 3)
    #expect(half[0].score < alone[0].score)
    let beside = finder.suggestions(for: "tidy up", paths: ["src/notify/mail.sh", ".handoff/handoff.yml"], limit: 3)
    #expect(beside == alone)
  }

  @Test("a score is never above 1, and paths never take one away")
  func bounds() throws {
    let finder = StoryFinder(try stories())
    let words = "Mute mails about comments Mute mails about comments A muted account gets no mail"
    let plain = finder.suggestions(for: words, paths: [], limit: 1)
    let pathed = finder.suggestions(for: words, paths: ["src/notify/a", "src/notify/b"], limit: 1)
    #expect(plain[0].score <= pathed[0].score && pathed[0].score <= 1)
  }

  @Test("nothing is suggested for words that no story has, for no words, and of no stories")
  func none() throws {
    let finder = StoryFinder(try stories())
    #expect(finder.suggestions(for: "quxly frobnzk", paths: [], limit: 3).isEmpty)
    #expect(finder.suggestions(for: "", paths: [], limit: 3).isEmpty)
    #expect(StoryFinder([]).suggestions(for: "mute", paths: ["src/notify/a"], limit: 3).isEmpty)
  }
}
