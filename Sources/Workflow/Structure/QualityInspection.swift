import Concurrency
import PlanFiles
package import PlanModel
import Quality

/// A rule with what it weighs in a plan.
package struct RuleSetting: Hashable, Sendable {
  package var rule: Rule
  /// Nil when it is not applied.
  package var severity: Severity?
  /// Whether `handoff.yml` says so.
  package var isSet: Bool
}

extension Workspace {
  /// Every rule, in the order of the reference, with what it weighs here; where there is no plan, what it weighs by default.
  package func ruleSettings() throws(Failure) -> [RuleSetting] {
    var ignored: [Finding] = []
    let policy = try plan().policy(&ignored)
    return Rule.allCases.map { rule in
      RuleSetting(rule: rule, severity: policy.severity(of: rule), isSet: policy.weights[rule] != nil)
    }
  }

  /// The findings with their weights, and with those about the wording of stories that weigh `least` or more.
  ///
  /// Hooks ask for errors alone: by default there are none, and no word is looked at.
  static func weighed(_ findings: [Finding], in plan: Plan, by policy: Policy, least: Severity) -> [Finding] {
    let check = QualityCheck(policy, least: least)
    guard !check.isEmpty else { return check.settled(findings, in: plan) }
    let judgements = concurrently(plan.stories) { check.judge($0) }.compactMap { $0 }
    return check.settled(findings + check.findings(judgements, in: plan), in: plan)
  }
}
