/// The policy and settings of `.handoff/handoff.yml`.
package struct Policy: Hashable, Sendable {
  /// The newest version of the format that this program reads.
  package static let newestVersion = 1

  package var version = Policy.newestVersion
  /// The trailer key that links a commit to a story.
  package var trailer = "Story"
  /// The branch that plan truth is compared with.
  package var main = "main"
  package var commits = CommitRules()
  /// The first rule that matches a pushed ref decides.
  package var push: [PushRule] = PushRule.standard
  /// Who acts in which role, by mail address.
  package var roles: [String: [String]] = [:]
  /// Who has to look at which changes of the plan.
  package var review: [ReviewRule] = []
  /// The kinds of data that intake replaces.
  package var redactions: [Redaction] = []
  /// What rules weigh that the plan sets itself.
  package var weights: [Rule: RuleWeight] = [:]
  package var roadmap = RoadmapSettings()
  /// The largest file that a sign-off may carry, in bytes.
  package var attachmentLimit = Attachment.standardLimit

  package init() {}

  /// What a finding of `rule` weighs; nil when the rule is not applied.
  package func severity(of rule: Rule) -> Severity? {
    guard let weight = weights[rule] else { return rule.isOffByDefault ? nil : rule.severity }
    return Severity(rawValue: weight.rawValue)
  }

  /// The first rule whose refs match `branch`, a short or full ref name.
  package func rule(forRef ref: String) -> PushRule? {
    let prefix = ["refs/heads/", "refs/tags/"].first(where: ref.hasPrefix) ?? ""
    let short = String(ref.dropFirst(prefix.count))
    return push.first { $0.refs.contains { $0.matches(ref: short) || $0.matches(ref: ref) } }
  }
}

/// What every commit has to carry, and which commits are exempt.
package struct CommitRules: Hashable, Sendable {
  package enum Requirement: String, CaseIterable, Sendable {
    case story, none
  }

  package enum ExemptKind: String, CaseIterable, Sendable {
    case merge, revert, fixup
    /// Says `No-Story: <reason>` in a trailer; not exempt unless the policy lists it.
    case noStory = "no-story"
  }

  package var require = Requirement.story
  /// A commit that changes nothing else is exempt.
  package var exemptPaths: [Glob] = []
  /// Globs over `Name <address>` and the address alone.
  package var exemptAuthors: [Glob] = []
  package var exemptKinds: Set<ExemptKind> = [.merge, .revert, .fixup]

  package init() {}
}

/// What stops a push to some refs, and what is only said.
package struct PushRule: Hashable, Sendable {
  package var refs: [Glob]
  package var block: Set<Problem>
  package var warn: Set<Problem>

  /// What can be wrong with a pushed ref.
  package enum Problem: String, CaseIterable, Comparable, Sendable {
    /// A commit without a story.
    case unlinked
    /// A link to a story that does not exist or takes no work, or a plan that does not check.
    case invalid
    case unmet
    case stale
    case unproven
    /// A setting of `handoff.yml` that asks for less than before.
    case weakenedSettings = "weakened-settings"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package init(refs: [Glob], block: Set<Problem> = [], warn: Set<Problem> = []) {
    self.refs = refs
    self.block = block
    self.warn = warn
  }

  /// What holds where `handoff.yml` names no rules.
  package static let standard = [
    PushRule(refs: [Glob("*")], block: [.unlinked, .invalid], warn: [.unmet, .stale, .unproven])
  ]
}
