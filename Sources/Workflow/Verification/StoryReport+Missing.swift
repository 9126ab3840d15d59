package import PlanModel
package import Verification

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
  /// The sign-offs that are all that is missing, by criterion; empty where something else is, or nothing.
  package var awaitedSignOffs: [(criterion: CriterionID, role: String)] {
    var awaited: [(CriterionID, String)] = []
    for criterion in criteria where !criterion.verdict.isSettled {
      let open = criterion.evidence.filter { $0.outcome != .holds }
      if open.isEmpty { return [] }
      for evidence in open {
        guard case .condition(.signOff(let role), _) = evidence.fact, evidence.outcome == .missing else { return [] }
        awaited.append((criterion.id, role))
      }
    }
    return awaited
  }

  /// Whether results are wanted that are not there, or not for this code.
  var lacksResults: Bool { knowsNoResults || facts.contains(where: \.isOfOtherContent) }

  /// Whether results are wanted that are not there at all.
  var knowsNoResults: Bool {
    facts.contains { fact in
      switch fact {
      case .noResults, .noTest, .noCoverage, .notRun: true
      default: false
      }
    }
  }

  private var facts: [ConditionFact] {
    criteria.flatMap(\.evidence).compactMap { evidence in
      if case .condition(_, let fact) = evidence.fact { fact } else { nil }
    }
  }
}

extension ConditionFact {
  fileprivate var isOfOtherContent: Bool {
    if case .resultsOfOtherContent = self { true } else { false }
  }
}
