/// A story that is worked on has no question open that blocks it: neither of its own, nor of the intent that it serves.
enum BlockingQuestions: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    let working = index.plan.stories.filter(\.status.acceptsWork)
    return working.flatMap(ofStory) + ofIntents(index.plan.intents, working)
  }

  private static func ofStory(_ story: Story) -> [Finding] {
    story.questions.filter(\.blocks).map {
      Finding(.story(.blockingQuestion($0.id, status: story.status.rawValue)), path: story.file, line: $0.line)
    }
  }

  /// One finding at the question, however many stories wait for it: that is where it is mended.
  private static func ofIntents(_ intents: [Intent], _ working: [Story]) -> [Finding] {
    let byIntent = Dictionary(grouping: working.filter { $0.intent != nil }, by: \.intent)
    return intents.flatMap { intent -> [Finding] in
      guard let stories = byIntent[intent.id] else { return [] }
      return intent.questions.filter(\.blocks).map {
        Finding(.story(.blockedStories($0.id, stories.map(\.id).sorted())), path: intent.file, line: $0.line)
      }
    }
  }
}
