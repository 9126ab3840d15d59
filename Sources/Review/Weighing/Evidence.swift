#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What bears on whether two wordings promise the same: reasons of the rules, the words that came and went, and how much of
/// the sentence they are.
///
/// Read from the later wording to the earlier one, each trait has the same amount, and its balance the other sign.
extension Rewording {
  package func traits(reasons: [(rule: Shift.Rule, direction: Shift.Direction)]) -> [Trait] {
    let extent = Extent(self)
    let words = denialTraits + ratingTraits + wordTraits(of: hunks)
    return [Trait("always", 1)] + extent.traits + countTraits + reasonTraits(reasons, extent) + words
  }

  // MARK: What is the same

  /// Whether the same words that mean something stand on both sides, perhaps in another order.
  var hasSameContents: Bool {
    before.contentsMissing(in: after) == 0 && after.contentsMissing(in: before) == 0
  }

  /// Whether nothing that means something differs but amounts: `hourly`, `every 60 minutes`.
  var differsInAmountsAlone: Bool { hunks.allSatisfy(hasAmountsAlone) }

  /// Whether one amount stands where another one stood, and nothing else.
  func exchangesAmounts(_ hunk: Hunk) -> Bool {
    !hunk.isInsertion && !hunk.isRemoval && hasAmountsAlone(hunk)
  }

  private func hasAmountsAlone(_ hunk: Hunk) -> Bool {
    func isAmount(_ place: Int, _ side: WordedSide) -> Bool {
      if side.frequencies.contains(where: { $0.range.contains(place) }) { return true }
      // A sign, as of €20, is no word.
      let isCurrency = Self.currencies.contains(side.words[place])
      return side.quantities.contains { $0.range.contains(place) || isCurrency && $0.range.upperBound == place }
    }
    return hunk.before.allSatisfy { before.contents[$0].isEmpty || isAmount($0, before) }
      && hunk.after.allSatisfy { after.contents[$0].isEmpty || isAmount($0, after) }
  }

  private static let currencies = Vocabulary.words("euro euros eur dollar dollars usd pound pounds gbp francs chf yen")

  // MARK: How much of the sentence is another

  private struct Extent {
    let share: Double
    let hunks: Double
    let length: Double
    /// As many contents came or went as on the side that has fewer of those.
    let exchanged: Double
    let traits: [Trait]

    init(_ rewording: Rewording) {
      let (before, after) = (rewording.before, rewording.after)
      let counts = (Double(before.words.count), Double(after.words.count))
      let differing = rewording.hunks.reduce(0) { $0 + $1.before.count + $1.after.count }
      let (gone, came) = (before.contentsMissing(in: after), after.contentsMissing(in: before))
      let start = zip(before.keys, after.keys).prefix { $0 == $1 }.count
      let rest = min(before.keys.count, after.keys.count) - start
      let end = zip(before.keys.reversed(), after.keys.reversed()).prefix(rest).prefix { $0 == $1 }.count
      share = 2 * Double(differing) / max(counts.0 + counts.1, 1)
      hunks = Double(min(rewording.hunks.count, 8)) / 4
      length = log(1 + max(counts.0, counts.1)) - 2.5
      exchanged = log(1 + Double(min(gone, came)))
      let moved = before.contents(in: rewording.hunks.flatMap(\.before)) - gone
      var traits = [
        Trait("share", share), Trait("hunks", hunks), Trait("length", length), Trait("exchanged", exchanged),
        Trait("contents", log(1 + Double(gone + came))), Trait("moved", log(1 + Double(max(moved, 0)))),
        Trait("start", 2 * Double(start) / max(min(counts.0, counts.1), 1)),
        Trait("end", 2 * Double(end) / max(min(counts.0, counts.1), 1)),
        Trait("longer", gained: 2 * log((counts.1 + 2) / (counts.0 + 2))),
        Trait("more words", gained: Double((counts.1 - counts.0).signum)),
        Trait("more contents", gained: Double(came - gone) / 4),
      ]
      if rewording.hunks.count == 1 {
        traits += [Trait("one place", 1), Trait("exchanged in one place", exchanged)]
      }
      if rewording.isTurnedRound { traits.append(Trait("turned round", 1)) }
      if gone + came == 0 { traits.append(Trait("same contents", 1)) }
      if (gone == 0) != (came == 0) { traits.append(Trait("one side", gained: gone == 0 ? 1 : -1)) }
      if before.stems == after.stems { traits.append(Trait("same stems", 1)) }
      self.traits = traits
    }
  }

