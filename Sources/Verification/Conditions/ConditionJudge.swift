import PlanModel

/// Decides one story's conditions, each by the type that knows its keyword.
struct ConditionJudge {
  let subject: any Subject
  let story: ID<Story>
  let commits: [StoryCommit]
  /// Whether more of them may lie beyond the border of a shallow clone.
  let mayLackCommits: Bool
  let records: Records
  let coverage: CoverageLookup

  func evidence(for condition: Condition, _ signOffs: CriterionSignOffs) throws -> Evidence {
    if case .signOff(let role) = condition.check { return signOffs.evidence(for: role, check: condition.check) }
    let observation = bounded(try observe(condition.check), of: condition.check)
    let heldBefore = try observation.outcome == .holds && earlier().held(condition.check)
    return Evidence(observation.outcome, .condition(condition.check, observation.fact), heldBefore: heldBefore)
  }

  /// What a commit that is not here might turn is not decided: all but that a file is touched, which nothing takes back.
  private func bounded(_ observation: Observation, of check: Condition.Check) -> Observation {
    guard mayLackCommits, check.isAboutChanges else { return observation }
    switch (check, observation.outcome) {
    case (.changed, .holds), (.unchanged, .fails): return observation
    case (_, .holds), (_, .fails): return .missing(.commitsBeyondBorder)
    default: return observation == .missing(.noCommits) ? .missing(.commitsBeyondBorder) : observation
    }
  }

  private func observe(_ check: Condition.Check) throws -> Observation {
    switch check {
    case .changed(let glob): changes.changed(glob)
    case .unchanged(let glob): try changes.unchanged(glob)
    case .exists(let glob): try TreeConditions(tree: subject).exists(glob)
    case .missing(let glob): try TreeConditions(tree: subject).missing(glob)
    case .contains(let glob, let text): try texts.contains(glob, text)
    case .lacks(let glob, let text): try texts.lacks(glob, text)
    case .adds(let glob, let text): try lines.holds(.added, glob, text)
    case .removes(let glob, let text): try lines.holds(.removed, glob, text)
    case .test(let name): tests.observe(name)
    case .coverage(let glob, let bar): try covered.observe(glob, atLeast: bar)
    case .symbol(let name, let glob, let state):
      try SymbolCondition(subject: subject, commits: commits).observe(name, glob, state)
    case .run(let command): runs.observe(command)
    case .judge, .signOff: .missing(.undecidable)
    }
  }

  private var changes: ChangeConditions { ChangeConditions(commits: commits, files: subject.files) }
  private var texts: TextConditions { TextConditions(tree: subject) }
  private var covered: CoverageCondition {
    CoverageCondition(
      subject: subject, story: story, commits: commits, lookup: coverage, recorded: records.shares,
      recordedOn: records.commits)
  }
  private var tests: TestCondition {
    TestCondition(subject: subject, results: records.results, commits: records.commits)
  }
  private var runs: RunCondition { RunCondition(subject: subject, known: records.runs, commits: records.commits) }
  private func earlier() throws -> EarlierTree { EarlierTree(tree: try subject.tree(before: commits)) }
  private var lines: LineConditions { LineConditions(subject: subject, commits: commits) }
}
