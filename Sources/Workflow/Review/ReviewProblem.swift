package import Git
package import PlanModel
package import Review
package import Verification

/// One thing that a range brings and that somebody has to look at.
package struct ReviewProblem: Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// What the policy has a word on.
    case policy(PushProblem)
    case finding(Finding)
    /// The plan promises less, or what is judged by is another.
    case change(PlanChange)
    case touched(TouchedAnchor)
    case takenBack(TakenBackWork)
    /// A file of tests that was there, and is not any more.
    case removedTest(path: String)
    /// A story is judged by words of the range itself.
    case terms(TermChange)
    /// A commit has no story, and does not what it needs none for.
    case doubtful(ExemptionDoubt, of: ObjectID, subject: String)
    /// A statement that was carried.
    case lost(Citation)
    /// Nobody looked whom the policy wants to look.
    case unapproved(Approval)
    /// Another branch is about the same.
    case overlap(BranchTip, OverlapPoint)
    /// Merged with another branch, a file would be in conflict.
    case collision(BranchTip, path: String)
    /// Merged with another branch, the plan would have this finding.
    case broken(BranchTip, Finding)
  }

  package var cause: Cause
  /// An error stands in the way of the range; a warning is to be looked at; advice is only told.
  package var weight: Severity
  /// A file to show it at, and its line from 1.
  package var path: String
  package var line: Int
  /// The same for the same problem, wherever in its file it stands and whichever commit brings it.
  package var fingerprint: String

  /// A name for the kind of problem, for tools that sort by it: `policy/unmet`, `plan/weakened`, `check/stray-file`.
  package var rule: String {
    switch cause {
    case .policy(let problem): "policy/" + (problem.kind?.rawValue ?? "verdict")
    case .finding(let finding): "check/" + finding.rule.rawValue
    case .change(let change): "plan/" + change.kind.rawValue
    case .touched: "drift/touched"
    case .takenBack: "work/taken-back"
    case .removedTest: "work/removed-test"
    case .terms: "work/own-terms"
    case .doubtful: "work/doubtful-exemption"
    case .lost: "statements/lost"
    case .unapproved: "review/missing"
    case .overlap(_, let point): "overlap/" + point.kind.rawValue
    case .collision, .broken: "overlap/merge"
    }
  }

  static func all(in outcome: ReviewOutcome, files: [ItemID: String]) -> [ReviewProblem] {
    let judgement = outcome.verification.judgement
    let tip = outcome.range.tip
    var problems = judgement.blocked.map { Self(.policy($0), .error, files, tip) }
    problems += judgement.warned.map { Self(.policy($0), .warning, files, tip) }
    problems += outcome.introduced.map { Self(.finding($0), $0.severity, files, tip) }
    for change in outcome.plan.changes where change.effect == .weaker || change.kind == .unreadable {
      problems.append(Self(.change(change), .warning, files, tip))
    }
    for approval in outcome.approvals where approval.isMissing {
      problems.append(
        Self(.unapproved(approval), approval.required.rule.weight == .error ? .error : .warning, files, tip))
    }
    problems += outcome.coverage.lost.map { Self(.lost($0), .warning, files, tip) }
    problems += outcome.takenBack.map { Self(.takenBack($0), $0.status == .shipped ? .warning : .advice, files, tip) }
    problems += outcome.verification.removedTests.map { Self(.removedTest(path: $0), .warning, files, tip) }
    for change in outcome.verification.termChanges {
      // What is changed or removed is told with the rest of the plan.
      switch change.kind {
      case .born(let isBacked): problems.append(Self(.terms(change), isBacked ? .advice : .warning, files, tip))
      case .added: problems.append(Self(.terms(change), .advice, files, tip))
      case .changed, .removed, .otherWords: break
      }
    }
    for linked in outcome.verification.commits {
      guard let doubt = linked.doubt else { continue }
      problems.append(
        Self(.doubtful(doubt, of: linked.commit.id, subject: linked.commit.subject), .warning, files, tip))
    }
    problems += outcome.touched.map { Self(.touched($0), .advice, files, tip) }
    for met in outcome.overlaps.branches {
      problems += met.points.map { point in
        Self(.overlap(met.tip, point), point.fields.contains(where: \.isConflict) ? .warning : .advice, files, tip)
      }
      problems += (met.forecast?.conflicts ?? []).map { Self(.collision(met.tip, path: $0), .warning, files, tip) }
      problems += (met.forecast?.findings ?? []).map { Self(.broken(met.tip, $0), .warning, files, tip) }
    }
    return numbered(
      problems.enumerated().sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
        .map(\.element))
  }

  private init(_ cause: Cause, _ weight: Severity, _ files: [ItemID: String], _ tip: ObjectID) {
    self.cause = cause
    self.weight = weight
    fingerprint = ""
    (path, line) = (".handoff/handoff.yml", 1)
    var words: [String] = []
    switch cause {
    case .policy(.unlinked(_, let subject, _)): words = [subject]
    case .policy(.invalidLink(let link)): words = [link.subject]
    case .policy(.weakened(let setting)): words = [setting.field, setting.before ?? "", setting.after ?? ""]
    case .policy(.finding(let finding)), .finding(let finding):
      (path, line) = (finding.path, finding.line)
      words = [finding.path]
    case .policy(.verdict(let verdict, let story, _, let criteria)):
      path = files[story.any] ?? path
      words = [verdict.rawValue, "\(story)"] + criteria.map(\.description)
    case .change(let change):
      (path, line) = (change.path, change.line)
      words = [change.item?.description ?? "", change.field, change.before ?? "", change.after ?? ""]
    case .touched(let touched):
      (path, line) = (touched.file, touched.anchor.line)
      words = ["\(touched.story)", touched.anchor.path, touched.anchor.symbol ?? ""]
    case .takenBack(let work):
      path = work.file
      words = ["\(work.story)", work.commit.hex]
    case .removedTest(let test):
      path = test
      words = [test]
    case .terms(let change):
      path = files[change.item] ?? path
      words = ["\(change.item)"]
    case .doubtful(_, _, let subject): words = [subject]
    case .lost(let citation):
      path = files[citation.source.any] ?? path
      words = ["\(citation)"]
    case .unapproved(let approval):
      (path, line) = (approval.required.path, approval.required.line)
      words = approval.required.rule.by + [approval.required.item?.description ?? ""]
    case .overlap(let tip, let point):
      path = point.kind == .code ? point.path : point.item.flatMap { files[$0] } ?? path
      words = [tip.short, point.item?.description ?? "", point.kind == .code ? point.path : ""]
    case .collision(let tip, let file):
      path = file
      words = [tip.short, file]
    case .broken(let tip, let finding):
      (path, line) = (finding.path, finding.line)
      words = [tip.short, finding.path, finding.rule.rawValue]
    }
    fingerprint = Self.hash([rule] + words)
  }

  /// Several that are alike are told apart by their order.
  private static func numbered(_ problems: [ReviewProblem]) -> [ReviewProblem] {
    var seen: [String: Int] = [:]
    return problems.map { problem in
      var problem = problem
      let count = seen[problem.fingerprint, default: 0]
      seen[problem.fingerprint] = count + 1
      if count > 0 { problem.fingerprint = hash([problem.fingerprint, "\(count)"]) }
      return problem
    }
  }

  private static func hash(_ words: [String]) -> String {
    let hash = FNV1a.hash(words.joined(separator: "\u{1f}").utf8)
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
