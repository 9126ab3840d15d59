import PlanModel

/// A story in another form than nearly all of the plan.
///
/// QUS "uniform" (Lucassen et al. 2016): all user stories of a set follow roughly the same template.
enum UniformForm: PlanRule {
  static let rule = Rule.uniformForm
  /// In a smaller plan there is no custom yet.
  private static let least = 10

  static func findings(in plan: WordedPlan) -> [Finding] {
    let told = plan.stories.filter(\.hasNarrative)
    let others = told.filter { !$0.isUserStory }
    // Nine of ten make a custom.
    guard told.count >= least, others.count * 10 <= told.count else { return [] }
    let problem = QualityProblem.otherForm(stories: told.count - others.count, of: told.count)
    return others.map { Finding(.quality(problem), path: $0.file, line: $0.line, column: $0.column) }
  }
}
