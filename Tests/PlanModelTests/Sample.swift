import PlanModel
import Testing

/// A small sound plan to break.
enum Sample {
  static func id<Item>(_ text: String, as: Item.Type = Item.self) throws -> ID<Item> { try #require(ID(text)) }

  static func story(_ id: String = "st-9c4t8wq2", dependsOn: [String] = []) throws -> Story {
    let ids: [ID<Story>] = try dependsOn.map { try Sample.id($0) }
    let mentions = ids.enumerated().map { Mention(.item($1.any), line: 5 + $0, column: 5) }
    return Story(
      id: try Sample.id(id), title: "Mute", file: ".handoff/stories/\(id).md", titleLine: 3, status: .ready,
      dependsOn: ids,
      criteria: [
        Criterion(
          id: CriterionID(1), title: "a", conditions: [Condition(.signOff(role: "support"), line: 22)], line: 20)
      ], mentions: mentions)
  }

  static func source(_ texts: [String] = ["I tried three times.", "It is not there."]) throws -> Source {
    Source(
      id: try id("so-7h3q2dkm"), title: "Call", file: ".handoff/sources/so-7h3q2dkm-call/source.yml", format: .text,
      revisions: [Revision(original: "original.txt", sha256: "")],
      statements: StatementList(texts.map { Statement(turn: 1, text: $0) }))
  }

  static func plan(_ change: (inout Plan) throws -> Void = { _ in }) throws -> Plan {
    var policy = Policy()
    policy.roles = ["support": ["sam@example.com"]]
    var plan = Plan(policy: policy)
    plan.sources = [try source()]
    plan.intents = [Intent(id: try id("in-4b8x2mvq"), title: "Why", file: ".handoff/intents/in-4b8x2mvq.md")]
    plan.stories = [try story()]
    try change(&plan)
    return plan
  }

  static func quotation(_ text: String, _ citation: String = "so-7h3q2dkm#L1") throws -> Quotation {
    Quotation(text: text, citation: try #require(Citation(citation)), line: 12)
  }
}
