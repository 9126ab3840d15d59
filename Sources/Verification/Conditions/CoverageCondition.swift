import Git
import PlanModel

/// `coverage`: how many of the lines that the story adds were run by the tests.
///
/// Of the lines that the story's commits add and that are there at the tip, those count that the reports measure; the
/// share of them that was run has to reach the bar. Where nothing is measured, nothing is decided. Without a report for
/// the judged content, the share that was recorded for it counts; a share of other content is stale.
struct CoverageCondition {
  let subject: any Subject
  let story: ID<Story>
  let commits: [StoryCommit]
  let lookup: CoverageLookup
  let recorded: [RecordedShare]
  /// By content, the commit that shares were recorded on.
  var recordedOn: [ObjectID: ObjectID] = [:]

  /// - Parameter bar: in percent.
  func observe(_ glob: Glob, atLeast bar: Double) throws -> Observation {
    if commits.isEmpty { return .missing(.noCommits) }
    if lookup.isEmpty { return recall(glob, atLeast: bar) }
    let added = try StoryLines(subject: subject, commits: commits).added(to: glob)
    if added.isEmpty { return .missing(.noAddedLine) }
    var count = Share()
    var uncovered: [String] = []
    var unknown: [String] = []
    for (path, numbers) in added.sorted(by: { $0.key < $1.key }) {
      guard let lines = try lookup.lines(of: path) else {
        unknown.append(path)
        continue
      }
      let measured = numbers.sorted().filter { lines[$0] != nil }
      let missed = measured.filter { lines[$0] == false }
      count.measured += measured.count
      count.covered += measured.count - missed.count
      if uncovered.count < Observation.namesKept { uncovered += missed.map { "\(path):\($0)" } }
    }
    if unknown.count == added.count { return .missing(.notMeasured(Observation.named(unknown), count: unknown.count)) }
    guard count.measured > 0 else { return .missing(.noMeasuredLine(added: added.values.reduce(0) { $0 + $1.count })) }
    let fact = ConditionFact.coverage(
      covered: count.covered, measured: count.measured, missed: Observation.named(uncovered),
      unmeasured: Observation.named(unknown))
    return count.reaches(bar) ? .holds(fact) : .fails(fact)
  }

  /// What was recorded. Of two clones' records of the same, the lower share counts.
  private func recall(_ glob: Glob, atLeast bar: Double) -> Observation {
    let own = recorded.filter { $0.story == story && $0.glob.isWritten(as: glob) }
    let shares = own.filter { $0.tree == subject.tree }
    if let lowest = shares.min(by: { $0.covered * $1.measured < $1.covered * $0.measured }) {
      let fact = ConditionFact.coverage(
        covered: lowest.covered, measured: lowest.measured, missed: [], unmeasured: lowest.unmeasured)
      return Share(lowest).reaches(bar) ? .holds(fact) : .fails(fact)
    }
    if let other = own.first { return .stale(on: recordedOn[other.tree]) }
    return .missing(.noCoverage)
  }

  private struct Share {
    var covered = 0
    var measured = 0

    init() {}

    init(_ recorded: RecordedShare) {
      covered = recorded.covered
      measured = recorded.measured
    }

    func reaches(_ bar: Double) -> Bool { Double(covered) * 100 >= bar * Double(measured) }
  }
}

extension Observation {
  static func named(_ names: [String]) -> [String] { Array(names.prefix(namesKept)) }
}

extension Glob {
  /// Whether it is the same but for white space, which a record folds.
  fileprivate func isWritten(as other: Glob) -> Bool {
    pattern.foldingWhiteSpace() == other.pattern.foldingWhiteSpace()
  }
}
