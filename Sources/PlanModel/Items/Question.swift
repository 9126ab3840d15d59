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
  package var text: String
  package var isAnswered: Bool
  /// Whom it is put to: the word behind `@`.
  package var asks: String?
  package var line: Int

  package init(id: QuestionID, text: String, isAnswered: Bool, asks: String? = nil, line: Int) {
    self.id = id
    self.text = text
    self.isAnswered = isAnswered
    self.asks = asks
    self.line = line
  }
}
