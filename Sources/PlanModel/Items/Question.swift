/// The id of a question within its item: `Q1`, `Q2` …
package struct QuestionID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package init?(_ text: some StringProtocol) {
    guard let number = numbered(text, prefix: "Q") else { return nil }
    self.number = number
  }

  package var description: String { "Q\(number)" }
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// An open question of an intent or story; answered in place, or by a decision.
package struct Question: Hashable, Sendable {
  package var id: QuestionID
  /// What is asked and, behind it, what was answered.
  package var text: String
  package var isAnswered: Bool
  /// Whether no work may begin before it is answered: `Q1 (blocking)`.
  package var isBlocking: Bool
  /// Whom it is put to: the word behind `@`.
  package var asks: String?
  /// The decisions that it names; once it is answered, they are the answer.
  package var decisions: [ID<Decision>]
  package var line: Int

  package init(
    id: QuestionID, text: String, isAnswered: Bool, isBlocking: Bool = false, asks: String? = nil,
    decisions: [ID<Decision>] = [], line: Int
  ) {
    self.id = id
    self.text = text
    self.isAnswered = isAnswered
    self.isBlocking = isBlocking
    self.asks = asks
    self.decisions = decisions
    self.line = line
  }

  /// Open, and in the way of work.
  package var blocks: Bool { isBlocking && !isAnswered }
}

/// A question of one item: `st-9c4t8wq2#Q1`.
package struct QuestionReference: Hashable, Sendable, CustomStringConvertible {
  package let item: ItemID
  package let question: QuestionID

  package init(item: ItemID, question: QuestionID) {
    self.item = item
    self.question = question
  }

  package var description: String { "\(item)#\(question)" }
}
