import PlanModel

/// The same quantity with two numbers: in two places of a story, or in a story and its intent.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.6 (consistent); QUS "conflict-free" (Lucassen et al. 2016). Only limits are compared, as
/// examples differ on purpose.
enum ConflictingNumbers: PlanRule {
  static let rule = Rule.conflictingNumbers

  static func findings(in plan: WordedPlan) -> [Finding] {
    plan.stories.flatMap { story -> [Finding] in
      var known = story.intent.flatMap { plan.limits[$0] } ?? []
      return story.limits.compactMap { limit in
        defer { known.append(limit) }
        guard let other = known.first(where: limit.contradicts) else { return nil }
        let problem = QualityProblem.conflictingNumbers(
          limit.words, other: other.words, path: other.path, line: other.line)
        return Finding(.quality(problem), path: limit.path, line: limit.line, column: limit.column)
      }
    }
  }
}
