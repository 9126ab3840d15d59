import PlanModel
import Verification
import Workflow

/// What is missing for criteria that are not settled, and what brings it: a line for each kind of step.
enum OpenCriteria {
  private enum Step: Int, CaseIterable {
    case rejection, change, failure, results, run, signOff, opinion, other
  }

  /// Nothing where test results are all that is missing: that is one sentence.
  static func steps(_ reports: [StoryReport]) -> [StyledLine] {
    var found: [Step: [(reference: CriterionReference, evidence: Evidence)]] = [:]
    for report in reports {
      for criterion in report.criteria where !criterion.verdict.isSettled {
        let reference = CriterionReference(story: report.id, criterion: criterion.id)
        for evidence in criterion.evidence where evidence.outcome != .holds || evidence.provesNothing {
          found[step(evidence), default: []].append((reference, evidence))
        }
      }
    }
    return Step.allCases.compactMap { step in found[step].map { line(step, $0) } }
  }

  private static func step(_ evidence: Evidence) -> Step {
    switch evidence.fact {
    case .signOff(let signOff, .counts) where signOff.act == .rejected: .rejection
    case .signOff, .noConditions: .signOff
    case .condition(.signOff, _): .signOff
    case .condition(.judge, _): .opinion
    case .condition(.test, let fact), .condition(.coverage, let fact): ofReports(evidence.outcome, fact)
    case .condition(.run, _): evidence.outcome == .fails ? .failure : .run
    case .condition(_, .noCommits), .condition(_, .noFile), .condition(_, .noMatch), .condition(_, .noSymbol),
      .condition(_, .symbolUnchanged):
      .change
    case .condition: evidence.provesNothing ? .change : evidence.outcome == .fails ? .failure : .other
    }
  }

  private static func ofReports(_ outcome: Evidence.Outcome, _ fact: ConditionFact) -> Step {
    switch fact {
    case .noCommits, .noAddedLine: .change
    case .tests, .coverage: outcome == .fails ? .failure : .results
    default: .results
    }
  }

  private static func line(
    _ step: Step, _ found: [(reference: CriterionReference, evidence: Evidence)]
  ) -> StyledLine {
    var seen: Set<CriterionReference> = []
    let references = found.map(\.reference).filter { seen.insert($0).inserted }
    let names = Phrase.list(references.map(\.description), limit: 5)
    let first = references[0]
    switch step {
    case .rejection:
      return "  \("rejected", .bad): \(names); mend it, then have it accepted: \(accepting(first, role(found)))"
    case .change: return "  the change itself: \(names)"
    case .failure: return "  \("fails", .bad), as said above: \(names)"
    case .results: return "  test results: \(names); give them: git handoff verify --results <report>"
    case .run: return "  a command: \(names); run it: git handoff verify --run"
    case .signOff: return "  somebody's word: \(names); whoever may say so: \(accepting(first, role(found)))"
    case .opinion:
      return "  an opinion, which proves nothing: \(names); ask for a sign-off instead: git handoff edit \(first.story)"
    case .other: return "  what cannot be told here, as said above: \(names)"
    }
  }

  /// The command that settles what a push is held up by, where nothing but somebody's word is missing.
  static func acceptance(of problem: PushProblem, in reports: [StoryReport]) -> String? {
    guard case .verdict(let verdict, let story, _, let named) = problem, verdict != .unmet,
      let report = reports.first(where: { $0.id == story })
    else { return nil }
    let open = report.criteria.filter { named.contains($0.id) }
    guard let first = open.first, open.allSatisfy(\.isForPeople), let role = first.roleToAccept else { return nil }
    let accepting = accepting(CriterionReference(story: story, criterion: first.id), role)
    return "whoever may say so: \(accepting); commit the file that it writes, and push again"
  }

  private static func accepting(_ criterion: CriterionReference, _ role: String) -> String {
    "git handoff accept \(criterion) --role \(role)"
  }

  /// The role that is asked for first.
  private static func role(_ found: [(reference: CriterionReference, evidence: Evidence)]) -> String {
    found.lazy.compactMap(\.evidence.role).first ?? "<role>"
  }
}

extension Evidence {
  /// The role in which somebody is asked for a word, or gave one.
  fileprivate var role: String? {
    switch fact {
    case .condition(.signOff(let role), _): role
    case .signOff(let signOff, _): signOff.role
    default: nil
    }
  }
}

extension CriterionReport {
  /// The role of the first sign-off that is missing, or that stands against it.
  var roleToAccept: String? { evidence.lazy.filter { $0.outcome != .holds }.compactMap(\.role).first }

  /// Whether somebody's word is all that is missing, or a rejection is to be answered: another acceptance settles it.
  var isForPeople: Bool {
    evidence.filter { $0.outcome != .holds || $0.provesNothing }.allSatisfy { evidence in
      switch evidence.fact {
      case .signOff, .noConditions, .condition(.signOff, _): true
      case .condition: false
      }
    }
  }
}
