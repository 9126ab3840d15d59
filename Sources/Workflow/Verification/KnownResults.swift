import Git
import Verification

/// What is known of tests and coverage: read from the reports that were given, or recorded before.
struct KnownResults {
  var tests: [TestResults] = []
  var coverage: [CoverageResults] = []
  var shares: [RecordedShare] = []
  /// By content that something was recorded for, the commit that it was recorded on.
  var commits: [ObjectID: ObjectID] = [:]
  /// Of commands, run now or before.
  var runs = CommandRuns(digest: TrustStore.digest)
  /// Those of them that were run for this very answer.
  var fresh: [CommandRun] = []
  /// What engines thought before.
  var opinions: [RecordedOpinion] = []
  /// What one thinks now.
  var freshOpinions: [RecordedOpinion] = []
}
