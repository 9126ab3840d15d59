/// A number with what it counts and what it bounds.
struct Quantity: Hashable {
  /// What more of it means for who is promised something.
  enum Aim: Hashable {
    /// Less is better: 2 seconds at most.
    case low
    /// More is better: at least 80 percent.
    case high
    /// Who profits is not known: a recording kept for 30 days.
    case open

    var opposite: Aim {
      switch self {
      case .low: .high
      case .high: .low
      case .open: .open
      }
    }
  }

  /// Where the number stands among the words.
  var index: Int
  /// The number with its unit and what bounds it.
  var range: Range<Int>
  var value: Double
  var unit: Unit
  var aim: Aim
  /// What its words were read as, before they were weighed.
  var reading: Aim
  /// Whether words say that it bounds something: `at least`, `within`.
  var isBound = false
  /// Whether it says when, or for which things, something holds.
  var picksSome = false
  var comparator: Comparator?
  /// Behind the number's last word.
  var amountEnd: Int = 0

  init(
    index: Int, range: Range<Int>, value: Double, unit: Unit, aim: Aim, isBound: Bool = false, picksSome: Bool = false,
    comparator: Comparator? = nil, amountEnd: Int
  ) {
    (self.index, self.range, self.value, self.unit, self.amountEnd) = (index, range, value, unit, amountEnd)
    (self.aim, reading) = (aim, aim)
    (self.isBound, self.picksSome, self.comparator) = (isBound, picksSome, comparator)
  }

  /// The same with the aim that the words around it speak for.
  func weighed(in side: WordedSide) -> Quantity {
    var quantity = self
    let lean = NumberContext(self, in: side).lean
    if abs(lean) >= Self.leastLean { quantity.aim = lean > 0 ? .high : .low }
    return quantity
  }

  /// What leans less stays as it was read.
  private static let leastLean = 0.25

  /// What became of the promise when `other` took its place; nil where it is the same.
  func direction(to other: Quantity) -> Shift.Direction? {
    // `No more than three` where there were to be none
    if case .things = unit, value == 0, other.comparator?.side == .ceiling, !other.picksSome { return .weaker }
    if case .things = unit, other.value == 0, comparator?.side == .ceiling, !picksSome { return .stronger }
    if !isNear(other) {
      if aim == .open || other.aim == .open { return .unclear }
      return (other.value > value) == (aim == .high) ? .stronger : .weaker
    }
    // An amount that was exact and is a limit now leaves more room; which way, only the words around it know.
    // `Longer than 255 is rejected` and `must not be longer than 255`
    if picksSome != other.picksSome { return nil }
    guard let comparator, let now = other.comparator, comparator.side != now.side else { return nil }
    // `Up to 25 %` promises none; `at least 25 %` promises that much.
    if now.isOffer, aim == .high || other.aim == .high { return .weaker }
    return comparator.isOffer ? .stronger : .weaker
  }

  func isSameAmount(as other: Quantity) -> Bool { unit.isComparable(with: other.unit) && isNear(other) }

  /// Whether two values differ by no more than what is lost where units are converted: a month is 30 days to most people.
  private func isNear(_ other: Quantity) -> Bool {
    abs(value - other.value) <= (unit == .time ? 0.02 : 1e-9) * max(abs(value), abs(other.value))
  }

  /// Every number of a wording.
  static func all(in side: WordedSide) -> [Quantity] {
    var found: [Quantity] = []
    var index = 0
    while index < side.words.count {
      let quantity = QuantityReader(side).quantity(at: index)
      if let quantity { found.append(quantity) }
      index = max(index + 1, quantity.map { min($0.range.upperBound, $0.amountEnd) } ?? 0)
    }
    return found
  }
}
