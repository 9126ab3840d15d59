import PlanModel
import TestKit
import Testing

@Suite("Checks between the items of a plan")
struct PlanCheckTests {
  private let path = ".handoff/stories/st-9c4t8wq2.md"

  private func findings(_ change: (inout Plan) throws -> Void) throws -> [Finding] {
    try Sample.plan(change).findings()
  }

  @Test("a sound plan, and an empty one, have no findings")
  func sound() throws {
    #expect(try findings { _ in } == [])
    #expect(Plan().findings() == [])
  }

  @Test("an id used again is reported in the second file, with the first")
  func duplicateIDs() throws {
    let found = try findings { plan in
      var copy = try Sample.story()
      copy.file = ".handoff/stories/copy.md"
      plan.stories += [copy, copy]
    }
    let problem = Problem.reference(.duplicate(try #require(ItemID("st-9c4t8wq2")), other: path))
    #expect(found == [1, 2].map { _ in Finding(problem, path: ".handoff/stories/copy.md") })
  }

  @Test("a mention of nothing is reported where it stands, with the id that was meant")
  func unknownReferences() throws {
    let typo = try #require(ItemID("in-4b8x2mvp"))
    let far = try #require(ItemID("de-00000000"))
    let found = try findings { plan in
      plan.stories[0].mentions = [
        Mention(.item(typo), line: 7, column: 3), Mention(.item(far), line: 8, column: 1),
        Mention(.item(plan.intents[0].id.any), line: 9, column: 1),
      ]
    }
    #expect(
      found == [
        Finding(.reference(.unknown(typo, nearest: ItemID("in-4b8x2mvq"))), path: path, line: 7, column: 3),
        Finding(.reference(.unknown(far, nearest: nil)), path: path, line: 8),
      ])
  }

  @Test("thousands of mentions of nothing are reported as quickly as one")
  func manyUnknown() throws {
    var random = SystemRandomNumberGenerator()
    let (result, nanoseconds) = processorTimed {
      try findings { plan in
        for _ in 0..<500 {
          let id = try #require(ID<Intent>(ItemID.random(.intent, using: &random)))
          plan.intents.append(Intent(id: id, title: "", file: "\(id)"))
        }
        plan.stories[0].mentions = (0..<20_000).map {
          Mention(.item(.random(.decision, using: &random)), line: $0 + 1, column: 1)
        }
      }
    }
    #expect(nanoseconds < 60_000_000_000)
    let found = try result.get()
    #expect(found.count == 20_000)
  }

  @Test("a sign-off for no story or criterion is reported in its own file")
  func signOffs() throws {
    let found = try findings { plan in
      for (story, criterion) in [("st-9c4t8wq2", 1), ("st-9c4t8wq2", 2), ("st-9c4t8wq3", 1)] {
        plan.signOffs.append(
          SignOff(
            story: try Sample.id(story), criterion: CriterionID(criterion), act: .accepted, role: "support", by: "",
            at: "",
            wording: "", file: "\(story)/AC\(criterion).yml"))
      }
    }
    let reference = try #require(CriterionReference("st-9c4t8wq2/AC2"))
    let unknown = try #require(ItemID("st-9c4t8wq3"))
    #expect(
      found == [
        Finding(.reference(.unknownCriterion(reference)), path: "st-9c4t8wq2/AC2.yml"),
        Finding(.reference(.unknown(unknown, nearest: ItemID("st-9c4t8wq2"))), path: "st-9c4t8wq3/AC1.yml"),
      ])
  }

  @Test("a citation or ledger line that the source does not have is reported", arguments: ["L2-L3", "L3"])
  func unknownStatements(lines: String) throws {
    let citation = try #require(Citation("so-7h3q2dkm#\(lines)"))
    let problem = Problem.source(.unknownStatement(citation, statements: 2))
    let cited = try findings { $0.stories[0].mentions = [Mention(.statements(citation), line: 7, column: 9)] }
    #expect(cited == [Finding(problem, path: path, line: 7, column: 9)])
    let entry = LedgerEntry(lines: LineRange(citation.lines), why: "x")
    let ledger = try findings { $0.sources[0].setAside = [entry, LedgerEntry(lines: LineRange(1...2), why: "y")] }
    #expect(ledger == [Finding(problem, path: ".handoff/sources/so-7h3q2dkm-call/source.yml")])
  }

