package import Patterns

/// A kind that a project names itself, such as its customers' numbers.
package struct CustomKind {
  package let name: String
  let pattern: Pattern

  /// - Throws: why `expression` cannot be used.
  package init(name: String, expression: String) throws(PatternProblem) {
    self.name = name
    pattern = try Pattern(expression, as: .regex)
  }

  /// Where it stands in `text`, in UTF-8 offsets.
  func ranges(in text: String) throws(DetectionError) -> [Range<Int>] {
    // Each text has a budget of its own, so that a text reads alike whatever was read before it.
    var budget = SearchBudget()
    guard let ranges = pattern.matches(in: text, budget: &budget) else { throw .tooCostly(name) }
    return ranges
  }
}

/// Why a text could not be searched to its end.
package enum DetectionError: Error, Hashable, Sendable {
  /// The expression of this custom kind takes too much work on this text.
  case tooCostly(String)
}
