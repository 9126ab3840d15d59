package import Git
package import PlanModel

/// What was found about one ref that is pushed.
package struct PushedRef: Sendable {
  /// In full, such as `refs/heads/main`.
  package var name: String
  /// The stories that the pushed commits are linked to.
  package var stories: [StoryReport]
  /// Commits without a story that are not exempt.
  package var unlinked: [Commit]
  /// Those of them whose messages say why they have no story, which the policy does not take.
  package var declining: Set<ObjectID>
  package var invalidLinks: [InvalidLink]
  /// What `check` finds in the pushed plan; only errors weigh here.
  package var findings: [Finding]
  package var weakenedSettings: [WeakenedSetting]

  package init(
    name: String, stories: [StoryReport] = [], unlinked: [Commit] = [], declining: Set<ObjectID> = [],
    invalidLinks: [InvalidLink] = [], findings: [Finding] = [], weakenedSettings: [WeakenedSetting] = []
  ) {
    self.name = name
    self.stories = stories
    self.unlinked = unlinked
    self.declining = declining
    self.invalidLinks = invalidLinks
    self.findings = findings
    self.weakenedSettings = weakenedSettings
  }
}

/// A setting of `handoff.yml` that asks for less than on the protected side.
package struct WeakenedSetting: Hashable, Sendable {
  /// Such as `push.main` or `commits.require`; `item` for all of them.
  package var field: String
  /// Nil for what was not there.
  package var before: String?
  /// Nil for what is gone.
  package var after: String?

  package init(field: String, before: String? = nil, after: String? = nil) {
    self.field = field
    self.before = before
    self.after = after
  }
}

/// Something about a pushed ref that the policy may have a word on.
package enum PushProblem: Hashable, Sendable {
  case unlinked(ObjectID, subject: String, declines: Bool)
  case invalidLink(InvalidLink)
  case finding(Finding)
  case weakened(WeakenedSetting)
  /// The criteria of a story that have one unsettled verdict; none when the story has no criteria at all.
  case verdict(Verdict, story: ID<Story>, title: String, criteria: [CriterionID])

  /// What the policy calls it; nil for a verdict that no policy minds.
  package var kind: PushRule.Problem? {
    switch self {
    case .unlinked: .unlinked
    case .invalidLink, .finding: .invalid
    case .weakened: .weakenedSettings
    case .verdict(.unmet, _, _, _): .unmet
    case .verdict(.stale, _, _, _): .stale
    case .verdict(.unproven, _, _, _): .unproven
    case .verdict(.waived, _, _, _), .verdict(.met, _, _, _): nil
    }
  }
}

/// What the policy says of one pushed ref.
package struct PushJudgement: Hashable, Sendable {
  package var ref: String
  /// What stops the push.
  package var blocked: [PushProblem]
  /// What is only said.
  package var warned: [PushProblem]

  /// Judges by `rule`, the first of the policy that matches the ref; without one nothing is blocked or said.
  /// A problem that the rule both blocks and warns of is blocked.
  package init(of pushed: PushedRef, by rule: PushRule?) {
    ref = pushed.name
    let problems = Self.problems(of: pushed)
    let block = rule?.block ?? []
    let warn = (rule?.warn ?? []).subtracting(block)
    // What is stale is no proof either: a rule that does not name it means it with what is unproven.
    let namesStale = block.union(warn).contains(.stale)
    func isIn(_ kinds: Set<PushRule.Problem>, _ problem: PushProblem) -> Bool {
      guard let kind = problem.kind else { return false }
      return kinds.contains(kind == .stale && !namesStale ? .unproven : kind)
    }
    blocked = problems.filter { isIn(block, $0) }
    warned = problems.filter { isIn(warn, $0) }
  }

  package var isAllowed: Bool { blocked.isEmpty }

  /// Everything found, in the order in which it is best mended: the plan, its settings, links, missing links, verdicts from the
  /// worst.
  private static func problems(of pushed: PushedRef) -> [PushProblem] {
    pushed.findings.filter { $0.severity == .error }.map(PushProblem.finding)
      + pushed.weakenedSettings.map(PushProblem.weakened)
      + pushed.invalidLinks.map(PushProblem.invalidLink)
      + pushed.unlinked.map { .unlinked($0.id, subject: $0.subject, declines: pushed.declining.contains($0.id)) }
      + pushed.stories.flatMap(problems)
  }

  private static func problems(of story: StoryReport) -> [PushProblem] {
    if story.criteria.isEmpty {
      return [.verdict(.unproven, story: story.id, title: story.title, criteria: [])]
    }
    return Verdict.allCases.filter { !$0.isSettled }.compactMap { verdict in
      let criteria = story.criteria(verdict)
      return criteria.isEmpty
        ? nil : .verdict(verdict, story: story.id, title: story.title, criteria: criteria)
    }
  }
}
