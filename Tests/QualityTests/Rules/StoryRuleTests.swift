import PlanModel
import Testing

@Suite("Rules about user stories") struct StoryRuleTests {
  @Test(
    "a slip of form is found",
    arguments: [
      (.storyForm, "I want to print the week.", .noRole),
      (.storyForm, "As a cook, a list of orders by table.", .noWant),
      (.missingBenefit, "As a cook, I want to sort orders.", .noBenefit),
      (.genericRole, "As an end user, I want to sort orders.", .words(.genericRole, "end user")),
      (.genericRole, "As the system, I want to sort orders.", .words(.genericRole, "system")),
      (.severalWants, "As a cook, I want to sort and print orders.", .words(.severalWants, "and print")),
      (.severalWants, "As a cook, I want to sort orders and I want a bell.", .words(.severalWants, "and I")),
      (
        .extraText, "As a cook, I want to sort orders (by table), so that I am done sooner.",
        .words(.extraText, "by table")
      ),
    ] as [(Rule, String, QualityProblem)])
  func found(_ rule: Rule, _ text: String, _ problem: QualityProblem) throws {
    #expect(Sample.findings(rule, in: [try Sample.story(text)]).map(\.problem) == [.quality(problem)])
  }

  @Test(
    "what is well formed is passed over",
    arguments: [
      (.storyForm, "As a cook, I want to sort orders."), (.storyForm, "Orders are sorted by table."),
      (.missingBenefit, "In order to serve a table at once, as a cook, I want to sort orders."),
      (.missingBenefit, "Orders are sorted by table."), (.genericRole, "As a new user, I want to sort orders."),
      (.severalWants, "As a cook, I want to sort orders and drinks."),
      (.severalWants, "As a cook, I want to sort orders, so that I find and print them."),
      (.severalWants, "As a cook, I want to see the search and filter."),
      (.extraText, "As a cook, I want to sort order(s), so that I am done (so-7h3q2dkm#L3)."),
    ] as [(Rule, String)])
  func passedOver(_ rule: Rule, _ text: String) throws {
    #expect(Sample.findings(rule, in: [try Sample.story(text)]) == [])
  }

  @Test("a story in another form than nine of ten is found, and not where there is no custom")
  func uniform() throws {
    let told = try (0..<9).map { try Sample.story("As a cook, I want to see order \($0).", id: "st-0000000\($0)") }
    let other = try Sample.story("Orders are sorted.", id: "st-1111111a")
    let findings = Sample.findings(.uniformForm, in: told + [other])
    #expect(findings.map(\.problem) == [.quality(.otherForm(stories: 9, of: 10))])
    #expect(findings.map(\.path) == [other.file])
    #expect(Sample.findings(.uniformForm, in: Array(told.dropFirst()) + [other]) == [])
  }

  @Test("stories that ask for the same are found whatever the order of their words")
  func similar() throws {
    let first = try Sample.story("As a cook, I want to sort open orders by table.", id: "st-1111111a")
    let same = try Sample.story("As the cook, I want to sort by table the open orders.", id: "st-2222222a")
    let other = try Sample.story("As a cook, I want to sort open orders by guest.", id: "st-3333333a")
    let findings = Sample.findings(.similarStories, in: [first, same, other])
    #expect(findings.map(\.problem) == [.quality(.similarStory(other: "st-1111111a", title: "Mute"))])
    #expect(findings.map(\.path) == [same.file])
  }

  @Test(
    "numbers and negations part stories that are alike otherwise",
    arguments: ["sort 5 open orders by table", "never sort open orders by table"])
  func sharp(_ want: String) throws {
    let first = try Sample.story("As a cook, I want to sort open orders by table.", id: "st-1111111a")
    let other = try Sample.story("As a cook, I want to \(want).", id: "st-2222222a")
    #expect(Sample.findings(.similarStories, in: [first, other]) == [])
  }

  @Test("many stories that share all but a word are compared in time")
  func many() throws {
    let stories = try (0..<2_000).map { number in
      let id = "st-" + String(10_000_000 + number)
      return try Sample.story("As a cook, I want to sort orders by table in room r\(number).", id: id)
    }
    #expect(Sample.findings(.similarStories, in: stories).count < stories.count)
  }
}