  // MARK: What each side has more of

  private var countTraits: [Trait] {
    func more(_ name: String, _ count: (WordedSide) -> Int, per unit: Double = 1) -> Trait {
      Trait(name, gained: Double(count(after) - count(before)) / unit)
    }
    let amounts = [before, after].map { side in side.quantities.map { "\($0.value) \($0.unit)" }.sorted() }
    let denied = after.denials - before.denials
    var traits = [
      more("and", { $0.words.count { $0 == "and" } }), more("or", { $0.words.count { $0 == "or" } }),
      more("comma", { side in side.words.indices.count { side.followsComma($0) } }),
      more("condition", { side in side.words.indices.count { side.isCondition($0) } }, per: 4),
      more("exception", { side in side.words.indices.count { side.isException($0) } }, per: 4),
      more("sentence", { side in Set(side.words.indices.map { side.sentence(of: $0).lowerBound }).count }),
      Trait("denials", gained: Double(denied)), Trait("denied", gained: Double(denied.signum())),
    ]
    if denied % 2 != 0 { traits.append(Trait("denied or not", 1)) }
    if amounts[0] != amounts[1] { traits.append(Trait("other amounts", 1)) }
    if amounts[0] == amounts[1], !amounts[0].isEmpty { traits.append(Trait("same amounts", 1)) }
    return traits
  }

  // MARK: What the rules found

  private func reasonTraits(
    _ reasons: [(rule: Shift.Rule, direction: Shift.Direction)], _ extent: Extent
  ) -> [Trait] {
    var traits: [Trait] = []
    for rule in Shift.Rule.allCases {
      for direction in [Shift.Direction.weaker, .stronger, .unclear]
      where reasons.contains(where: { $0.rule == rule && $0.direction == direction }) {
        let name = "rule \(rule.rawValue)" + (direction == .unclear ? " unclear" : "")
        traits.append(Trait(name, 1, balance: direction.sign))
      }
    }
    func count(_ direction: Shift.Direction) -> Int { min(reasons.count { $0.direction == direction }, 3) }
    let counts = [Shift.Direction.weaker, .stronger, .unclear].map { ($0, count($0)) }
    for (direction, count) in counts where count > 0 {
      let name = direction == .unclear ? "unclear" : "reason"
      func scaled(_ by: String, _ amount: Double) -> Trait {
        Trait("\(name) by \(by)", amount, balance: direction.sign * amount)
      }
      traits += [scaled("count", Double(count)), scaled("share", extent.share), scaled("exchanged", extent.exchanged)]
      traits += [scaled("hunks", extent.hunks), scaled("length", extent.length)]
      if isTurnedRound { traits.append(scaled("turn", 1)) }
    }
    let (less, more, unclear) = (counts[0].1 > 0, counts[1].1 > 0, counts[2].1 > 0)
    let name = (less && more ? "both" : less || more ? "one way" : "no way") + (unclear ? " and unclear" : "")
    traits.append(Trait(name, 1, balance: less == more ? 0 : more ? 1 : -1))
    return traits
  }

  // MARK: The words that came and went

  /// Each word that differs once a side, by what it means, and whether it is wanted, denied, or part of a condition.
  func wordTraits(of hunks: [Hunk]) -> [Trait] {
    let gone = Self.names(before, hunks.flatMap(\.before), beside: after, hunks.flatMap(\.after))
    let came = Self.names(after, hunks.flatMap(\.after), beside: before, hunks.flatMap(\.before))
    return gone.map { Trait($0, gained: -1) } + came.map { Trait($0, gained: 1) }
  }

  private static func names(
    _ side: WordedSide, _ places: [Int], beside other: WordedSide, _ others: [Int]
  ) -> [String] {
    let spoken = Set(other.words)
    var names: Set<String> = []
    for place in places where isWord(place, side) && !spoken.contains(side.word(place)) {
      if let valence = Valence.of(side.word(place)) { names.insert("\(valence)\(side.context(of: place))") }
    }
    for place in missing(side, places, in: other, others) { names.insert("word " + side.meaning(at: place)) }
    return names.sorted()
  }

  /// A number says nothing without what it counts, which has a rule of its own.
  private static func isWord(_ place: Int, _ side: WordedSide) -> Bool { !(side.keys[place].first?.isNumber ?? true) }

