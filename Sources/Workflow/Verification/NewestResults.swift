import Git
import PlanModel
import Verification

/// What records of several commits come to, given oldest first: of a test, command or share that was recorded more than once
/// for the same content, the newest commit's counts.
struct NewestResults {
  private var tests: [String: RecordedTest] = [:]
  private var shares: [String: [RecordedShare]] = [:]
  private var runs: [String: [CommandRun]] = [:]
  private var opinions: [String: [RecordedOpinion]] = [:]

  private var commits: [ObjectID: ObjectID] = [:]

  /// - Parameter commit: the one that it was recorded on; nil where it was recorded on content alone.
  mutating func add(_ record: CommitRecord, on commit: ObjectID? = nil) {
    if let commit {
      let trees = record.tests.map(\.tree) + record.shares.map(\.tree) + record.runs.map(\.tree)
      for tree in trees { commits[tree] = commit }
    }
    for test in record.tests { tests["\(test.tree) \(test.test.fullName)"] = test }
    shares.merge(Dictionary(grouping: record.shares) { "\($0.tree) \($0.story) \($0.glob)" }) { $1 }
    runs.merge(Dictionary(grouping: record.runs) { "\($0.tree) \($0.digest)" }) { $1 }
    opinions.merge(Dictionary(grouping: record.opinions, by: \.subject)) { $1 }
  }

  var results: KnownResults {
    var record = CommitRecord()
    record.tests = tests.sorted { $0.key < $1.key }.map(\.value)
    var results = KnownResults(tests: record.results, shares: shares.sorted { $0.key < $1.key }.flatMap(\.value))
    results.commits = commits
    results.runs.runs = runs.sorted { $0.key < $1.key }.flatMap(\.value)
    results.opinions = opinions.sorted { $0.key < $1.key }.flatMap(\.value)
    return results
  }
}

extension CommitRecord {
  /// What was recorded for one content, said of another that has the same code.
  func moved(from old: ObjectID, to new: ObjectID) -> CommitRecord {
    var record = self
    record.tests = tests.map { $0.tree == old ? RecordedTest($0.test, tree: new) : $0 }
    for index in shares.indices where shares[index].tree == old { record.shares[index].tree = new }
    for index in runs.indices where runs[index].tree == old { record.runs[index].tree = new }
    for index in opinions.indices where opinions[index].tree == old { record.opinions[index].tree = new }
    return record
  }
}
