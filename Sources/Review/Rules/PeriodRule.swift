/// Parts of the week or the year, and times without an end that have one now.
enum PeriodRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    (season(rewording).map { [$0] } ?? []) + ending(rewording) + beforehand(rewording)
  }

  /// `Before anyone can open it` and `overnight`: what had to come first need not any more.
  private static func beforehand(_ rewording: Rewording) -> [Shift] {
    if rewording.isTurnedRound { return [] }
    let sides = [rewording.before, rewording.after]
    let places = sides.map { side in side.words.firstIndex { $0 == "before" } }
    guard (places[0] == nil) != (places[1] == nil) else { return [] }
    let came = places[0] == nil
    let (side, other) = came ? (sides[1], sides[0]) : (sides[0], sides[1])
    let isTold = other.words.indices.contains { index in
      first.contains(other.word(index)) && !side.words.contains(other.word(index))
        && Unit.named(other.word(index + 1)) == nil
    }
    guard let place = places[came ? 1 : 0], !isTold,
      !rewording.before.namesOneCase.isOnly, !rewording.after.namesOneCase.isOnly,
      let hunk = rewording.hunks.first(where: { (came ? $0.after : $0.before).contains(place) }),
      !side.quantities.contains(where: { $0.range.contains(place) || $0.range.upperBound == place }),
      side.hasNews(place + 1..<max(place + 1, (came ? hunk.after : hunk.before).upperBound), beside: other)
    else { return [] }
    return [rewording.shift(.bound, came ? .stronger : .weaker, hunk)]
  }

  private static let first = Vocabulary.words("until beforehand first prior unless")

  /// `From October to April` and `from December to February`.
  private static func season(_ rewording: Rewording) -> Shift? {
    guard let old = Period.only(in: rewording.before.words), let new = Period.only(in: rewording.after.words),
      old.kind == new.kind, old.length != new.length, rewording.after.word(new.range.lowerBound - 1) != "including",
      rewording.before.word(old.range.lowerBound - 1) != "including"
    else { return nil }
    let isLess = (new.length < old.length) != rewording.after.isException(new.range.lowerBound)
    return Shift(
      .restriction, isLess ? .weaker : .stronger, before: rewording.before.excerpt(old.range),
      after: rewording.after.excerpt(new.range))
  }

  /// `Until somebody answers` and `for a minute`, `forever` and `for ten years`.
  private static func ending(_ rewording: Rewording) -> [Shift] {
    let (old, new) = (rewording.before, rewording.after)
    if let open = open(old), let vague = vague.compactMap({ new.places(of: $0).first }).first {
      return [Shift(.bound, .weaker, before: old.excerpt(open), after: new.excerpt(vague))]
    }
    if let open = open(old), self.open(new) == nil, let finite = finite(new), finite.aim != .open {
      return [Shift(.bound, .weaker, before: old.excerpt(open), after: new.excerpt(finite.range))]
    }
    if let open = open(new), self.open(old) == nil, let finite = finite(old), finite.aim != .open {
      return [Shift(.bound, .stronger, before: old.excerpt(finite.range), after: new.excerpt(open))]
    }
    return []
  }

  private static func open(_ side: WordedSide) -> Range<Int>? {
    if let place = side.places(of: ["for", "as", "long", "as"]).first { return place }
    for phrase in phrases { if let place = side.places(of: phrase).first { return place } }
    return side.words.firstIndex { ["until", "till"].contains($0) }.map { $0..<min($0 + 3, side.words.count) }
  }

  private static func finite(_ side: WordedSide) -> Quantity? {
    side.quantities.first { quantity in
      quantity.unit == .time
        && (side.word(quantity.range.lowerBound - 1) == "for"
          || quantity.comparator?.isWithin == true && quantity.aim == .high)
    }
  }

  private static let vague = Vocabulary.phrases("for a while|for some time|for a time|for the time being")
  private static let phrases = Vocabulary.phrases(
    "forever|for ever|for good|indefinitely|permanently|for life|for all time")
}
