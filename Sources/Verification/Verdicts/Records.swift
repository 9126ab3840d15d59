package import Git
package import PlanModel

/// What people and test runs have recorded, and the day on which it is looked at.
package struct Records {
  package var results: [TestResults]
  package var coverage: [CoverageResults]
  /// How much was covered when a report was at hand.
  package var shares: [RecordedShare]
  package var runs: CommandRuns
  /// By content that something was recorded for, the commit that it was recorded on, where that is known.
  package var commits: [ObjectID: ObjectID] = [:]
  package var signOffs: [SignOff]
  package var roles: Roles
  /// As `YYYY-MM-DD`, for waivers that end.
  package var today: String
  /// The fingerprint of a criterion's present wording, as sign-offs record it.
  package var wordingFingerprint: (Criterion) -> String

  package init(
    results: [TestResults] = [], coverage: [CoverageResults] = [], shares: [RecordedShare] = [],
    runs: CommandRuns = CommandRuns(), signOffs: [SignOff] = [], roles: Roles, today: String,
    wordingFingerprint: @escaping (Criterion) -> String
  ) {
    self.results = results
    self.coverage = coverage
    self.shares = shares
    self.runs = runs
    self.signOffs = signOffs
    self.roles = roles
    self.today = today
    self.wordingFingerprint = wordingFingerprint
  }
}
