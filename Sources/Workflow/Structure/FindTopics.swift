package import Drafting

/// Statements by their topics.
package struct TopicsOutcome: Sendable {
  /// Each topic in the order of its statements.
  package var topics: [[StatementLine]]
  /// What was done where there were too many statements to compare them all.
  package var sampling: Topics.Sampling?
}

/// Brings statements together that say the same; it needs no repository.
package enum FindTopics {
  package static func topics(_ statements: [StatementLine]) -> TopicsOutcome {
    let topics = Topics(of: statements.map(\.utterance.text))
    return TopicsOutcome(topics: topics.groups.map { $0.map { statements[$0] } }, sampling: topics.sampling)
  }

  /// For each statement those of `others` that are nearest to it, the nearest first, with how near: 0 to 1.
  package static func nearest(
    to statements: [StatementLine], among others: [StatementLine], limit: Int
  ) -> [(statement: StatementLine, matches: [(statement: StatementLine, similarity: Float)])] {
    let index = SimilarityIndex(others.map(\.utterance.text), weighsFirstLine: true)
    return statements.map { statement in
      let near = index.nearest(to: statement.utterance.text, limit: limit)
      return (statement, near.map { (others[$0.text], $0.similarity) })
    }
  }
}
