import PlanModel

/// The stories of a plan that are judged, each with the words of its user story.
struct WordedPlan: Sendable {
  let plan: Plan
  let stories: [Story]

  init(_ plan: Plan) {
    self.plan = plan
    stories = plan.stories.filter(QualityCheck.isJudged)
  }
}
