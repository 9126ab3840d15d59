/// What a release does about a statement, from best to worst.
package enum Answer: String, CaseIterable, Sendable {
  /// All that carries it is in, and was shown to be as asked.
  case answered
  /// Some of what carries it is in and was shown to be as asked.
  case partly
  /// Something that carries it is in, and nothing shows that it is as asked.
  case unproven
  /// The plan carries it, and nothing of that is in.
  case planned
  /// Nothing carries it.
  case unplanned
}

/// A statement with what a release does about it.
package struct AnsweredStatement: Hashable, Sendable {
  package var line: Int
  package var statement: Statement
  package var answer: Answer
  /// The stories of the release that carry it.
  package var stories: [ID<Story>]
  /// The stories that carry it and are not in a release yet.
  package var waiting: [ID<Story>]

  package init(
    line: Int, statement: Statement, answer: Answer, stories: [ID<Story>] = [], waiting: [ID<Story>] = []
  ) {
    self.line = line
    self.statement = statement
    self.answer = answer
    self.stories = stories
    self.waiting = waiting
  }
}

/// The stories of a release, and what is known of their criteria.
package struct ReleasedVerdicts: Sendable {
  package var criteria: [ID<Story>: [CriterionID: Verdict]]
  /// Stories that were shown to be as asked before this release.
  package var earlier: Set<ID<Story>>

  package init(criteria: [ID<Story>: [CriterionID: Verdict]], earlier: Set<ID<Story>> = []) {
    self.criteria = criteria
    self.earlier = earlier
  }

  func delivery(of story: ID<Story>, _ parts: Set<CriterionID>) -> Delivery {
    guard let criteria = criteria[story] else { return earlier.contains(story) ? .earlier : .open }
    // A statement that single criteria cite stands and falls with these.
    let named = parts.compactMap { criteria[$0] }
    return Verdict.worst(of: named.isEmpty ? Array(criteria.values) : named).isSettled ? .shown : .unshown
  }
}

/// How far one story is for a statement.
enum Delivery: Hashable {
  /// In this release, and shown to be as asked.
  case shown
  /// In this release, and not shown to be as asked.
  case unshown
  case earlier
  case open
}