  @Test("an epic and a story that names another epic disagree; a story that names none does not")
  func epics() throws {
    let found = try findings { plan in
      let epics: [ID<Epic>] = [try Sample.id("ep-6r2n9hyc"), try Sample.id("ep-2m8r4tzc")]
      plan.stories.append(try Sample.story("st-3hm7d0ke"))
      plan.stories[0].epic = epics[1]
      let ids = plan.stories.map(\.id)
      let mentions = ids.enumerated().map { Mention(.item($1.any), line: 6 + $0, column: 5) }
      plan.epics = epics.map { Epic(id: $0, title: "", file: "\($0)", stories: ids, mentions: mentions) }
    }
    let problem = ReferenceProblem.epicDisagrees(
      story: try Sample.id("st-9c4t8wq2"), epic: try Sample.id("ep-6r2n9hyc"), storySays: try Sample.id("ep-2m8r4tzc"))
    #expect(found == [Finding(.reference(problem), path: "ep-6r2n9hyc", line: 6)])
  }

  @Test(
    "a story without criteria is reported at its title line, and a draft only warned of",
    arguments: StoryStatus.allCases)
  func noCriteria(status: StoryStatus) throws {
    let found = try findings { plan in
      plan.stories[0].criteria = []
      plan.stories[0].status = status
    }
    let problem = Problem.story(.noCriteria(title: "Mute", status: status))
    #expect(found == (status == .dropped ? [] : [Finding(problem, path: path, line: 3)]))
    #expect(found.allSatisfy { $0.severity == (status == .draft ? .warning : .error) })
  }

  @Test(
    "what was shipped before it was imported is not asked for criteria, but it is told: anybody can write an origin")
  func shippedElsewhere() throws {
    for status in StoryStatus.allCases where status != .dropped {
      let found = try findings { plan in
        plan.stories[0].criteria = []
        plan.stories[0].status = status
        plan.stories[0].origin = "backlog:task-1"
      }
      let elsewhere = Problem.story(.shippedElsewhere(title: "Mute", origin: "backlog:task-1"))
      let own = Problem.story(.noCriteria(title: "Mute", status: status))
      #expect(found == [Finding(status == .shipped ? elsewhere : own, path: path, line: 3)])
      if status == .shipped { #expect(found.map(\.severity) == [.advice]) }
    }
  }

  @Test("a criterion without conditions is advice until the story has shipped")
  func noConditions() throws {
    for status in StoryStatus.allCases {
      let found = try findings { plan in
        plan.stories[0].status = status
        plan.stories[0].criteria[0].conditions = []
      }
      let isAsked = status != .shipped && status != .dropped
      #expect(found == (isAsked ? [Finding(.story(.noConditions(CriterionID(1))), path: path, line: 20)] : []))
    }
  }

  @Test("an open question is reported once work may begin, and a number used twice always")
  func questions() throws {
    let question = Question(id: QuestionID(1), text: "?", isAnswered: false, line: 30)
    let open = Problem.story(.openQuestion(QuestionID(1), status: "ready"))
    #expect(try findings { $0.stories[0].questions = [question] } == [Finding(open, path: path, line: 30)])
    var answered = question
    answered.isAnswered = true
    answered.line = 31
    #expect(try findings { $0.stories[0].questions = [answered] } == [])
    #expect(try findings { $0.intents[0].questions = [question] } == [])
    let twice = Problem.story(.duplicateQuestion(QuestionID(1), firstLine: 30))
    #expect(
      try findings { $0.intents[0].questions = [question, answered, answered] }
        == [31, 31].map {
          Finding(twice, path: ".handoff/intents/in-4b8x2mvq.md", line: $0)
        })
  }

  @Test("a role that nobody has is reported at the condition that waits for it")
  func roles() throws {
    let unknown = Problem.condition(.unknownRole("support", known: ["product"]))
    #expect(try findings { $0.policy.roles = ["product": ["a"]] } == [Finding(unknown, path: path, line: 22)])
    let empty = Problem.condition(.unknownRole("support", known: ["support"]))
    #expect(try findings { $0.policy.roles = ["support": []] } == [Finding(empty, path: path, line: 22)])
  }
}
