/// Words that say for whom, where or when something holds: `for paying customers`, `on desktop`, `during office hours`.
enum RestrictionRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    if let left = leftOut(rewording) { return [left] }
    return rewording.hunks.compactMap { hunk in
      if let exchanged = exchange(hunk, rewording) { return exchanged }
      guard let (side, range, came) = rewording.onlySide(of: hunk), (2...most).contains(range.count),
        !side.isWholeSentences(range), side.hasNews(range, beside: rewording.other(came: came))
      else { return nil }
      if side.quantities.contains(where: {
        $0.range.contains(range.lowerBound) && $0.range.upperBound >= range.upperBound
      }) {
        return nil
      }
      // `In the app and by phone` is one more of a row.
      if AlternativeRule.joint(range, side) == "and" { return nil }
      if range.contains(where: { Self.apart.contains(side.word($0)) }) { return nil }
      // `Rest for at least 12 hours` says how long.
      if side.word(range.lowerBound) == "for",
        side.quantities.contains(where: { range.contains($0.index) && $0.isBound && $0.aim == .high && !$0.picksSome })
      {
        return nil
      }
      // `Needs one approval from a code owner`: more is asked for.
      if ["from", "by", "with", "of"].contains(side.word(range.lowerBound)),
        side.verb(of: range.lowerBound).map({ demanding.contains(side.word($0)) }) ?? false
      {
        return nil
      }
      if isTime(range, side), !range.contains(where: { ["too", "also", "even"].contains(side.word($0)) }) {
        return rewording.shift(.restriction, came != side.isException(range.lowerBound) ? .weaker : .stronger, hunk)
      }
      if narrowsSubject(range, side) { return rewording.shift(.restriction, came ? .weaker : .stronger, hunk) }
      // `Shows the shops with their opening hours`: more is shown.
      if side.word(range.lowerBound) == "with",
        side.verb(of: range.lowerBound).map({ showing.contains(side.word($0)) }) ?? false
      {
        return nil
      }
      guard
        prepositions.contains(side.word(range.lowerBound)),
        !side.isCondition(range.lowerBound) || isTrailing(range, side),
        range.contains(where: { groups.contains(side.word($0)) }) || isOfSubject(range, side),
        !range.contains(where: { Vocabulary.universals.contains(side.word($0)) })
      else { return nil }
      return rewording.shift(.restriction, came ? .weaker : .stronger, hunk)
    }
  }

  private static let demanding = Vocabulary.words("needs need requires require")
  private static let showing = Vocabulary.words(
    "show shows list lists display displays contain contains include includes report reports print prints log logs record "
      + "records export exports")
  private static let most = 8

  /// `A player who loses the connection for less than a minute keeps …`: what is said of all is said of some.
  private static func narrowsSubject(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    let start = side.sentence(of: range.lowerBound).lowerBound
    guard range.lowerBound > start, range.allSatisfy(side.isSubject),
      !side.words[start..<range.lowerBound].contains("only")
    else { return false }
    if Valence.of(range, in: side) == .wanted { return false }
    // What is one alone is only told more of.
    if definite.contains(side.word(start)) { return false }
    return !range.contains { ["and", "or", "including", "also", "even"].contains(side.word($0)) }
      && !["and", "or"].contains(side.word(range.upperBound))
  }

  /// `In the first two weeks`, `on Sundays`, `from Monday to Friday`: not at other times.
  private static func isTime(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    let first = side.word(range.lowerBound)
    if ["during", "between", "outside"].contains(first) { return true }
    guard ["in", "on", "for", "from", "at", "within"].contains(first) else { return false }
    let second = side.word(range.lowerBound + 1)
    let third = side.word(range.lowerBound + 2)
    if second == "the", ["first", "last"].contains(third) { return true }
    return range.prefix(4).contains { Period.names(side.word($0)) }
  }

  /// `For all stops` and `for the stops in the centre`: the word for all is gone, and more words say which.
  private static func leftOut(_ rewording: Rewording) -> Shift? {
    let counts = [rewording.before, rewording.after].map { side in
      side.universals.count { side.word($0) != "any" }
    }
    guard counts[0] != counts[1] else { return nil }
    let came = counts[0] > counts[1]
    let side = came ? rewording.after : rewording.before
    for hunk in rewording.hunks {
      let range = came ? hunk.after : hunk.before
      guard range.count >= 2, side.hasNews(range, beside: rewording.other(came: came)),
        let start = range.first(where: { phraseOpeners.contains(side.word($0)) || NumberWord.one(side.word($0)) != nil }
        ),
        !opensPhrase(came ? hunk.before : hunk.after, rewording.other(came: came)), range.upperBound > start + 1,
        !range.contains(where: { Vocabulary.universals.contains(side.word($0)) })
      else { continue }
      let words = side.excerpt(start..<range.upperBound)
      return Shift(.restriction, came ? .weaker : .stronger, before: came ? "" : words, after: came ? words : "")
    }
    return nil
  }

  private static func opensPhrase(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    range.contains { phraseOpeners.contains(side.word($0)) }
  }

  private static let phraseOpeners = Vocabulary.words("in of at that which who with near")
  private static let apart = Vocabulary.words("different separate distinct independent other")
  private static let definite = Vocabulary.words("the this its our their your his her")

  /// A phrase that names a part of people, places or times where none was named.
  private static func exchange(_ hunk: Hunk, _ rewording: Rewording) -> Shift? {
    guard !hunk.isInsertion, !hunk.isRemoval, hunk.before.count <= most, hunk.after.count <= most else { return nil }
    if let one = Period.only(in: rewording.before.words), let two = Period.only(in: rewording.after.words),
      one.kind == two.kind
    {
      return nil
    }
    if [(hunk.before, rewording.before), (hunk.after, rewording.after)].contains(where: { range, side in
      range.contains { ["including", "even", "also"].contains(side.word($0)) }
    }) {
      return nil
    }
    let old = restricts(hunk.before, rewording.before)
    let new = restricts(hunk.after, rewording.after)
    if new, !old, !hunk.before.contains(where: { groups.contains(rewording.before.word($0)) }) {
      return rewording.shift(.restriction, .weaker, hunk)
    }
    if old, !new, !hunk.after.contains(where: { groups.contains(rewording.after.word($0)) }) {
      return rewording.shift(.restriction, .stronger, hunk)
    }
    return nil
  }

  private static func restricts(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    range.contains { index in
      ["on", "in", "for", "during"].contains(side.word(index)) && !side.isCondition(index)
        && (index + 1...index + 3).contains { range.contains($0) && groups.contains(side.word($0)) }
    }
  }

  /// `Dates in reports are …`: behind the subject and before the verb, it picks some of the subjects.
  private static func isOfSubject(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    let sentence = side.sentence(of: range.lowerBound)
    guard range.lowerBound > sentence.lowerBound, range.upperBound < sentence.upperBound else { return false }
    return !side.words[sentence.lowerBound..<range.lowerBound].contains { QuantityReader.verbs.contains($0) }
      && QuantityReader.verbs.contains(side.word(range.upperBound))
  }

  private static func isTrailing(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    side.sentence(of: range.lowerBound).upperBound == range.upperBound
  }

  private static let prepositions = Vocabulary.words("for on in during among from to at with of by")

  /// Words for a part of the people, places, times and machines that there are.
  static let groups = Vocabulary.words(
    """
    user users customer customers admin admins administrator administrators member members account accounts owner owners \
    plan plans team teams subscriber subscribers guest guests employee employees staff tenant tenants organisation \
    organisations organization organizations hours weekdays weekends business office daytime desktop mobile tablet tablets \
    phone phones ios android chrome firefox safari edge browser browsers linux windows macos production staging beta eu \
    europe us usa uk germany region regions country countries english premium paid paying enterprise pro trial registered \
    verified logged signed active internal external public private pilot connections networks devices
    """.replacingNewLines)
}
