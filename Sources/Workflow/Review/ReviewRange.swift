import Concurrency
import Git
import PlanFiles
package import PlanModel
import Review
import Verification

/// All that is to be said of a range before it is merged.
package struct ReviewOutcome: Sendable {
  package var range: VerifiedRange
  /// What the plan says otherwise at the end than where the range left the protected side.
  package var plan: DiffOutcome
  /// What `verify` says, by the protected side's policy and criteria.
  package var verification: VerifyOutcome
  /// What `check` finds at the end and did not find before, errors apart, which the policy has its word on.
  package var introduced: [Finding]
  /// How many findings were there before, and are still there.
  package var debt: Int
  /// Stories that the range is not linked to, and whose code it touches.
  package var touched: [TouchedAnchor]
  /// Work that was there before, and is taken back.
  package var takenBack: [TakenBackWork]
  package var coverage: StatementCoverage
  /// Other branches that are about the same, and what a merge with them would make of the plan.
  package var overlaps: OverlapOutcome
  /// Who has to look at which changes, and who did.
  package var approvals: [Approval]
  /// What counts, the worst first.
  package var problems: [ReviewProblem]

  /// Whether nothing of what the range brings stands in its way.
  package var isAllowed: Bool { !problems.contains { $0.weight == .error } }
}

/// How many statements are carried before and after, and those that are carried no longer.
package struct StatementCoverage: Hashable, Sendable {
  package var before: FateCounts
  package var after: FateCounts
  /// Carried, set aside or chatter before, and lost now.
  package var lost: [Citation]
}

/// Code that a story is about, changed by commits that are not for it.
package struct TouchedAnchor: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case changed, gone
    case moved(to: String)
  }

  package var story: ID<Story>
  package var title: String
  package var file: String
  package var anchor: Anchor
  package var state: State
}

extension Workspace {
  /// Reads a range as one would read a pull request. Nothing is written.
  package func review(_ options: VerifyOptions) throws(Failure) -> ReviewOutcome {
    let verification: VerifyOutcome
    let rulebook: Rulebook
    if let text = options.revision, let story = try storyNamed(text) {
      verification = try verify(story: story, options)
      rulebook = try self.rulebook(of: verification.range)
    } else {
      let range = try range(options.revision)
      rulebook = try self.rulebook(of: range)
      verification = try verify(range, options, by: rulebook)
    }
    let range = verification.range
    let sides = try sides(from: range.base, to: range.tip, names: (range.base?.short ?? "nothing", range.tip.short))
    let plan = compare(sides)
    let (old, new) = (rulebook.before, rulebook.after)
    let (introduced, debt) = rulebook.findings(least: .warning)
    let changes = try git { () throws(GitError) in
      try range.base.map { base throws(GitError) in try repository.changes(from: base, to: range.tip) } ?? []
    }
    let linked = Set(verification.stories.map(\.id))
    let touched = Self.touched(by: changes, of: new.plan.stories.filter { !linked.contains($0.id) })
    var outcome = ReviewOutcome(
      range: range, plan: plan, verification: verification, introduced: introduced.filter { $0.severity != .error },
      debt: debt, touched: touched,
      takenBack: try takenBack(in: verification, new.plan, key: rulebook.policy.trailer),
      coverage: Self.coverage(from: old.plan, to: new.plan),
      overlaps: try overlaps(of: range.tip, branch: try branch(of: range.tip), depth: .merge),
      approvals: try approvals(
        of: plan.changes, by: rulebook.policy, in: verification, plan: new.plan,
        message: try message(options)), problems: [])
    outcome.problems = ReviewProblem.all(in: outcome, files: Self.files(old.plan, new.plan))
    return outcome
  }

  /// The branch that is checked out, if it is what is reviewed.
  private func branch(of tip: ObjectID) throws(Failure) -> String? {
    let head = try git { () throws(GitError) in try repository.head() }
    return head.commit == tip ? head.branch : nil
  }

  private static func files(_ old: Plan, _ new: Plan) -> [ItemID: String] {
    Dictionary((new.items + old.items).map { ($0.id, $0.file) }) { first, _ in first }
  }

  private static func touched(by changes: [FileChange], of stories: [Story]) -> [TouchedAnchor] {
    var states: [String: TouchedAnchor.State] = [:]
    for change in changes {
      switch change.kind {
      case .deleted: states[change.path] = .gone
      case .renamed: states[change.oldPath ?? change.path] = .moved(to: change.path)
      case .modified, .typeChanged: states[change.path] = .changed
      case .added: break
      }
    }
    return stories.filter { $0.status != .shipped && $0.status != .dropped }.flatMap { story in
      story.anchors.compactMap { anchor in
        states[anchor.path].map {
          TouchedAnchor(story: story.id, title: story.title, file: story.file, anchor: anchor, state: $0)
        }
      }
    }
  }

  private static func coverage(from old: Plan, to new: Plan) -> StatementCoverage {
    let earlier = Meanwhile { Ledger(of: old.sources, in: old.citingItems) }
    let after = Ledger(of: new.sources, in: new.citingItems)
    let before = earlier.value()
    let known = Dictionary(before.sources.map { ($0.source.id, $0) }) { first, _ in first }
    var lost: [Citation] = []
    for account in after.sources {
      guard let earlier = known[account.source.id] else { continue }
      for stretch in account.stretches where stretch.fate == .lost {
        for line in stretch.lines {
          guard let fate = earlier.stretch(of: line)?.fate, fate != .lost else { continue }
          lost.append(Citation(source: account.source.id, lines: line...line))
        }
      }
    }
    return StatementCoverage(before: before.counts, after: after.counts, lost: lost)
  }
}
