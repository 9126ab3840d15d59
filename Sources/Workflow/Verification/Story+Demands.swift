import PlanModel

/// What a story's criteria ask of more than one condition's own judge.
extension Story {
  /// The test names that the criteria ask for.
  var testPatterns: [String] {
    criteria.flatMap(\.conditions).compactMap { if case .test(let pattern) = $0.check { pattern } else { nil } }
  }

  /// The commands that the criteria ask to be run.
  var commands: [String] {
    criteria.flatMap(\.conditions).compactMap { if case .run(let command) = $0.check { command } else { nil } }
  }

  /// The files that the criteria ask something of; a pattern that means every file names none.
  var namedGlobs: [Glob] {
    criteria.flatMap(\.conditions).compactMap { condition in
      switch condition.check {
      case .changed(let glob), .exists(let glob), .contains(let glob, _), .adds(let glob, _), .removes(let glob, _),
        .symbol(_, let glob, _):
        glob
      case .unchanged, .missing, .lacks, .test, .coverage, .run, .signOff, .judge: nil
      }
    }.filter { $0.pattern.contains { $0 != "*" && $0 != "/" } }
  }
}
