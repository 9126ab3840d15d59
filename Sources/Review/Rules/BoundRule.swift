/// Numbers: a limit that was moved, given up or set anew.
///
/// What a number bounds tells which way is weaker: a time to answer may not grow, a share of requests may not shrink, and
/// a threshold that makes something happen may not come later.
enum BoundRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let old = Quantity.all(in: rewording.before)
    let new = Quantity.all(in: rewording.after)
    var shifts: [Shift] = []
    var used: Set<Int> = []
    for quantity in old {
      let partner = partner(of: quantity, among: new, in: rewording, except: used)
      guard let partner else {
        if isDelay(quantity, rewording.before), rewording.hunks.contains(where: { $0.before.contains(quantity.index) }) {
          shifts.append(Shift(.bound, .stronger, before: rewording.before.excerpt(quantity.range)))
          continue
        }
        if quantity.value > 1, isArticle(quantity.index, rewording.hunks, \.before, \.after, rewording.after) {
          shifts.append(Shift(.bound, .weaker, before: rewording.before.excerpt(quantity.range)))
        } else if isCount(quantity), rewording.hunks.contains(where: { $0.isRemoval && $0.before == quantity.index..<quantity.index + 1 }) {
          shifts.append(Shift(.bound, .weaker, before: rewording.before.excerpt(quantity.range)))
        } else if quantity.isBound, quantity.value != 0 || quantity.unit == .event || quantity.unit == .time, !isTold(quantity, rewording.after, new) {
          let direction: Shift.Direction = quantity.picksSome ? .stronger : .weaker
          shifts.append(Shift(.bound, direction, before: rewording.before.excerpt(quantity.range)))
        }
        continue
      }
      used.insert(partner.index)
      guard let direction = quantity.direction(to: partner) else { continue }
      shifts.append(
        Shift(
          .bound, direction, before: rewording.before.excerpt(quantity.range),
          after: rewording.after.excerpt(partner.range)))
    }
    for quantity in new where !used.contains(quantity.index) && isDelay(quantity, rewording.after) {
      shifts.append(Shift(.bound, .weaker, after: rewording.after.excerpt(quantity.range)))
    }
    for quantity in new where !used.contains(quantity.index) && quantity.value > 1 {
      if isArticle(quantity.index, rewording.hunks, \.after, \.before, rewording.before) {
        shifts.append(Shift(.bound, .stronger, after: rewording.after.excerpt(quantity.range)))
      }
    }
    for quantity in new where !used.contains(quantity.index) && isCount(quantity) {
      if rewording.hunks.contains(where: { $0.isInsertion && $0.after == quantity.index..<quantity.index + 1 }) {
        shifts.append(Shift(.bound, .stronger, after: rewording.after.excerpt(quantity.range)))
      }
    }
    for quantity in new where !used.contains(quantity.index) && quantity.isBound {
      if isTold(quantity, rewording.before, old) { continue }
      let direction: Shift.Direction = quantity.picksSome ? .weaker : .stronger
      shifts.append(Shift(.bound, direction, after: rewording.after.excerpt(quantity.range)))
    }
    return shifts
  }

  /// Whether `a` or `an` stands on the other side where a number stood.
  private static func isArticle(
    _ index: Int, _ hunks: [Hunk], _ own: KeyPath<Hunk, Range<Int>>, _ other: KeyPath<Hunk, Range<Int>>,
    _ side: WordedSide
  ) -> Bool {
    hunks.first { $0[keyPath: own].contains(index) }
      .map { hunk in hunk[keyPath: other].contains { ["a", "an"].contains(side.word($0)) } } ?? false
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
  private static func isTold(_ quantity: Quantity, _ side: WordedSide, _ others: [Quantity]) -> Bool {
    others.contains { $0.isSameAmount(as: quantity) }
      // `As soon as it falls` and `if it falls`.
      || quantity.unit == .event && side.words.indices.contains(where: side.isCondition)
  }

  /// The number that took another's place: the same amount, or what stands where it stood and counts the same.
  private static func partner(
    of quantity: Quantity, among others: [Quantity], in rewording: Rewording, except used: Set<Int>
  ) -> Quantity? {
    let free = others.filter { !used.contains($0.index) && $0.unit.isComparable(with: quantity.unit) }
    if let same = free.first(where: { $0.isSameAmount(as: quantity) }) { return same }
    if let hunk = rewording.hunks.first(where: { $0.before.contains(quantity.index) }),
      let inPlace = free.first(where: { hunk.after.contains($0.index) })
    {
      return inPlace
    }
    let isLone = Quantity.all(in: rewording.before).filter { $0.unit.isComparable(with: quantity.unit) }.count == 1
    return isLone && free.count == 1 ? free.first : nil
  }
}
