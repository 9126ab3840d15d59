package import PlanModel

/// What a plan could be made of: everything in it is a statement as it was said, or a question.
package struct PlanDraft: Sendable {
  package var intents: [DraftedIntent] = []
  /// Headings of briefs, which say nothing themselves.
  package var headings: [Said] = []
  /// Statements that found no place.
  package var unassigned: [Said] = []
  /// How many of them belong to a topic that has more words than a file is to hold.
  package var leftOver = 0
  /// What was done where there were too many voices to compare them all.
  package var sampling: Topics.Sampling?

  package init() {}
}

/// The words for one topic, by the part of an intent that they belong to.
package struct DraftedIntent: Sendable {
  /// The intent that there is already for this topic, and how probable that is.
  package var known: (id: ID<Intent>, similarity: Float)?
  package var title: String
  package var problem: [Said] = []
  package var outcome: [Said] = []
  package var goals: [Said] = []
  package var constraints: [Said] = []
  package var outOfScope: [Said] = []
  package var questions: [Said] = []
  package var rationale: [Said] = []
  package var stories: [DraftedStory] = []

  package init(title: String) { self.title = title }

  /// Every statement in it, stories included, each once.
  package var statements: [Said] {
    var seen: Set<Citation> = []
    let parts = problem + outcome + goals + constraints + outOfScope + questions + rationale
    return (parts + stories.flatMap(\.statements)).filter { seen.insert($0.citation).inserted }
  }

  /// What nobody said and somebody has to.
  package var missing: [MissingPart] {
    var parts: [MissingPart] = []
    if problem.isEmpty { parts.append(.problem) }
    if outcome.isEmpty { parts.append(.outcome) }
    return parts
  }
}

/// The words for one change.
package struct DraftedStory: Sendable {
  package var title: String
  /// A user story as it was told.
  package var narrative: Said?
  package var quotations: [Said] = []
  package var criteria: [DraftedCriterion] = []
  package var constraints: [Said] = []

  package init(title: String) { self.title = title }

  package var statements: [Said] {
    (narrative.map { [$0] } ?? []) + quotations + criteria.flatMap(\.statements) + constraints
  }

  package var missing: [MissingPart] {
    var parts: [MissingPart] = []
    if narrative == nil { parts.append(.actor) }
    if criteria.isEmpty { parts.append(.criteria) }
    return parts
  }
}

/// What has to be true: one statement, or the steps of a scenario.
package struct DraftedCriterion: Sendable {
  package var title: String
  package var statements: [Said]

  package init(title: String, statements: [Said]) {
    self.title = title
    self.statements = statements
  }
}

/// A part for which there are no words in the sources.
package enum MissingPart: Hashable, CaseIterable, Sendable {
  case problem, outcome, actor, criteria
}
