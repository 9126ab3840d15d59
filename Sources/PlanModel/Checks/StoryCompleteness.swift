/// A story has criteria, and each of them a way to prove it.
enum StoryCompleteness: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    index.plan.stories.filter { $0.status != .dropped }.flatMap(findings)
  }

  private static func findings(of story: Story) -> [Finding] {
    if story.criteria.isEmpty {
      // What was finished before it came here has nothing to be judged by. Anybody can write that, so it is told.
      let problem: StoryProblem =
        if story.status == .shipped, let origin = story.origin {
          .shippedElsewhere(title: story.title, origin: origin)
        } else {
          .noCriteria(title: story.title, status: story.status)
        }
      return [Finding(.story(problem), path: story.file, line: story.titleLine)]
    }
    guard story.status != .shipped else { return [] }
    return story.criteria.filter(\.conditions.isEmpty).map {
      Finding(.story(.noConditions($0.id)), path: story.file, line: $0.line)
    }
  }
}
