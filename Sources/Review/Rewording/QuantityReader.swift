/// Reads a number of a wording with the words around it.
struct QuantityReader {
  private let side: WordedSide

  init(_ side: WordedSide) { self.side = side }

  func quantity(at index: Int) -> Quantity? {
    guard let (value, suffix) = Self.number(side.word(index)) ?? once(index) else { return nil }
    let next = side.word(index + 1)
    var end = index + 1
    var unit = Unit.things(WordedSide.stem(next))
    var amount = value
    if let named = Unit.named(suffix) {
      (unit, amount) = (named.unit, value * named.factor)
    } else if suffix.isEmpty, let named = Unit.named(next) {
      (unit, amount, end) = (named.unit, value * named.factor, index + 2)
    } else if !suffix.isEmpty {
      return nil
    }
    let bound = bound(before: index) ?? bound(behind: end)
    var aim = bound?.aim ?? natural(unit, at: index)
    // What makes something happen, or picks those it happens to: more of it, and it happens less.
    let picks = bound.map { picksSome($0.start, index) } ?? false
    if side.isCondition(index) || picks { aim = bound?.aim == .low ? .high : .low }
    let start = bound?.start ?? index
    return Quantity(
      index: index, range: min(start, index)..<max(end, bound?.end ?? end), value: amount, unit: unit, aim: aim,
      isBound: bound?.isOffer == false, picksSome: picks || side.isCondition(index))
  }

  /// `Orders over 100 euros are …`: a limit on the subject picks some of them.
  private func picksSome(_ start: Int, _ index: Int) -> Bool {
    let sentence = side.sentence(of: index)
    let comparing = ["above", "over", "below", "under", "larger", "older", "longer", "greater", "bigger", "smaller"]
    guard comparing.contains(side.word(start)), start > sentence.lowerBound else { return false }
    let before = side.words[sentence.lowerBound..<start]
    if before.contains(where: { Self.verbs.contains($0) || Vocabulary.negations.contains($0) }) {
      return false
    }
    return side.words[index..<sentence.upperBound].contains { Self.verbs.contains($0) }
  }

  /// The commonest words that a clause turns on.
  static let verbs = Vocabulary.words("is are was be must shall should will can may has have gets get need needs stays")

  /// `Once` as a number, and not as `as soon as`.
  private func once(_ index: Int) -> (value: Double, suffix: String)? {
    guard side.word(index) == "once" else { return nil }
    let next = side.word(index + 1)
    let isNumber =
      next.isEmpty || ["per", "if", "when", "every", "daily", "before"].contains(next) || side.followsComma(index + 1)
      || next == "a" && Unit.named(side.word(index + 2)) != nil
    return isNumber ? (1, "") : nil
  }

  private struct Bound {
    var aim: Quantity.Aim
    var start: Int
    var end: Int
    /// `Up to` names what is offered as often as a limit.
    var isOffer = false
  }

  /// The nearest words before a number that make it a limit.
  private func bound(before index: Int) -> Bound? {
    for distance in 1...4 where index - distance >= 0 {
      let start = index - distance
      if Self.number(side.word(start)) != nil { return nil }
      for (phrase, aim) in Self.leading where side.holds(phrase, at: start) && start + phrase.count <= index {
        // Between the two stands nothing but an article or an amount's name.
        guard side.words[start + phrase.count..<index].allSatisfy({ Self.between.contains($0) }) else { continue }
        return Bound(
          aim: turned(aim, phrase, at: start), start: start, end: index, isOffer: phrase == ["up", "to"])
      }
    }
    return nil
  }

  /// `No more than` is a ceiling, and `up to` one of what is offered.
  private func turned(_ aim: Quantity.Aim, _ phrase: [String], at start: Int) -> Quantity.Aim {
    let before = (max(0, start - 3)..<start).map(side.word)
    if before.contains(where: { Vocabulary.negations.contains($0) }) { return aim == .low ? .high : .low }
    if aim == .low, phrase != ["within"], offers(before: start) { return .high }
    if phrase == ["up", "to"], side.words[side.sentence(of: start)].contains(where: { Self.offering.contains($0) }) {
      return .high
    }
    return aim
  }

  /// Whether the words before speak of what is made possible.
  private func offers(before index: Int) -> Bool {
    let sentence = side.sentence(of: index)
    return side.words[max(sentence.lowerBound, index - 6)..<index].contains { Self.offering.contains($0) }
  }

  private func bound(behind end: Int) -> Bound? {
    for place in end...(end + 1) {
      for (phrase, aim) in Self.trailing where side.holds(phrase, at: place) {
        return Bound(aim: aim, start: end, end: place + phrase.count)
      }
    }
    return nil
  }

  /// What more of an amount means where nothing bounds it: of time mostly that one waits, of all else that one has it.
  private func natural(_ unit: Unit, at index: Int) -> Quantity.Aim {
    let before = side.words[side.sentence(of: index).lowerBound..<index]
    // Of what somebody has to put up with, less is better.
    if before.contains(where: { Self.burdens.contains($0) }) { return .low }
    // What holds for a time holds longer.
    if unit == .time, side.word(index - 1) == "for" { return .high }
    guard unit == .time else { return side.word(index - 1) == "after" ? .low : .high }
    return before.contains { Self.lasting.contains($0) } && side.word(index - 1) != "after" ? .high : .low
  }

  private static let leading: [([String], Quantity.Aim)] =
    Vocabulary.phrases(
      """
      at least|at minimum|minimum of|minimum|min|more than|greater than|longer than|older than|larger than|bigger than|\
      higher than|over|above|exceed|exceeds|exceeding|not before|starting from
      """
    ).map { ($0, .high) }
    + Vocabulary.phrases(
      """
      at most|maximum of|maximum|max|less than|fewer than|smaller than|shorter than|lower than|faster than|later than|\
      newer than|under|below|within|inside|up to|limit of|limited to|every
      """
    ).map { ($0, .low) }

  private static let trailing: [([String], Quantity.Aim)] =
    Vocabulary.phrases("or more|or longer|or above|or higher|at least|minimum").map { ($0, .high) }
    + Vocabulary.phrases("or less|or fewer|or below|or lower|at most|maximum|or faster|or later|or newer").map {
      ($0, .low)
    }

  private static let between = Vocabulary.words("a an the of about around exactly total every its to")
  private static let offering = Vocabulary.words(
    "support supports handle handles accept accepts accepted hold holds serve serves store stores upload attach up scale scales fit"
  )
  /// How far off something may be, how late, and what it costs.
  private static let burdens = Vocabulary.words(
    "accurate accuracy precise precision differ differs deviate deviates deviation tolerance error margin late delay delayed "
      + "latency lag downtime loss costs cost fee fees")
  private static let lasting = Vocabulary.words(
    "kept keep keeps retained retain stored store available valid remain remains lasts last archived history backups "
      + "recoverable restore restored undo supported undone trial")

  /// The value of a number word, with a unit that is written to it: `200ms`, `2`, `two`, `99.9%`, `10,000`.
  static func number(_ word: String) -> (value: Double, suffix: String)? {
    if let index = numerals.firstIndex(of: word) { return (Double(index), "") }
    if let value = tens[word] { return (value, "") }
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard digits.utf8.count <= 15, let value = Double(digits.filter { $0 != "," }) else { return nil }
    return (value, String(word[digits.endIndex...]))
  }

  private static let numerals =
    "zero one two three four five six seven eight nine ten eleven twelve".split(separator: " ").map(String.init)
  private static let tens = [
    "twice": 2, "thrice": 3, "fifteen": 15.0, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "ninety": 90, "hundred": 100,
  ]
}
