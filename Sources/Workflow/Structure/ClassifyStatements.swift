package import Drafting

/// A statement and what it seems to do.
package struct ClassifiedStatement: Sendable {
  package var statement: StatementLine
  package var classification: Classification
}

/// Says of statements what they do; it needs no repository.
package enum ClassifyStatements {
  /// What each statement does. Lines beside each other with the same `thread` are one conversation.
  package static func classify(_ statements: [StatementLine]) -> [ClassifiedStatement] {
    var classifier = Classifier()
    let found = classifier.classify(statements.map(\.utterance))
    return zip(statements, found).map { ClassifiedStatement(statement: $0, classification: $1) }
  }
}
