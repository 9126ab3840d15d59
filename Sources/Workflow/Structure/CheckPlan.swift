import Concurrency
import FileSystem
import Git
import Patterns
import PlanFiles
package import PlanModel

/// What `check` found.
package struct CheckOutcome: Sendable {
  package var findings: [Finding]
  /// How many items of each kind were looked at.
  package var counts: [ItemKind: Int]

  /// Whether the plan has something that is to be mended; advice alone is not.
  package var isClean: Bool { !findings.contains { $0.severity < .advice } }
}

extension Workspace {
  /// Checks the plan's integrity. Nothing is written.
  ///
  /// - Parameter paths: when not empty, only findings in these files or folders, relative to the top.
  package func check(paths: [String] = []) throws(Failure) -> CheckOutcome {
    let snapshot = try plan().inspectedSnapshot()
    var findings = Self.findings(in: snapshot)
    findings += sourceFindings(in: snapshot.plan, try plan())
    findings += attachmentFindings(in: snapshot.plan, try plan().tree)
    findings += try ignoredPlanFiles()
    findings = Self.weighed(findings, in: snapshot.plan, by: snapshot.plan.policy, least: .advice)
    if !paths.isEmpty {
      findings.removeAll { finding in
        !paths.contains { finding.path == $0 || finding.path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
      }
    }
    return CheckOutcome(findings: findings.sorted(by: Finding.standsBefore), counts: snapshot.plan.counts)
  }

  /// What is wrong with plan files, but for their wording and before anything is weighed.
  static func findings(in snapshot: PlanSnapshot) -> [Finding] {
    let rules = concurrently(snapshot.plan.checks, chunk: 1) { $0() }
    return snapshot.findings + rules.joined() + patternFindings(in: snapshot.plan)
  }

  /// Kinds of data to replace whose expressions cannot be used.
  static func policyPatternFindings(in policy: Policy) -> [Finding] {
    policy.redactions.compactMap { redaction in
      guard case .custom(let custom) = redaction, let flaw = Pattern.problem(in: custom.pattern, as: .regex) else {
        return nil
      }
      let problem = FieldProblem.badPattern(
        field: "pattern", pattern: custom.pattern, reason: flaw.reason, offset: flaw.offset)
      return Finding(.field(problem), path: Policy.file, line: custom.line, column: custom.column)
    }
  }

  /// Regular expressions that cannot be used, found before a hook meets them.
  static func patternFindings(in plan: Plan) -> [Finding] {
    let conditions = plan.stories.flatMap { story in
      story.criteria.flatMap(\.conditions).compactMap { condition -> Finding? in
        guard case .regex(let pattern)? = condition.check.pattern,
          let flaw = Pattern.problem(in: pattern, as: .regex)
        else { return nil }
        let problem = ConditionProblem.badPattern(pattern, reason: flaw.reason, offset: flaw.offset)
        return Finding(.condition(problem), path: story.file, line: condition.line)
      }
    }
    return policyPatternFindings(in: plan.policy) + conditions
  }
}

extension Finding {
  /// By file, then by place.
  package static func standsBefore(_ left: Finding, _ right: Finding) -> Bool {
    (left.path, left.line, left.column, left.rule.rawValue) < (
      right.path, right.line, right.column, right.rule.rawValue
    )
  }
}

extension Plan {
  package var counts: [ItemKind: Int] {
    [
      .source: sources.count, .intent: intents.count, .epic: epics.count, .story: stories.count,
      .decision: decisions.count,
    ]
  }
}

extension Condition.Check {
  /// The text that the condition looks for, if it looks for one.
  fileprivate var pattern: TextPattern? {
    switch self {
    case .contains(_, let pattern), .lacks(_, let pattern), .adds(_, let pattern), .removes(_, let pattern): pattern
    default: nil
    }
  }
}
