import PlanModel

/// The stories of a plan that are judged, and the limits that their intents set.
struct WordedPlan: Sendable {
  let stories: [StoryDigest]
  let limits: [ID<Intent>: [Limit]]

  init(_ plan: Plan, stories: [StoryDigest]) {
    self.stories = stories
    let limits = plan.intents.map { ($0.id, Limit.limits(in: $0.passages.map(Wording.init), of: $0.file)) }
    self.limits = Dictionary(limits) { first, _ in first }
  }
}
