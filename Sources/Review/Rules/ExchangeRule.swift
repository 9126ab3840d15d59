/// One thing in place of another, where no other rule has a reason: `the paragraph and the amount` and `a short note`.
///
/// Much that became little was specific and is vague now. Of two things of the same weight words cannot tell which is
/// more, `by post` and `by email`: that is said, and counts for nothing.
enum ExchangeRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let (before, after) = (rewording.before, rewording.after)
    let places = rewording.hunks.filter {
      before.namesNews($0.before, beside: after) && after.namesNews($0.after, beside: before)
    }
    // A sentence that says all in other words may say the same.
    guard places.count == 1, rewording.hunks.count <= 2, let place = places.first else { return [] }
    return [rewording.shift(.detail, direction(place, before, after), place)]
  }

  private static func direction(_ place: Hunk, _ before: WordedSide, _ after: WordedSide) -> Shift.Direction {
    if isForWhom(place.before, before) != isForWhom(place.after, after), isLanguage(place, before, after) {
      return isForWhom(place.before, before) ? .weaker : .stronger
    }
    if before.isCondition(place.before.lowerBound) || after.isCondition(place.after.lowerBound) { return .unclear }
    let prevents = [prevents(place.before, before), self.prevents(place.after, after)]
    if prevents[0] != prevents[1] { return prevents[0] ? .weaker : .stronger }
    if [(before, place.before), (after, place.after)].contains(where: { side, range in
      side.words[side.sentence(of: range.lowerBound)].contains { Vocabulary.negations.contains($0) }
    }) {
      return .unclear
    }
    let old = before.contents[place.before].count { !$0.isEmpty }
    let new = after.contents[place.after].count { !$0.isEmpty }
    if old >= new + 2, old >= 2 * new { return .weaker }
    if new >= old + 2, new >= 2 * old { return .stronger }
    return new <= old && isThing(place.before, before) && isThing(place.after, after) ? .weaker : .unclear
  }

  /// Whether something is kept from happening there: who only shows a notice instead lets it happen.
  private static func prevents(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    guard let first = range.first else { return false }
    // `Errors stop the application`
    let start = side.sentence(of: first).lowerBound
    let isOfIll = Valence.of(start..<first, in: side) == .unwanted
    return range.contains { index in
      preventing.contains(side.word(index)) && !(isOfIll && !MainVerb.auxiliary.contains(side.word(index - 1)))
    }
  }

  private static let preventing = Vocabulary.words(
    """
    block blocks blocked reject rejects rejected refuse refuses refused prevent prevents prevented deny denies denied stop \
    stops stopped halt halts abort aborts aborted forbidden prohibited withheld impossible
    """.replacingNewLines)

  /// Whether a range behind the verb names a thing, and no action, of which there are too many words for one.
  private static func isThing(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    guard let first = range.first, side.verb(of: first).map({ $0 < first }) ?? MainVerb.isNamed(side.word(first - 1))
    else {
      return false
    }
    return range.allSatisfy { index in
      let word = side.word(index)
      return !MainVerb.auxiliary.contains(word) && !(MainVerb.isAction(word) && !MainVerb.isNamed(side.word(index - 1)))
        && !word.hasSuffix("ed") && !Period.names(word)
        && !coordinate.contains(word)
    }
  }

  /// Of which one is as much as another.
  private static let coordinate = Vocabulary.words(
    """
    english german french spanish italian dutch polish portuguese chinese japanese arabic red green blue yellow orange \
    left right top bottom gold silver bronze
    """.replacingNewLines)

  /// `The language of the customer` is what each of them has, `English` what some have.
  private static func isForWhom(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    range.contains { side.word($0).hasSuffix("'s") || ["own", "chosen", "preferred", "their"].contains(side.word($0)) }
      || range.contains { side.word($0) == "of" }
  }

  private static func isLanguage(_ place: Hunk, _ before: WordedSide, _ after: WordedSide) -> Bool {
    (place.before.map(before.word) + place.after.map(after.word)).contains {
      ["language", "languages", "currency", "timezone", "zone", "choice", "unit", "units"].contains($0)
    }
  }
}
