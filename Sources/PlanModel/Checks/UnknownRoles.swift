/// A role that a criterion waits for is one that `handoff.yml` gives to somebody.
enum UnknownRoles: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    let roles = index.plan.policy.roles
    return index.plan.stories.flatMap { story in
      story.criteria.flatMap(\.conditions).compactMap { condition -> Finding? in
        guard case .signOff(let role) = condition.check, roles[role]?.isEmpty ?? true else { return nil }
        let problem = ConditionProblem.unknownRole(role, known: roles.keys.sorted())
        return Finding(.condition(problem), path: story.file, line: condition.line)
      }
    }
  }
}
