package import CodeIndex
import Git
import Grounding
import PlanFiles
import PlanModel

extension Workspace {
  /// Looks for what refers to a place in the code, level by level. Nothing is written.
  package func impact(
    _ options: ImpactOptions, progress: (IndexProgress) -> Void = { _ in }
  ) throws(Failure) -> ImpactOutcome {
    var gone: [CodeTarget] = []
    var outcome: ImpactOutcome
    var range: ChangedRange?
    if case .range(let text) = options.subject {
      let changed = try changedRange(text)
      gone = try goneTargets(changed, progress)
      outcome = ImpactOutcome(commit: changed.head)
      range = changed
    } else {
      outcome = ImpactOutcome(commit: try commit(options.revision))
    }
    var story: Story?
    if case .name(let name) = options.subject { story = try storyMeant(by: name) }
    outcome.story = story
    let commit = outcome.commit
    try reading(commit, withHistory: true, progress) { snapshot throws(Failure) in
      let subject: ImpactTargets
      if let range {
        subject = try targets(of: range, gone, in: snapshot)
      } else if let story {
        subject = try targets(of: story, in: snapshot)
      } else if case .name(let name) = options.subject {
        subject = try targets(named: name, commit, in: snapshot)
      } else {
        subject = ImpactTargets()
      }
      try failing(Failure.Reason.index) { () throws(CodeIndexError) in
        outcome.dependents = try DependentsFinder(snapshot).dependents(
          of: subject.targets, files: subject.files, depth: options.depth)
        outcome.dependents.targets = subject.shown
        let paths = Set(subject.shown.map(\.path))
        outcome.tests = try Self.covering(outcome.dependents, paths, snapshot)
      }
      try addReasons(to: &outcome, snapshot)
    }
    return outcome
  }

  // MARK: tests

  private static var mostTests: Int { 20 }

  /// Tests that refer to the targets, and those that were changed together with their files.
  static func covering(
    _ dependents: Dependents, _ paths: Set<String>, _ snapshot: Snapshot
  ) throws(CodeIndexError) -> [CoveringTest] {
    var tests: [String: CoveringTest] = [:]
    for edge in dependents.edges where edge.isTest {
      var test = tests[edge.path] ?? CoveringTest(path: edge.path)
      test.level = min(test.level ?? edge.level, edge.level)
      if let symbol = edge.symbol, !test.symbols.contains(symbol) { test.symbols.append(symbol) }
      test.certainty = [test.certainty, edge.certainty].compactMap(\.self).min { $0.rank < $1.rank }
      tests[edge.path] = test
    }
    for (path, count) in try cochangedTests(paths, snapshot) {
      tests[path, default: CoveringTest(path: path)].commits = count
    }
    let ranked = tests.values.sorted { one, other in
      let (left, right) = (one.order, other.order)
      return left == right
        ? one.path.utf8.lexicographicallyPrecedes(other.path.utf8) : left.lexicographicallyPrecedes(right)
    }
    return Array(ranked.prefix(mostTests))
  }

  /// The test files that at least two commits, and one in ten of them, changed together with some files.
  private static func cochangedTests(
    _ paths: Set<String>, _ snapshot: Snapshot
  ) throws(CodeIndexError) -> [(path: String, count: Int)] {
    guard let history = try snapshot.history else { return [] }
    var commits: Set<Int> = []
    for path in paths.sorted().prefix(50) { commits.formUnion(try history.commits(changing: path)) }
    var counts: [Int32: Int] = [:]
    for commit in commits { for file in history.files(of: commit) { counts[file, default: 0] += 1 } }
    let most = counts.filter { $0.value >= 2 && $0.value * 10 >= commits.count }
    var found: [(path: String, count: Int)] = []
    for (file, count) in most {
      let path = history.paths[Int(file)]
      if !paths.contains(path), snapshot.file(at: path)?.traits.contains(.test) == true { found.append((path, count)) }
    }
    return Array(found.sorted { ($1.count, $0.path) < ($0.count, $1.path) }.prefix(8))
  }
}

extension Dependent.Certainty {
  /// The surest first.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CoveringTest {
  /// Those on the first levels first, then the surest, then those that often changed together.
  fileprivate var order: [Int] { [level ?? 99, certainty?.rank ?? 9, -commits] }
}
