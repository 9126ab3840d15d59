package import Git
package import PlanModel
package import Verification
import PlanFiles

/// What is known of the whole plan at HEAD.
package struct WholePlanOutcome: Sendable {
  package struct Untouched: Sendable {
    package var story: StoryReport
    package var criteria: [CriterionID]
  }

  /// A story whose last recorded verdict was better than what is known now.
  package struct Regression: Sendable {
    package var story: StoryReport
    package var recorded: Verdict
    /// The commit that it was recorded on.
    package var commit: ObjectID
  }

  /// Every story that is not a draft or dropped, and every commit since the plan began.
  package var outcome: VerifyOutcome
  /// Stories that are said to be shipped, and are not shown to be done.
  package var shippedUnproven: [StoryReport]
  /// Criteria that no commit is about.
  package var untouched: [Untouched]
  /// Commits since the plan began that name no story and are not exempt.
  package var unexplained: [LinkedCommit]
  /// Files outside of the plan that such commits alone changed since, and that are still there.
  package var unexplainedFiles: [String]
  package var regressions: [Regression]

  /// Whether nothing that was said to be done is in doubt.
  package var isSound: Bool { shippedUnproven.isEmpty && regressions.isEmpty }
}

extension Workspace {
  /// Judges all stories by all commits since the plan began, with the rules of HEAD or of another commit.
  package func verifyWholePlan(
    _ options: VerifyOptions, at revision: String = "HEAD", progress: (VerifyStep) -> Void = { _ in }
  ) throws(Failure) -> WholePlanOutcome {
    let tip = try commit(revision)
    let commits = try commitsOfPlan(upTo: tip)
    let rulebook = try git { () throws(GitError) in try Rulebook(base: nil, tip: tip, in: repository, cache: cache) }
    let stories = rulebook.storiesOfTip(reading: !options.onlyVerdicts)
      .filter { $0.status != .draft && $0.status != .dropped }.map(\.id).sorted()
    let memory = try RangeMemory(self)
    let outcome = try verify(
      VerifiedRange(base: nil, tip: tip, name: "the whole plan"), commits: commits, options, progress,
      alwaysJudging: stories, isWhole: true, rulebook: rulebook, memory: memory)
    let explained = outcome.commits.filter { !$0.isUnlinked }
    let unexplained = outcome.commits.filter(\.isUnlinked)
    return WholePlanOutcome(
      outcome: outcome,
      shippedUnproven: outcome.stories.filter { $0.status == .shipped && !$0.verdict.isSettled },
      untouched: Self.untouched(outcome), unexplained: unexplained,
      unexplainedFiles: options.onlyVerdicts ? [] : try files(of: unexplained, exceptOf: explained, at: tip, memory),
      regressions: try regressions(outcome))
  }

  /// The commits since the first that has the settings of the plan, that one included, oldest first.
  private func commitsOfPlan(upTo tip: ObjectID) throws(Failure) -> [ObjectID] {
    try git { () throws(GitError) in
      let arguments = ["log", "--diff-filter=A", "--format=%H", tip.hex, "--", ":(top,literal)\(Policy.file)"]
      let added = try repository.git.line(of: arguments).split(separator: "\n").compactMap { ObjectID($0) }
      let parents = try added.last.map { first throws(GitError) in try repository.commit(first).parents } ?? []
      return try repository.commits(reachableFrom: [tip], notFrom: parents.map { .commit($0) })
    }
  }

  /// All criteria of stories that no commit beyond the plan is linked to; of the others, where commits name criteria, those that none names
  /// and that are not settled.
  private static func untouched(_ outcome: VerifyOutcome) -> [WholePlanOutcome.Untouched] {
    let work = Set(outcome.stories.flatMap(\.commits))
    let named = Set(outcome.commits.filter { work.contains($0.commit.id) }.flatMap(\.criteria))
    return outcome.stories.compactMap { story in
      var open = story.criteria.filter { !$0.verdict.isSettled }.map(\.id)
      if !story.commits.isEmpty {
        guard named.contains(where: { $0.story == story.id }) else { return nil }
        open = open.filter { !named.contains(CriterionReference(story: story.id, criterion: $0)) }
      }
      return open.isEmpty ? nil : WholePlanOutcome.Untouched(story: story, criteria: open)
    }
  }

  private func files(
    of unexplained: [LinkedCommit], exceptOf explained: [LinkedCommit], at tip: ObjectID, _ memory: RangeMemory
  ) throws(Failure) -> [String] {
    guard !unexplained.isEmpty else { return [] }
    return try git { () throws(GitError) in
      try memory.readChanges(of: (unexplained + explained).map(\.commit.id), in: repository)
      var paths = Set(memory.paths(changedBy: unexplained.lazy.map(\.commit)))
      paths.subtract(memory.paths(changedBy: explained.lazy.map(\.commit)))
      // The list of all files is not asked for where only the plan changed.
      paths = paths.filter { !$0.hasPrefix(".handoff/") }
      return paths.isEmpty ? [] : try repository.files(in: tip).map(\.path).filter { paths.contains($0) }
    }
  }

  private func regressions(_ outcome: VerifyOutcome) throws(Failure) -> [WholePlanOutcome.Regression] {
    let ids = outcome.commits.map(\.commit.id)
    let records = try git { () throws(GitError) in try Notebook(repository).records(on: ids) }
    var last: [ID<Story>: (verdict: Verdict, commit: ObjectID)] = [:]
    for id in ids {
      for verdict in records[id]?.verdicts ?? [] { last[verdict.story] = (verdict.verdict, id) }
    }
    return outcome.stories.compactMap { story in
      guard let recorded = last[story.id], recorded.verdict.isSettled, !story.verdict.isSettled else { return nil }
      return WholePlanOutcome.Regression(story: story, recorded: recorded.verdict, commit: recorded.commit)
    }
  }
}
