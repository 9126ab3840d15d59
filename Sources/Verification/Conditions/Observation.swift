import Git
import Patterns
import PlanModel

/// What looking at one condition came to: how it bears on the criterion, and the fact.
struct Observation: Hashable {
  /// At most this many files or tests are named in evidence; the count beside them is whole.
  static let namesKept = 5

  let outcome: Evidence.Outcome
  let fact: ConditionFact

  static func holds(_ fact: ConditionFact) -> Self { Self(outcome: .holds, fact: fact) }
  static func fails(_ fact: ConditionFact) -> Self { Self(outcome: .fails, fact: fact) }
  static func missing(_ fact: ConditionFact) -> Self { Self(outcome: .missing, fact: fact) }

  /// - Parameter commit: the one that the results were recorded on, where that is known.
  static func stale(on commit: ObjectID?) -> Self {
    Self(outcome: .stale, fact: .resultsOfOtherContent(commit: commit?.hex ?? ""))
  }

  static func badPattern(_ problem: PatternProblem) -> Self {
    missing(.badPattern(problem.reason, offset: problem.offset))
  }
}

extension ConditionFact {
  static func files(_ paths: [String]) -> ConditionFact {
    .files(Array(paths.prefix(Observation.namesKept)), count: paths.count)
  }
}
