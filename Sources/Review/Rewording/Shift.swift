/// One reason why a wording promises less or more than an earlier one.
package struct Shift: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable {
    case weaker, stronger
    /// Something that bears on the promise is another now, and whom that serves the words do not tell.
    case unclear

    var opposite: Direction {
      switch self {
      case .weaker: .stronger
      case .stronger: .weaker
      case .unclear: .unclear
      }
    }
  }

  /// What kind of words tells it, one rule a file; `proof` is told by conditions, and by no words.
  package enum Rule: String, CaseIterable, Hashable, Sendable {
    case bound, obligation, hedge, scope, exclusivity, condition, breadth, alternative, sentence, qualifier
    case restriction, polarity, scale, detail, frequency, proof
    /// Told by no rule, and by learned weights of the words that came and went.
    case wording
  }

  package var rule: Rule
  package var direction: Direction
  /// The words that tell it, as they stand on either side; empty where there are none.
  package var before: String
  package var after: String

  /// The same words the other way round.
  var turned: Shift { Shift(rule, direction.opposite, before: before, after: after) }

  package init(_ rule: Rule, _ direction: Direction, before: String = "", after: String = "") {
    self.rule = rule
    self.direction = direction
    self.before = before
    self.after = after
  }
}
