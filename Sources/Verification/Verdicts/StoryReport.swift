package import Git
package import PlanModel

/// What is known of one criterion, and why.
package struct CriterionReport: Hashable, Sendable {
  package var id: CriterionID
  package var title: String
  package var text: String
  package var verdict: Verdict
  /// One for each condition, in their order, and then what sign-offs add.
  package var evidence: [Evidence]
  /// What engines think of its `judge` conditions. It is added when the verdict stands, and changes none.
  package var opinions: [Opinion] = []

  package init(_ criterion: Criterion, verdict: Verdict, evidence: [Evidence]) {
    id = criterion.id
    title = criterion.title
    text = criterion.text
    self.verdict = verdict
    self.evidence = evidence
  }
}

/// What is known of one story at the judged commit.
package struct StoryReport: Hashable, Sendable {
  package var id: ID<Story>
  package var title: String
  package var status: StoryStatus
  package var criteria: [CriterionReport]
  /// The commits of the range that are linked to the story and change more than the plan, oldest first.
  package var commits: [ObjectID]
  /// Commits that were linked to it and are work no more, oldest first.
  package var reverted: [Reverted] = []

  package init(_ story: Story, criteria: [CriterionReport], commits: [ObjectID]) {
    id = story.id
    title = story.title
    status = story.status
    self.criteria = criteria
    self.commits = commits
  }

  /// The worst of the criteria's; a story without criteria is unproven.
  package var verdict: Verdict { Verdict.worst(of: criteria.map(\.verdict)) }

  /// The criteria with that verdict, in order.
  package func criteria(_ verdict: Verdict) -> [CriterionID] {
    criteria.filter { $0.verdict == verdict }.map(\.id)
  }
}

/// A commit, and a later one that takes it back.
package struct Reverted: Hashable, Sendable {
  package var commit: ObjectID
  package var by: ObjectID

  package init(commit: ObjectID, by: ObjectID) {
    self.commit = commit
    self.by = by
  }
}
