import PlanModel
import Testing

@Suite("Checks of questions and decisions")
struct QuestionCheckTests {
  private let storyPath = ".handoff/stories/st-9c4t8wq2.md"
  private let blocking = Question(id: QuestionID(1), text: "?", isAnswered: false, isBlocking: true, line: 30)

  private func findings(_ change: (inout Plan) throws -> Void) throws -> [Finding] {
    try Sample.plan(change).findings()
  }

  private func decision(
    _ id: String, supersedes: String? = nil, by: String? = nil, _ status: DecisionStatus = .accepted
  ) throws -> Decision {
    let old: ID<Decision>? = try supersedes.map { try Sample.id($0) }
    return Decision(
      id: try Sample.id(id), title: "One", file: ".handoff/decisions/\(id).md", status: status, supersedes: old,
      supersededBy: try by.map { try Sample.id($0) },
      mentions: old.map { [Mention(.item($0.any), line: 6, column: 13)] } ?? [])
  }

  @Test("a blocking question is an error once work may begin, and none before", arguments: StoryStatus.allCases)
  func ofStory(_ status: StoryStatus) throws {
    let found = try findings { plan in
      plan.stories[0].status = status
      plan.stories[0].questions = [blocking]
    }
    let problem = Problem.story(.blockingQuestion(QuestionID(1), status: status.rawValue))
    let isExpected = status == .ready || status == .active
    #expect(
      found.filter { $0.rule == .blockingQuestion || $0.rule == .openQuestion }
        == (isExpected ? [Finding(problem, path: storyPath, line: 30)] : []))
    #expect(problem.severity == .error)
  }

  @Test("a blocking question of an intent is told once, with the stories that it blocks")
  func ofIntent() throws {
    let found = try findings { plan in
      plan.intents[0].questions = [blocking]
      plan.stories[0].intent = plan.intents[0].id
      var draft = try Sample.story("st-00000002")
      draft.intent = plan.intents[0].id
      draft.status = .draft
      plan.stories.append(draft)
    }
    let problem = Problem.story(.blockedStories(QuestionID(1), [try Sample.id("st-9c4t8wq2")]))
    #expect(found == [Finding(problem, path: ".handoff/intents/in-4b8x2mvq.md", line: 30)])
  }

  @Test("decisions that supersede each other are found once, and so is one that supersedes itself")
  func cycles() throws {
    let found = try findings { plan in
      plan.decisions = [
        try decision("de-00000001", supersedes: "de-00000002", .superseded),
        try decision("de-00000002", supersedes: "de-00000003", .superseded),
        try decision("de-00000003", supersedes: "de-00000002", .superseded),
        try decision("de-00000004", supersedes: "de-00000004", .superseded),
      ]
    }
    let pair: [ID<Decision>] = [
      try Sample.id("de-00000002"), try Sample.id("de-00000003"), try Sample.id("de-00000002"),
    ]
    let own: ID<Decision> = try Sample.id("de-00000004")
    #expect(
      found == [
        Finding(
          .reference(.supersessionCycle(pair)), path: ".handoff/decisions/de-00000002.md", line: 6, column: 13),
        Finding(
          .reference(.supersessionCycle([own, own])), path: ".handoff/decisions/de-00000004.md", line: 6, column: 13),
      ])
  }

  @Test("a decision that supersedes an unknown one is reported where it says so")
  func unknown() throws {
    let found = try findings { $0.decisions = [try decision("de-00000001", supersedes: "de-zzzzzzzz")] }
    #expect(found.map(\.rule) == [.unknownReference] && found.map(\.line) == [6])
  }

  @Test("a decision that is superseded and does not say so is reported; a proposal takes nobody's place")
  func disagreement() throws {
    let old = try decision("de-00000001")
    let found = try findings { $0.decisions = [old, try decision("de-00000002", supersedes: "de-00000001")] }
    #expect(found.map(\.rule) == [.supersessionMismatch] && found.map(\.path) == [old.file])
    let proposed = try findings {
      $0.decisions = [old, try decision("de-00000002", supersedes: "de-00000001", .proposed)]
    }
    #expect(proposed == [])
  }

  @Test("two decisions that hold and supersede the same one are reported at the later one, until one gives way")
  func rivals() throws {
    let old = try decision("de-00000001", by: "de-00000002", .superseded)
    var first = try decision("de-00000003", supersedes: "de-00000001")
    first.date = "2026-01-04"
    var later = try decision("de-00000002", supersedes: "de-00000001")
    later.date = "2026-02-01"
    let found = try findings { $0.decisions = [old, later, first] }
    let expected = Problem.reference(.rivalSuccessor(old: old.id, other: first.id))
    #expect(found == [Finding(expected, path: later.file, line: 6, column: 13)])
    #expect(expected.rule == .supersessionMismatch && expected.severity == .warning)
    later.status = .superseded
    #expect(try findings { $0.decisions = [old, later, first] } == [])
  }

  @Test("a superseded decision is no answer any more, unless its successor is named beside it")
  func supersededAnswer() throws {
    let old = try decision("de-00000001", by: "de-00000002", .superseded)
    let new = try decision("de-00000002", supersedes: "de-00000001")
    var answer = Question(id: QuestionID(3), text: "?", isAnswered: true, decisions: [old.id], line: 40)
    func found() throws -> [Finding] {
      try findings { plan in
        plan.decisions = [old, new]
        plan.stories[0].questions = [answer]
      }
    }
    let problem = Problem.story(.supersededAnswer(QuestionID(3), old.id, by: new.id))
    #expect(try found() == [Finding(problem, path: storyPath, line: 40)])
    answer.decisions.append(new.id)
    #expect(try found() == [])
    answer.decisions = [old.id]
    answer.isAnswered = false
    #expect(try found().allSatisfy { $0.rule == .openQuestion })
  }
}