  /// The words of some places that are not in those of the other side as often.
  private static func missing(
    _ side: WordedSide, _ places: [Int], in other: WordedSide, _ others: [Int]
  ) -> [Int] {
    var left = others.reduce(into: [String: Int]()) { $0[other.keys[$1], default: 0] += 1 }
    return places.filter { place in
      guard isWord(place, side) else { return false }
      guard let count = left[side.keys[place]], count > 0 else { return true }
      left[side.keys[place]] = count - 1
      return false
    }
  }

  // MARK: What is denied on one side alone

  /// Whether people would be glad of what the first `not` denies that came or went.
  private var denialTraits: [Trait] {
    let places = (old: hunks.flatMap(\.before), new: hunks.flatMap(\.after))
    let gone = places.old.filter { Vocabulary.negations.contains(before.word($0)) }
    let came = places.new.filter { Vocabulary.negations.contains(after.word($0)) }
    if gone.count == came.count { return [] }
    let (side, place, sign) = came.count > gone.count ? (after, came[0], 1.0) : (before, gone[0], -1.0)
    let denied = (place + 1..<min(place + 7, side.words.count)).lazy.compactMap { index in
      WordRatings.builtIn.rating(of: side.word(index))?[WordRatings.Quality.good.rawValue]
    }.first { $0 != 0 }
    guard let denied else { return [Trait("denies anything", gained: sign)] }
    return [Trait(denied > 0 ? "denies good" : "denies bad", gained: -sign * denied / 3)]
  }

  // MARK: How those words are rated

  /// The most outspoken rating of what went and of what came: their difference, or the one that there is.
  private var ratingTraits: [Trait] {
    let (old, new) = (hunks.flatMap(\.before), hunks.flatMap(\.after))
    let gone = Self.ratings(before, Self.missing(before, old, in: after, new))
    let came = Self.ratings(after, Self.missing(after, new, in: before, old))
    return WordRatings.Quality.allCases.compactMap { quality in
      switch (gone[quality.rawValue], came[quality.rawValue]) {
      case (let gone?, let came?): Trait("\(quality) for \(quality)", gained: (came - gone) / 2)
      case (nil, let came?): Trait("\(quality)", gained: came / 2)
      case (let gone?, nil): Trait("\(quality)", gained: -gone / 2)
      case (nil, nil): nil
      }
    }
  }

  private static func ratings(_ side: WordedSide, _ places: [Int]) -> [Double?] {
    var most = [Double?](repeating: nil, count: WordRatings.Quality.allCases.count)
    for place in places {
      guard let rating = WordRatings.builtIn.rating(of: side.word(place)) else { continue }
      for (index, value) in rating.enumerated() {
        guard let value, abs(value) > most[index].map(abs) ?? -1 else { continue }
        most[index] = value
      }
    }
    return most
  }
}

extension Shift.Direction {
  fileprivate var sign: Double {
    switch self {
    case .weaker: -1
    case .stronger: 1
    case .unclear: 0
    }
  }
}

extension Double {
  fileprivate var signum: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}

extension WordedSide {
  /// What a word means, or the word itself where it means nothing alone.
  func meaning(at index: Int) -> String { contents[index].isEmpty ? keys[index] : contents[index] }

  /// How many words of some places mean something by themselves.
  fileprivate func contents(in places: [Int]) -> Int { places.count { !contents[$0].isEmpty } }

  /// How many of its contents `other` has not.
  fileprivate func contentsMissing(in other: WordedSide) -> Int {
    var left = other.contents.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return contents.count { content in
      if content.isEmpty { return false }
      left[content, default: 0] -= 1
      return left[content, default: 0] < 0
    }
  }

  /// How often it says `not`, but in what only compares: `no more than`, `at no cost`.
  fileprivate var denials: Int {
    words.indices.count { index in
      Vocabulary.negations.contains(words[index]) && !Self.comparing.contains(word(index + 1))
        && word(index - 1) != "or"
    }
  }

  /// Whether a word says when something holds, or is denied by one of the few before it.
  fileprivate func context(of index: Int) -> String {
    if isTurned(index) || isException(index) { return " in a condition" }
    let near = max(sentence(of: index).lowerBound, index - 5)..<index
    return near.contains { Vocabulary.negations.contains(words[$0]) || words[$0] == "without" } ? " denied" : ""
  }

  private static let comparing = Vocabulary.words(
    """
    more less fewer later longer earlier only matter than sooner larger smaller higher lower older newer bigger shorter \
    other but except one cost charge fee exceed exceeds
    """.replacingNewLines)
}
