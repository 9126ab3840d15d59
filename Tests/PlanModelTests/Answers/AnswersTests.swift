import PlanModel
import Testing

@Suite("What a release answers") struct AnswersTests {
  private static let source = "so-7h3q2dkm"

  /// A source of five statements; one story cites the first by AC1 and the second by AC2, another the third, and the intent
  /// of both the fourth. The fifth nobody carries.
  private func plan() throws -> Plan {
    let intent = try Sample.id("in-00000001") as ID<Intent>
    var mute = Story(id: try Sample.id("st-00000001"), title: "Mute", file: "", intent: intent)
    mute.criteria = [
      Criterion(id: CriterionID(1), title: "One", line: 10), Criterion(id: CriterionID(2), title: "Two", line: 20),
    ]
    mute.mentions = [try mention(1, at: 11), try mention(2, at: 21)]
    var digest = Story(id: try Sample.id("st-00000002"), title: "Digest", file: "", intent: intent)
    digest.mentions = [try mention(3, at: 5)]
    let why = Intent(id: intent, title: "Quiet", file: "", mentions: [try mention(4, at: 5)])
    return Plan(intents: [why], stories: [mute, digest])
  }

  private func mention(_ line: Int, at place: Int) throws -> Mention {
    let citation = Citation(source: try Sample.id(Self.source), lines: line...line)
    return Mention(.statements(citation), line: place, column: 1)
  }

  private func account(_ plan: Plan) throws -> SourceLedger {
    let statements = (1...5).map { Statement(turn: $0, text: "Sentence \($0)") }
    let source = Source(
      id: try Sample.id(Self.source), title: "Mail", file: "", format: .mail, revisions: [],
      statements: StatementList(statements))
    return Ledger(of: [source], in: plan.citingItems).sources[0]
  }

  private func answers(
    _ criteria: [String: [Int: Verdict]], earlier: [String] = [], unjudged: [String] = [],
    _ change: (inout Plan) -> Void = { _ in }
  ) throws -> [Int: Answer] {
    var plan = try plan()
    change(&plan)
    var verdicts = ReleasedVerdicts(criteria: [:])
    for (story, own) in criteria {
      verdicts.criteria[try Sample.id(story)] = Dictionary(uniqueKeysWithValues: own.map { (CriterionID($0), $1) })
    }
    verdicts.earlier = Set(try earlier.map { try Sample.id($0) as ID<Story> })
    verdicts.unjudged = Set(try unjudged.map { try Sample.id($0) as ID<Story> })
    let told = Answers(plan, verdicts).statements(of: try account(plan))
    return Dictionary(uniqueKeysWithValues: told.map { ($0.line, $0.answer) })
  }

  @Test("a statement that a criterion cites stands and falls with it, whatever the story's others say")
  func criteria() throws {
    let told = try answers(["st-00000001": [1: .met, 2: .unproven]])
    #expect(told == [1: .answered, 2: .unproven, 3: .planned, 4: .unproven, 5: .unplanned])
  }

  @Test("a waiver settles a criterion, an unmet or stale one does not", arguments: Verdict.allCases)
  func verdicts(verdict: Verdict) throws {
    let told = try answers(["st-00000001": [1: verdict, 2: .met]])
    let answers: [Verdict: Answer] = [
      .met: .answered, .waived: .answered, .unmet: .unmet, .stale: .unproven, .unproven: .unproven,
    ]
    #expect(told[1] == answers[verdict])
    #expect(told[2] == .answered)
    // Of what carries the fourth, nothing is left to show that a part is as asked.
    let both = try self.answers(["st-00000001": [1: verdict, 2: .met], "st-00000002": [1: .unproven]])
    #expect(both[4] == (verdict.isSettled ? .partly : answers[verdict]))
  }

  @Test("what the intent alone cites is partly answered at most, though all its stories are in and shown")
  func intents() throws {
    let both = try answers(["st-00000001": [1: .met, 2: .met], "st-00000002": [1: .met]])
    #expect(both[4] == .partly)
    let one = try answers(["st-00000001": [1: .met, 2: .met]])
    #expect(one[4] == .partly)
    let before = try answers(["st-00000001": [1: .met, 2: .met]], earlier: ["st-00000002"])
    #expect(before[4] == .partly)
    #expect(before[3] == .earlier)
  }

  @Test("what came before is not planned, whether anybody recorded that it is as asked or not")
  func before() throws {
    #expect(try answers([:], earlier: ["st-00000001"])[1] == .earlier)
    let unjudged = try answers(["st-00000001": [1: .met, 2: .met]], unjudged: ["st-00000002"])
    // Nobody showed all of it, so it is not called answered.
    #expect(unjudged[3] == .earlier && unjudged[4] == .partly)
    // Of what carries the fourth, one story came before, and one is still to come.
    let part = try answers([:], unjudged: ["st-00000002"])
    #expect(part[1] == .planned && part[4] == .partly)
  }

  @Test("a story without criteria proves nothing")
  func noCriteria() throws {
    #expect(try answers(["st-00000002": [:]])[3] == .unproven)
  }

  @Test("what was dropped carries nothing")
  func dropped() throws {
    let told = try answers([:]) { plan in plan.stories[1].status = .dropped }
    #expect(told[3] == .unplanned)
  }
}
