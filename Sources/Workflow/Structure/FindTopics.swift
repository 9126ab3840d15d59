import Drafting

/// Brings statements together that say the same; it needs no repository.
package enum FindTopics {
  /// Statements of one topic, in their order.
  package static func topics(_ statements: [StatementLine]) -> [[StatementLine]] {
    let index = SimilarityIndex(statements.map(\.utterance.text))
    return Topics(index).groups.map { $0.map { statements[$0] } }
  }

  /// For each statement those of `others` that are nearest to it, the nearest first, with how near: 0 to 1.
  package static func nearest(
    to statements: [StatementLine], among others: [StatementLine], limit: Int
  ) -> [(statement: StatementLine, matches: [(statement: StatementLine, similarity: Float)])] {
    let index = SimilarityIndex(others.map(\.utterance.text))
    return statements.map { statement in
      let near = index.nearest(to: statement.utterance.text, limit: limit)
      return (statement, near.map { (others[$0.text], $0.similarity) })
    }
  }
}
