import PlanModel
import Verification

extension StoryReport {
  /// Whether something is wanted that other commits of the story could have done.
  var missesChanges: Bool {
    criteria.contains { $0.verdict == .unproven && $0.evidence.contains(where: \.provesNothing) }
      || criteria.flatMap(\.evidence).contains { evidence in
        guard evidence.outcome != .holds, case .condition(let check, let fact) = evidence.fact else { return false }
        switch check {
        case .changed, .unchanged, .adds, .removes, .symbol(_, _, .changed): return true
        // Without a report for this code, other commits are of no help.
        case .coverage: return fact != .noCoverage && !fact.isOfOtherContent
        default: return false
        }
      }
  }
}

extension StoryReport {
  /// Whether results are wanted that are not there.
  var lacksResults: Bool {
    criteria.flatMap(\.evidence).contains { evidence in
      guard case .condition(_, let fact) = evidence.fact else { return false }
      return switch fact {
      case .noResults, .noTest, .noCoverage, .notRun, .resultsOfOtherContent: true
      default: false
      }
    }
  }
}

extension ConditionFact {
  fileprivate var isOfOtherContent: Bool {
    if case .resultsOfOtherContent = self { true } else { false }
  }
}
