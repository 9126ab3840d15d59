/// Reads a number of a wording with the words around it.
struct QuantityReader {
  let side: WordedSide

  init(_ side: WordedSide) { self.side = side }

  func quantity(at index: Int) -> Quantity? {
    if side.isFrequency(index) { return nil }
    if let minutes = ClockTime.minutes(side.word(index)) { return clock(minutes, at: index) }
    guard let number = NumberWord.reading(at: index, word: side.word) ?? once(index) else {
      return deadline(index) ?? ordinal(index)
    }
    var end = number.end
    var unit = Unit.things(WordedSide.stem(side.word(end)))
    var amount = number.value
    if let named = Unit.named(number.suffix) {
      (unit, amount) = (named.unit, amount * named.factor)
    } else if !number.suffix.isEmpty {
      return nil
    } else if let named = Unit.named(side.word(end)) {
      // `18 years old` is an age, as `18` is.
      let isAge =
        ["year", "years"].contains(side.word(end)) && ["younger", "older"].contains(side.word(index - 2))
        || ["year", "years"].contains(side.word(end))
          && (side.word(end + 1) == "old" || side.word(end + 1) == "of" && side.word(end + 2) == "age")
      (unit, amount, end) = isAge ? (.things("age"), amount, end + 1) : (named.unit, amount * named.factor, end + 1)
    } else if Self.dayKinds.contains(side.word(end)), let named = Unit.named(side.word(end + 1)), named.unit == .time {
      // Five working days are a week.
      let working = ["working", "business"].contains(side.word(end)) && named.factor == 86_400_000
      (unit, amount, end) = (.time, amount * named.factor * (working ? 7 / 5 : 1), end + 2)
    }
    var comparator = Comparator.at(index, end: end, in: side.words)
    if comparator == nil, unit == .time, side.word(index - 1) == "in" {
      comparator = Comparator(side: .ceiling, range: index - 1..<index, isWithin: true)
    }
    if comparator == nil, let sign = side.sign(before: index) {
      comparator = Comparator(side: sign, range: index..<index)
    }
    let purpose = NumberPurpose(side: side, index: index, end: end, unit: unit, comparator: comparator)
    let start = min(index, comparator?.range.lowerBound ?? index)
    return Quantity(
      index: index, range: start..<max(end, comparator?.range.upperBound ?? end), value: amount, unit: unit,
      aim: purpose.aim, isBound: comparator.map { !$0.isOffer } ?? false, picksSome: purpose.picksSome,
      comparator: comparator, amountEnd: end
    ).weighed(in: side)
  }

  private func clock(_ minutes: Int, at index: Int) -> Quantity {
    let end = side.words.indices.contains(index + 1) && side.word(index + 1).isEmpty ? index + 2 : index + 1
    return Quantity(
      index: index, range: index..<end, value: Double(minutes), unit: .clock,
      aim: ClockTime.aim(before: index, in: side.words), amountEnd: end)
  }

  /// `Once` as a number, and not as `as soon as`.
  private func once(_ index: Int) -> NumberWord.Reading? {
    guard side.word(index) == "once" else { return nil }
    let next = side.word(index + 1)
    let isNumber =
      next.isEmpty || ["per", "if", "when", "every", "daily", "before"].contains(next) || side.followsComma(index + 1)
      || next == "a" && Unit.named(side.word(index + 2)) != nil
    return isNumber ? NumberWord.Reading(value: 1, end: index + 1) : nil
  }

  /// `In the first week` is one week.
  private func ordinal(_ index: Int) -> Quantity? {
    guard ["first", "last"].contains(side.word(index - 1)), !["s", "b"].contains(side.word(index)),
      let named = Unit.named(side.word(index)), named.unit == .time
    else { return nil }
    let purpose = NumberPurpose(side: side, index: index, end: index + 1, unit: .time, comparator: nil)
    return Quantity(
      index: index, range: index - 1..<index + 1, value: named.factor, unit: .time, aim: purpose.aim,
      amountEnd: index + 1
    ).weighed(in: side)
  }

  /// Words for a time by which something is done: `at once`, `on the same day`.
  private func deadline(_ index: Int) -> Quantity? {
    guard let found = Self.deadlines.first(where: { side.holds($0.words, at: index) }), !side.isCondition(index) else {
      return nil
    }
    // `Two users at once`: at the same time
    if found.words == ["at", "once"],
      side.words[side.neighbourhood(of: index)].contains(where: { NumberWord.one($0) != nil })
    {
      return nil
    }
    let range = index..<index + found.words.count
    return Quantity(
      index: index, range: range, value: found.length, unit: Self.events.contains(found.words) ? .event : .time,
      aim: .low, isBound: true, amountEnd: range.upperBound)
  }

  private static let events = Vocabulary.phrases(
    "as soon as|the moment the|the moment a|the moment it|the moment they|the moment somebody|the moment someone")
  private static let deadlines: [(words: [String], length: Double)] =
    Vocabulary.phrases(
      "immediately|instantly|instantaneously|at once|straight away|right away|without delay|in real time|on the spot|on time|punctually"
    ).map { ($0, 0) } + events.map { ($0, 0) }
    + Vocabulary.phrases("same day|on the day|overnight|next day|next working day|next business day").map {
      ($0, 86_400_000)
    }

  private static let dayKinds = Vocabulary.words("working business calendar full whole consecutive more")

  /// The commonest words that a clause turns on.
  static let verbs = Vocabulary.words("is are was be must shall should will can may has have gets get need needs stays")

  static func number(_ word: String) -> (value: Double, suffix: String)? { NumberWord.one(word) }
}
