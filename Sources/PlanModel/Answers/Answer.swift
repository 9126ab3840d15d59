/// What a release does about a statement, from best to worst.
package enum Answer: String, CaseIterable, Sendable {
  /// All that carries it is in, and was shown to be as asked.
  case answered
  /// Some of what carries it is in and was shown to be as asked.
  case partly
  /// Something that carries it is in, and nothing shows that it is as asked.
  case unproven
  /// Something that carries it is in and was judged not to be as asked, and nothing of it was shown to be.
  case unmet
  /// All that carries it came before this release.
  case earlier
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
  /// The stories that carry it and came before this release.
  package var before: [ID<Story>]
  /// The stories that carry it and are not in a release yet.
  package var waiting: [ID<Story>]

  package init(
    line: Int, statement: Statement, answer: Answer, stories: [ID<Story>] = [], before: [ID<Story>] = [],
    waiting: [ID<Story>] = []
  ) {
    self.line = line
    self.statement = statement
    self.answer = answer
    self.stories = stories
    self.before = before
    self.waiting = waiting
  }
}

/// The stories of a release, and what is known of their criteria.
package struct ReleasedVerdicts: Sendable {
  package var criteria: [ID<Story>: [CriterionID: Verdict]]
  /// Stories that were shown to be as asked before this release.
  package var earlier: Set<ID<Story>>
  /// Other stories that came before it: nothing recorded shows that they are as asked.
  package var unjudged: Set<ID<Story>>

  package init(
    criteria: [ID<Story>: [CriterionID: Verdict]], earlier: Set<ID<Story>> = [], unjudged: Set<ID<Story>> = []
  ) {
    self.criteria = criteria
    self.earlier = earlier
    self.unjudged = unjudged
  }

  /// Whether a story is in, and not by this release.
  package func isBefore(_ story: ID<Story>) -> Bool {
    criteria[story] == nil && (earlier.contains(story) || unjudged.contains(story))
  }

  func delivery(of story: ID<Story>, _ parts: Set<CriterionID>) -> Delivery {
    guard let criteria = criteria[story] else {
      return earlier.contains(story) ? .earlier : unjudged.contains(story) ? .unjudged : .open
    }
    // A statement that single criteria cite stands and falls with these.
    let named = parts.compactMap { criteria[$0] }
    let verdict = Verdict.worst(of: named.isEmpty ? Array(criteria.values) : named)
    return verdict.isSettled ? .shown : verdict == .unmet ? .unmet : .unshown
  }
}

/// How far one story is for a statement.
enum Delivery: Hashable {
  /// In this release, and shown to be as asked.
  case shown
  /// In this release, and not shown to be as asked.
  case unshown
  /// In this release, and judged not to be as asked.
  case unmet
  /// Before this release, and shown to be as asked.
  case earlier
  /// Before this release.
  case unjudged
  case open
}
