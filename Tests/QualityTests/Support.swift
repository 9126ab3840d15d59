import PlanFiles
import PlanModel
import Quality
import Testing

/// Stories to judge.
enum Sample {
  static let path = ".handoff/stories/st-9c4t8wq2-mute.md"

  /// A story with this body; its first line is line 5.
  static func story(_ body: String, id: String = "st-9c4t8wq2", status: String = "draft") throws -> Story {
    let text = "---\nid: \(id)\ntitle: Mute\nstatus: \(status)\n---\n\(body)\n"
    let reading = Story.read(Array(text.utf8), path: ".handoff/stories/\(id)-mute.md")
    #expect(reading.findings == [])
    return try #require(reading.item)
  }

  /// A story with one criterion of this title and text.
  static func criterion(_ title: String, _ text: String = "") throws -> Story {
    try story("## Acceptance criteria\n\n### AC1: \(title)\n\n\(text)")
  }

  /// What `rule` alone finds in a plan of these stories.
  static func findings(_ rule: Rule, in stories: [Story], intents: [Intent] = []) -> [Finding] {
    var policy = Policy()
    for other in Rule.allCases where other.isAdjustable { policy.weights[other] = .off }
    policy.weights[rule] = .advice
    var plan = Plan(policy: policy)
    plan.stories = stories
    plan.intents = intents
    let check = QualityCheck(policy)
    return check.settled(check.findings(stories.compactMap(check.judge), in: plan), in: plan)
  }
}
