import Git
import PlanModel

/// `test`: what given results say of the tests that the pattern means; `TestName` tells which those are.
///
/// Every matching test has to have passed, and at least one. Tests that were only skipped prove nothing. Results for
/// another content than the judged one are no proof either: where only they have such a test, the evidence is stale.
struct TestCondition {
  let subject: any Subject
  let results: [TestResults]
  /// By content, the commit that results were recorded on.
  var commits: [ObjectID: ObjectID] = [:]

  func observe(_ pattern: String) -> Observation {
    if results.isEmpty { return .missing(.noResults) }
    let name = TestName(pattern)
    let current = results.filter { $0.isFor(subject) }
    let cases = current.flatMap(\.cases)
    let matching = cases.filter(name.matches)
    if !matching.isEmpty { return observe(matching) }
    let other = results.first { !$0.isFor(subject) && $0.cases.contains(where: name.matches) }
    if let other {
      return .stale(on: other.commit ?? other.tree.flatMap { commits[$0] })
    }
    return .missing(.noTest(looked: cases.count, nearest: name.nearest(among: cases)))
  }

  private func observe(_ tests: [TestCase]) -> Observation {
    let failed = tests.filter { $0.outcome == .failed || $0.outcome == .error }
    let passed = tests.count { $0.outcome == .passed }
    let fact = ConditionFact.tests(
      passed: passed, failed: failed.count, skipped: tests.count - passed - failed.count,
      named: failed.prefix(Observation.namesKept).map(\.fullName))
    if !failed.isEmpty { return .fails(fact) }
    return passed > 0 ? .holds(fact) : .missing(fact)
  }
}
