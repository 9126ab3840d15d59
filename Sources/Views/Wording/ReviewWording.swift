import Git
import PlanModel
import Review
package import Workflow

/// What a review finds, in sentences.
package enum ReviewWording {
  static func line(_ problem: ReviewProblem) -> String {
    switch problem.cause {
    case .policy(let problem): PushWording.words(problem)
    case .finding(let finding): "\(finding.path):\(finding.line): \(FindingWording(finding).message)"
    case .change(let change): subject(change) + ChangeWording.line(change) + reasons(change)
    case .touched(let touched): words(touched)
    case .takenBack(let work): words(work)
    case .removedTest(let path): "\(path) held tests and is removed: what is not there fails no more"
    case .terms(let change): TermWording.words(change)
    case .doubtful(let doubt, let commit, let subject): TermWording.words(doubt, of: commit, subject)
    case .lost(let citation): "\(citation) was carried, and nothing carries it now"
    case .unapproved(let approval) where !approval.rejections.isEmpty:
      "\(approval.rejections.map(words).joined(separator: "; ")): \(subject(approval))"
    case .unapproved(let approval):
      "nobody in the role \(Phrase.list(approval.required.rule.by, "or")) has looked at \(subject(approval))"
    case .overlap(let tip, let point): "branch \(tip.short): \(OverlapWording.sentence(point))"
    case .collision(let tip, let path): "merged with branch \(tip.short), \(path) would be in conflict"
    case .broken(let tip, let finding):
      "merged with branch \(tip.short): \(finding.path):\(finding.line): \(FindingWording(finding).message)"
    }
  }

  /// As ``line(_:)``, but that of a change its words are left out.
  static func short(_ problem: ReviewProblem) -> String {
    guard case .change(let change) = problem.cause else { return line(problem) }
    return subject(change)
      + [ChangeWording.kind(change), ChangeWording.field(change)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// `dana <dana@example.com> rejected AC1 as it is worded now (customers pay for Mondays)`
  static func words(_ rejection: SignOff) -> String {
    let reason = rejection.reason.map { " (\($0))" } ?? ""
    return "\(rejection.by) rejected \(rejection.criterion) as it is worded now\(reason)"
  }

  static func words(_ work: TakenBackWork) -> String {
    let story = "\(work.story) \(Phrase.quoted(work.title))"
    let status = work.status == .shipped ? "; to plan it anew: git handoff set \(work.story) status ready" : ""
    return "\(work.by.short) takes back \(work.commit.short) of \(story), which is \(work.status.rawValue)\(status)"
  }

  static func words(_ touched: TouchedAnchor) -> String {
    let path = touched.anchor.path
    // The file is what was looked at.
    let subject = touched.anchor.symbol.map { "\($0) in it" } ?? "it"
    let story = "\(touched.story) \(Phrase.quoted(touched.title)) is about \(subject)"
    switch touched.state {
    case .changed: return "\(path) is changed, and \(story)"
    case .gone: return "\(path) is gone, and \(story)"
    case .moved(let new): return "\(path) is now \(new), and \(story)"
    }
  }

  /// `st-… 'Mute mails': weakened AC1, removed AC2`.
  static func subject(_ approval: Approval) -> String {
    guard let first = approval.required.changes.first else { return approval.required.path }
    let changes = approval.required.changes.map { change in
      [ChangeWording.kind(change), ChangeWording.field(change)].filter { !$0.isEmpty }.joined(separator: " ")
    }
    var seen: Set<String> = []
    return subject(first) + Phrase.list(changes.filter { seen.insert($0).inserted })
  }

  private static func subject(_ change: PlanChange) -> String {
    change.item.map { "\($0)" + (change.title.isEmpty ? ": " : " \(Phrase.quoted(change.title)): ") } ?? "handoff.yml: "
  }

  private static func reasons(_ change: PlanChange) -> String {
    let reasons = change.shifts.filter { $0.direction == .weaker }.map(ChangeWording.reason)
    return reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
  }

  /// What a kind of problem is, for tools that list their rules.
  static func rule(_ id: String) -> String {
    switch id {
    case "policy/unlinked": "A commit names no story."
    case "policy/invalid": "A link does not stand, or the plan does not check."
    case "policy/unmet": "A criterion of a linked story fails."
    case "policy/stale": "Evidence is for an older wording or for other content."
    case "policy/unproven": "Evidence for a criterion is missing."
    case "drift/touched": "Code is changed that another story is about."
    case "review/missing": "Somebody has to look at a plan change, and nobody did."
    case "overlap/work": "Another branch works on the same story."
    case "overlap/plan": "Another branch changes the same item of the plan."
    case "overlap/code": "Another branch changes the code that a story is about."
    case "overlap/merge": "Merged with another branch, the plan would be in conflict or broken."
    case "statements/lost": "A statement that the plan carried is carried no longer."
    case "plan/weakened": "The plan promises less than before."
    case "plan/removed": "A promise of the plan is gone."
    case "plan/set-aside": "Statements were set aside."
    case "plan/unreadable": "A plan file cannot be read."
    default: id.hasPrefix("check/") ? "A finding of git handoff check." : "The plan is another than before."
    }
  }

  static func coverage(_ coverage: StatementCoverage) -> String? {
    guard coverage.before.statements + coverage.after.statements > 0 else { return nil }
    func words(_ counts: FateCounts) -> String {
      "\(counts.carried) of \(counts.carried + counts.lost) carried" + (counts.percent.map { " (\($0)%)" } ?? "")
    }
    return coverage.before == coverage.after
      ? "Statements: \(words(coverage.after)), as before"
      : "Statements: \(words(coverage.before)) before, \(words(coverage.after)) after"
  }

  package static func verdict(_ outcome: ReviewOutcome) -> String {
    let errors = outcome.problems.count { $0.weight == .error }
    let warnings = outcome.problems.count { $0.weight == .warning }
    let weaker = outcome.plan.changes.contains { $0.effect == .weaker }
    let look =
      (weaker ? ", and the plan promises less than before" : "")
      + (warnings > 0 ? "; \(Phrase.count(warnings, "thing")) to look at" : "")
    if errors > 0 { return "\(Phrase.count(errors, "problem")) in the way" + look }
    // What is not here cannot be called clear.
    if outcome.verification.isIncomplete { return "Nothing is in the way in the commits that are here" + look }
    return "Nothing is in the way" + look
  }

  /// How good the news are that `verdict` brings.
  enum Weather { case clear, mixed, bad }

  static func weather(_ outcome: ReviewOutcome) -> Weather {
    if !outcome.isAllowed { return .bad }
    let isClear = !outcome.verification.isIncomplete && !outcome.problems.contains { $0.weight == .warning }
    return isClear ? .clear : .mixed
  }

  /// Said where a clone does not have all that is to be reviewed.
  static let cutShort =
    "this clone is shallow, and the range is cut short: not all of it was looked at. To get the rest: git fetch --unshallow"

  /// The same line once, with how often it is there.
  static func folded(_ lines: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for line in lines { counts[line, default: 0] += 1 }
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }.map { line in
      let count = counts[line] ?? 1
      return count > 1 ? "\(line) (\(count) times)" : line
    }
  }
}
