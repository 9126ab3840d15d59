package import PlanModel

/// Judges how a plan is written: what two people would read differently. Nothing here is ever proof of a fault.
///
/// Only the rules that `severity` gives a weight are applied. Stories are judged one by one, so that the caller may do so
/// on all processors; what is between stories is judged at once.
package struct QualityCheck: Sendable {
  private let rules: [any StoryRule.Type]
  private let planRules: [any PlanRule.Type]
  private let lexicon: Lexicon
  private let severities: [Rule: Severity]
  private let judgesAll: Bool

  /// Takes the rules that weigh `least` or more by `policy`.
  package init(_ policy: Policy, least: Severity = .advice) {
    func weighs(_ rule: Rule) -> Bool { policy.severity(of: rule).map { $0 <= least } ?? false }
    rules = Self.storyRules.filter { weighs($0.rule) }
    planRules = Self.planRules.filter { weighs($0.rule) }
    lexicon = Lexicon(rules.compactMap { $0 as? any PhraseRule.Type })
    severities = Dictionary(
      uniqueKeysWithValues: Rule.allCases.compactMap { rule in policy.severity(of: rule).map { (rule, $0) } })
    judgesAll = least == .advice
  }

  /// Whether there is nothing to apply.
  package var isEmpty: Bool { rules.isEmpty && planRules.isEmpty }

  /// The stories that are judged: what was shipped or dropped is not written again.
  package static func isJudged(_ story: Story) -> Bool { story.status != .shipped && story.status != .dropped }

  /// Judges one story. Nil when it is not to be judged.
  package func judge(_ story: Story) -> StoryJudgement? {
    guard Self.isJudged(story) else { return nil }
    let worded = WordedStory(story, lexicon: lexicon)
    var findings: [Finding] = []
    for rule in rules { findings += rule.findings(in: worded) }
    return StoryJudgement(findings: findings, digest: planRules.isEmpty ? nil : StoryDigest(worded))
  }

  /// What was found in the stories, and what is found between them, waived or not.
  package func findings(_ judgements: [StoryJudgement], in plan: Plan) -> [Finding] {
    let found = judgements.flatMap(\.findings)
    guard !planRules.isEmpty else { return found }
    let worded = WordedPlan(plan, stories: judgements.compactMap(\.digest))
    return found + planRules.flatMap { $0.findings(in: worded) }
  }

  /// The findings with their weights, without those that a waiver speaks for, and with the waivers that speak for none.
  package func settled(_ findings: [Finding], in plan: Plan) -> [Finding] {
    var waivers: [String: [Waiver]] = [:]
    for story in plan.stories where !story.waivers.isEmpty && Self.isJudged(story) {
      waivers[story.file] = story.waivers
    }
    var used: [String: Set<Int>] = [:]
    var settled: [Finding] = []
    for var finding in findings {
      let index = waivers[finding.path]?.firstIndex { $0.rule == finding.rule && $0.subject == finding.line }
      if let index {
        used[finding.path, default: []].insert(index)
      } else if !finding.rule.isAdjustable {
        settled.append(finding)
      } else if let severity = severities[finding.rule] {
        finding.severity = severity
        settled.append(finding)
      }
    }
    guard judgesAll else { return settled }
    for (path, waivers) in waivers {
      for (index, waiver) in waivers.enumerated()
      where used[path]?.contains(index) != true && severities[waiver.rule] != nil {
        settled.append(
          Finding(.quality(.unusedWaiver(waiver.rule)), path: path, line: waiver.line, column: waiver.column))
      }
    }
    return settled
  }

  private static let storyRules: [any StoryRule.Type] = [
    StoryForm.self, MissingBenefit.self, GenericRole.self, SeveralWants.self, ExtraText.self, MissingSubject.self,
    MissingOutcome.self, SeveralWhens.self, SeveralObligations.self, UISteps.self, UntestableOutcome.self,
    SimilarCriteria.self, VagueWords.self, WeakWords.self, EscapeClauses.self, OpenEndedList.self,
    UnmeasuredQuality.self, UnmeasuredComparison.self, IndefiniteTime.self, AbsoluteClaims.self, AndOr.self,
    UnclearReference.self, Undecided.self, DoubleNegative.self, PassiveWithoutAgent.self, LongSentence.self,
  ]

  private static let planRules: [any PlanRule.Type] = [
    UniformForm.self, SimilarStories.self, ConflictingNumbers.self,
  ]
}
