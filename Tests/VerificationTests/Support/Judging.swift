import PlanModel
import Testing
import Verification

/// The story that tests judge, and short ways to do it.
enum Judging {
  static func storyID(_ text: String = "st-9c4t8wq2") throws -> ID<Story> { try #require(ID<Story>(text)) }

  static func story(_ criteria: [Condition.Check]...) throws -> Story {
    let criteria = criteria.enumerated().map { index, checks in
      Criterion(
        id: CriterionID(index + 1), title: "Criterion \(index + 1)",
        conditions: checks.map { Condition($0, line: 20 + index) }, wording: "wording \(index + 1)", line: 10 + index)
    }
    return Story(
      id: try storyID(), title: "Mute emails", file: "st-9c4t8wq2.md", status: .ready, criteria: criteria)
  }

  static func records(
    results: [TestResults] = [], coverage: [CoverageResults] = [], shares: [RecordedShare] = [],
    runs: CommandRuns = CommandRuns(), signOffs: [SignOff] = []
  ) -> Records {
    let roles = Roles(["support": ["sam@example.com"], "product": ["Dana <Dana@Example.com>"], "legal": []])
    return Records(
      results: results, coverage: coverage, shares: shares, runs: runs, signOffs: signOffs, roles: roles,
      today: "2026-03-10"
    ) { $0.wording }
  }

  /// The evidence for a single condition.
  static func evidence(
    _ check: Condition.Check, on subject: MemorySubject, _ records: Records = records()
  ) throws -> Evidence {
    let report = try Verifier(subject, records: records).report(on: try story([check]))
    return try #require(report.criteria.first?.evidence.first)
  }

  /// The first criterion of a story with these conditions.
  static func criterion(
    _ checks: [Condition.Check], on subject: MemorySubject = MemorySubject(), _ records: Records
  ) throws -> CriterionReport {
    try #require(try Verifier(subject, records: records).report(on: try story(checks)).criteria.first)
  }
}

extension Evidence {
  static func condition(_ outcome: Outcome, _ check: Condition.Check, _ fact: ConditionFact) -> Evidence {
    Evidence(outcome, .condition(check, fact))
  }
}
