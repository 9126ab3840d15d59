/// A story that an epic lists names that epic itself, or none.
enum EpicMembership: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    index.plan.epics.flatMap { epic in
      epic.stories.compactMap { id -> Finding? in
        guard let story = index.stories[id.any], let named = story.epic, named != epic.id else { return nil }
        let line = epic.mentions.first { $0.item == id.any }?.line ?? 1
        let problem = ReferenceProblem.epicDisagrees(story: id, epic: epic.id, storySays: named)
        return Finding(.reference(problem), path: epic.file, line: line)
      }
    }
  }
}
