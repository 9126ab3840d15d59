package import PlanModel

/// What a plan could be made of: everything in it is a statement as it was said, or a question.
package struct PlanDraft: Sendable {
  package var intents: [DraftedIntent] = []
  /// Headings of briefs, which say nothing themselves.
  package var headings: [Said] = []
  /// Lines about a document and not about its matter: who was there, the date, the head of a table.
  package var formalities: [Said] = []
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
  /// What was settled, for somebody to record.
  package var decisions: [Said] = []
  /// What somebody undertook.
  package var actions: [Said] = []
  package var stories: [DraftedStory] = []

  package init(title: String) { self.title = title }

  /// Every statement in it, stories included, each once.
  package var statements: [Said] {
    var seen: Set<Citation> = []
    let parts = problem + outcome + goals + constraints + outOfScope + questions + rationale + decisions + actions
    return (parts + stories.flatMap(\.statements)).filter { seen.insert($0.citation).inserted }
  }

  /// Puts a statement where what it does belongs; false where that is nowhere.
  mutating func take(_ said: Said, as label: Label?) -> Bool {
    if let seconded = said.seconds {
      if seconded == .problem { problem.append(said) } else { rationale.append(said) }
      return true
    }
    switch said.isCode ? nil : label {
    case .problem, .workaround: problem.append(said)
    case .request: if said.saysEnough { goals.append(said) } else { rationale.append(said) }
    case .constraint: constraints.append(said)
    case .question: questions.append(said)
    case .decision: if said.isClear(.decision) { decisions.append(said) } else { rationale.append(said) }
    case .action: if said.isClear(.action) { actions.append(said) } else { rationale.append(said) }
    case .chatter: return false
    case .praise, .context, nil: rationale.append(said)
    }
    return true
  }

  /// What nobody said and somebody has to; nothing of what is only to stay as it is.
  package var missing: [MissingPart] {
    if stories.isEmpty, problem.isEmpty, goals.isEmpty, !constraints.isEmpty { return [] }
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
  /// How much it matters, where the source says so.
  package var importance: Importance?

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

/// How much a requirement matters, as MoSCoW has it; what won't be done is no requirement.
package enum Importance: String, CaseIterable, Sendable {
  case must = "must have"
  case should = "should have"
  case could = "could have"
}

/// A part for which there are no words in the sources.
package enum MissingPart: Hashable, CaseIterable, Sendable {
  case problem, outcome, actor, criteria
}
