/// The id of a criterion within its story: `AC1`, `AC2` …; never reused.
package struct CriterionID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package init?(_ text: some StringProtocol) {
    guard let number = numbered(text, prefix: "AC") else { return nil }
    self.number = number
  }

  package var description: String { "AC\(number)" }
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// One acceptance criterion of a story.
package struct Criterion: Hashable, Sendable {
  package var id: CriterionID
  package var title: String
  /// What stands under the heading, without the `verify` block.
  package var text: String
  package var conditions: [Condition]
  /// The whole wording, as it stands in the file, that a sign-off is given for.
  package var wording: String
  /// The line of its heading.
  package var line: Int

  package init(
    id: CriterionID, title: String, text: String = "", conditions: [Condition] = [], wording: String = "", line: Int
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.conditions = conditions
    self.wording = wording
    self.line = line
  }
}

/// A criterion of one story, as a `Criterion:` trailer names it: `st-9c4t8wq2/AC2`.
package struct CriterionReference: Hashable, Sendable, CustomStringConvertible {
  package let story: ID<Story>
  package let criterion: CriterionID

  package init(story: ID<Story>, criterion: CriterionID) {
    self.story = story
    self.criterion = criterion
  }

  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let story = ID<Story>(parts[0]), let criterion = CriterionID(parts[1]) else { return nil }
    self.init(story: story, criterion: criterion)
  }

  package var description: String { "\(story)/\(criterion)" }
}

/// The number behind `prefix`, from 1, without leading zeros; nil for anything else.
func numbered(_ text: some StringProtocol, prefix: String) -> Int? {
  // By bytes: comparing characters would cost more than all else that reading a criterion does.
  let bytes = Array(text.utf8)
  guard bytes.starts(with: prefix.utf8) else { return nil }
  let digits = bytes[prefix.utf8.count...]
  guard let first = digits.first, first != UInt8(ascii: "0"), digits.count <= 6 else { return nil }
  var number = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    number = 10 * number + Int(digit - UInt8(ascii: "0"))
  }
  return number
}
