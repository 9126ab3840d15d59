/// Numbers: a limit that was moved, given up or set anew.
///
/// What a number bounds tells which way is weaker: a time to answer may not grow, a share of requests may not shrink, and
/// a threshold that makes something happen may not come later.
enum BoundRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    var shifts: [Shift] = []
    var used: Set<Int> = []
    for quantity in rewording.before.quantities {
      guard let partner = partner(of: quantity, in: rewording, except: used) else {
        shifts += alone(quantity, came: false, in: rewording)
        continue
      }
      used.insert(partner.index)
      guard let direction = quantity.direction(to: partner) ?? exactness(quantity, partner, rewording) else { continue }
      shifts.append(
        Shift(
          .bound, direction, before: rewording.before.excerpt(quantity.range),
          after: rewording.after.excerpt(partner.range)))
    }
    for quantity in rewording.after.quantities where !used.contains(quantity.index) {
      shifts += alone(quantity, came: true, in: rewording)
    }
    return shifts
  }

  /// `Exactly three` and `at least three`: an amount that is fixed leaves no room.
  private static func exactness(
    _ quantity: Quantity, _ partner: Quantity, _ rewording: Rewording
  ) -> Shift.Direction? {
    let denies = [rewording.before, rewording.after].contains { side in
      side.words.contains { Vocabulary.negations.contains($0) }
    }
    if denies { return nil }
    func isExact(_ quantity: Quantity, _ side: WordedSide) -> Bool {
      ["exactly", "precisely"].contains(side.word(quantity.range.lowerBound - 1)) && quantity.comparator == nil
    }
    if isExact(quantity, rewording.before), partner.comparator != nil { return .weaker }
    return quantity.comparator != nil && isExact(partner, rewording.after) ? .stronger : nil
  }

  /// What it means that a number came or went.
  private static func alone(_ quantity: Quantity, came: Bool, in rewording: Rewording) -> [Shift] {
    let (side, other) = came ? (rewording.after, rewording.before) : (rewording.before, rewording.after)
    guard let isMore = isMore(quantity, side, other, rewording, came: came) else { return [] }
    let words = side.excerpt(quantity.range)
    let direction: Shift.Direction = isMore == came ? .stronger : .weaker
    return [Shift(.bound, direction, before: came ? "" : words, after: came ? words : "")]
  }

  /// Whether a number promises more than none; nil where it promises nothing of its own.
  private static func isMore(
    _ quantity: Quantity, _ side: WordedSide, _ other: WordedSide, _ rewording: Rewording, came: Bool
  ) -> Bool? {
    let own = came ? \Hunk.after : \Hunk.before
    let hunk = rewording.hunks.first { $0[keyPath: own].contains(quantity.index) }
    // `Overnight` where `before anyone opens it` stood
    if let hunk, hunk[keyPath: came ? \Hunk.before : \Hunk.after].contains(where: { other.word($0) == "before" }) {
      return nil
    }
    if loosens(quantity, side, other, isNew: hunk != nil) { return false }
    if isLead(quantity, side), hunk != nil, !other.quantities.contains(where: { $0.unit == .time }) { return true }
    if quantity.value > 1, let hunk {
      // `A key` where `two keys` stood, and `people` where `two people` stood.
      let rest = hunk[keyPath: came ? \Hunk.before : \Hunk.after]
      if rest.contains(where: { ["a", "an"].contains(other.word($0)) && isOne($0, of: quantity, side, other) }) {
        return true
      }
      if isVague(rest, other), [.time, .size, .percent].contains(quantity.unit), quantity.aim != .open,
        !quantity.picksSome
      {
        return true
      }
      if rest.isEmpty, hunk[keyPath: own].count == 1, isCount(quantity) { return true }
    }
    // `Takes too long` and `takes longer than 10 minutes`
    if let hunk, hunk[keyPath: came ? \Hunk.before : \Hunk.after].contains(where: { other.word($0) == "too" }) {
      return true
    }
    if let hunk, saysNothing(quantity, side, other, hunk, own: hunk[keyPath: own]) { return nil }
    // `Greater than 0` is any.
    let isAny = quantity.value == 0 && quantity.unit != .time && quantity.unit != .event
    guard quantity.isBound, !isAny, !isTold(quantity, other, rewording.isTurnedRound) else { return nil }
    return !quantity.picksSome
  }

  /// Whether a number lets happen what was not let happen without it.
  private static func loosens(
    _ quantity: Quantity, _ side: WordedSide, _ other: WordedSide, isNew: Bool
  ) -> Bool {
    // `Must not move` and `must not move faster than 1 m/s`; `no query may lock the table`, and `for more than a second`
    if let comparator = quantity.comparator, other.words.contains(where: { Vocabulary.negations.contains($0) }),
      Vocabulary.negations.contains(side.word(comparator.range.lowerBound)) || isNew && denies(quantity.index, side)
    {
      return true
    }
    // `Differs by no more than 10 %`, where it did not differ
    if side.words[max(0, quantity.index - 6)..<quantity.index].contains(where: { differing.contains($0) }),
      !other.words.contains(where: { differing.contains($0) })
    {
      return true
    }
    return isNew && isDelay(quantity, side)
  }

  /// `At least one admin` and `an admin`; `, and alerts them when there are more than 100`, where that is done only now.
  private static func saysNothing(
    _ quantity: Quantity, _ side: WordedSide, _ other: WordedSide, _ hunk: Hunk, own: Range<Int>
  ) -> Bool {
    if quantity.value == 1, quantity.comparator?.side == .floor {
      return other.words.indices.contains {
        ["a", "an"].contains(other.word($0)) && isOne($0, of: quantity, side, other)
      }
    }
    return quantity.picksSome && (hunk.isInsertion || hunk.isRemoval) && own.count > quantity.range.count + 4
  }

  private static func denies(_ index: Int, _ side: WordedSide) -> Bool {
    side.words[side.neighbourhood(of: index).lowerBound..<index].contains { Vocabulary.negations.contains($0) }
  }

  /// `A week in advance`
  private static func isLead(_ quantity: Quantity, _ side: WordedSide) -> Bool {
    guard quantity.unit == .time, quantity.aim == .high, !quantity.picksSome else { return false }
    let next = side.word(quantity.amountEnd)
    return ["before", "ahead", "beforehand", "notice"].contains(next)
      || next == "in" && side.word(quantity.amountEnd + 1) == "advance"
  }

  /// `For a while` where `for five days` stood.
  private static func isVague(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    range.contains { vague.contains(side.word($0)) }
      && !range.contains { side.isFrequency($0) || Vocabulary.universals.contains(side.word($0)) }
  }

  private static let vague = Vocabulary.words(
    "while time limited short long quickly quick soon promptly fast timely some few several many enough briefly period")
  private static let differing = Vocabulary.words("differ differs deviate deviates deviation tolerance")

  /// Whether `a key` stands where two keys were.
  private static func isOne(_ article: Int, of quantity: Quantity, _ side: WordedSide, _ other: WordedSide) -> Bool {
    let named = other.words.indices.contains(article + 1) ? other.contents[article + 1] : ""
    return !named.isEmpty
      && side.contents[min(quantity.amountEnd, side.words.count)..<min(quantity.amountEnd + 3, side.words.count)]
        .contains(named)
  }

  /// `Two people`, where the other side has people alone.
  private static func isCount(_ quantity: Quantity) -> Bool {
    guard case .things = quantity.unit else { return false }
    return quantity.value > 1 && quantity.comparator == nil && !quantity.picksSome
  }

  /// `30 days after`: later than at once.
  private static func isDelay(_ quantity: Quantity, _ side: WordedSide) -> Bool {
    quantity.unit == .time && quantity.comparator == nil && ["after", "later"].contains(side.word(quantity.amountEnd))
      && quantity.amountEnd > quantity.index + 1
  }

  /// Whether the other side has the same amount, in whatever place.
  private static func isTold(_ quantity: Quantity, _ side: WordedSide, _ isTurnedRound: Bool) -> Bool {
    side.quantities.contains { $0.isSameAmount(as: quantity) }
      // `As soon as it falls` and `if it falls`.
      || quantity.unit == .event && isTurnedRound
      || quantity.unit == .event && side.words.indices.contains(where: side.isCondition)
  }

  /// The number that took another's place: the same amount, or what stands where it stood and counts the same.
  private static func partner(
    of quantity: Quantity, in rewording: Rewording, except used: Set<Int>
  ) -> Quantity? {
    let free = rewording.after.quantities.filter {
      !used.contains($0.index) && $0.unit.isComparable(with: quantity.unit)
    }
    if let same = free.first(where: { $0.isSameAmount(as: quantity) }) { return same }
    if let hunk = rewording.hunks.first(where: { $0.before.contains(quantity.index) }),
      let inPlace = free.first(where: { hunk.after.contains($0.index) })
    {
      return inPlace
    }
    let isLone = rewording.before.quantities.filter { $0.unit.isComparable(with: quantity.unit) }.count == 1
    return isLone && free.count == 1 ? free.first : nil
  }
}
