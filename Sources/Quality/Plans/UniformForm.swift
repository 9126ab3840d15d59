import PlanModel

/// A story in another form than nearly all of the plan.
///
/// QUS "uniform" (Lucassen et al. 2016): all user stories of a set follow roughly the same template.
enum UniformForm: PlanRule {
  static let rule = Rule.uniformForm
  /// In a smaller plan there is no custom yet.
  private static let least = 10

  static func findings(in plan: WordedPlan) -> [Finding] {
    let told = plan.stories.filter { story in story.passages.contains { $0.role == .narrative } }
    guard told.count >= least else { return [] }
    let others = told.filter { story in
      !story.passages.contains { $0.role == .narrative && UserStory(WordedText($0.bytes)) != nil }
    }
    // Nine of ten make a custom.
    guard !others.isEmpty, others.count * 10 <= told.count else { return [] }
    let count = told.count - others.count
    return others.compactMap { story in
      story.passages.first { $0.role == .narrative }.map { passage in
        Finding(
          .quality(.otherForm(stories: count, of: told.count)), path: story.file, line: passage.line,
          column: passage.column)
      }
    }
  }
}
