/// `And` and `or`, and things named in a row: more that has to be, or more ways in which it may be.
///
/// In a condition they mean the opposite: who asks for both there promises less.
enum AlternativeRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let near = rewording.hunks.compactMap { hunk -> Shift? in
      if let swapped = swap(hunk, rewording) { return swapped }
      guard let (side, range, came) = rewording.onlySide(of: hunk), range.count <= most, !side.isWholeSentences(range),
        side.hasNews(range, beside: rewording.other(came: came))
          || asks(range, side, beside: rewording.other(came: came)),
        !range.contains(where: { Vocabulary.negations.contains(side.word($0)) }), let joins = joint(range, side)
      else { return nil }
      // `All reviews, good or bad`
      let isOfAll =
        side.universals.contains { $0 < range.lowerBound } && side.isSubject(range.lowerBound)
        && range.contains { side.word($0) == "or" }
      let isAll =
        joins == "and" || isOfAll || isOfKinds(range.lowerBound, side) || isForbidden(range.lowerBound, side)
        || isChoice(range.lowerBound, side)
      let isMore = isMore(isAll, at: range.lowerBound, side)
      return rewording.shift(.alternative, isMore == came ? .stronger : .weaker, hunk)
    }
    return near.isEmpty ? shortened(rewording).map { [$0] } ?? [] : near
  }

  /// Whether one more in a row promises more, where all of them or any of them have to be.
  private static func isMore(_ isAll: Bool, at index: Int, _ side: WordedSide) -> Bool {
    if side.isLeftOut(index) { return false }
    // `Unless it is late or damaged` has one more case in which it does not hold.
    if side.isException(index), side.isTurned(index) { return isAll }
    return isAll != side.isTurned(index)
  }

  /// `Records who, what and when`
  private static func asks(_ range: Range<Int>, _ side: WordedSide, beside other: WordedSide) -> Bool {
    range.contains { index in
      ["who", "what", "when", "where", "why", "how"].contains(side.word(index))
        && !other.words.contains(side.word(index))
    }
  }

  /// The last of a row went or came, so that the word that joins it stands elsewhere: `a, b and c` and `a and b`.
  private static func shortened(_ rewording: Rewording) -> Shift? {
    guard (2...3).contains(rewording.hunks.count) else { return nil }
    let lost = rewording.before.stems.subtracting(rewording.after.stems)
    let gained = rewording.after.stems.subtracting(rewording.before.stems)
    guard lost.isEmpty != gained.isEmpty, lost.count + gained.count <= 3 else { return nil }
    let came = lost.isEmpty
    let side = came ? rewording.after : rewording.before
    let stems = came ? gained : lost
    let places = side.words.indices.filter { stems.contains(side.contents[$0]) }
    guard let first = places.first, let last = places.last,
      let joint = [first - 1, last + 1].map(side.word).first(where: { ["and", "or"].contains($0) })
    else { return nil }
    let isAll = joint == "and" || isOfKinds(first, side) || isForbidden(first, side) || isChoice(first, side)
    let isMore = isMore(isAll, at: first, side)
    let words = side.excerpt(first..<last + 1)
    return Shift(
      .alternative, isMore == came ? .stronger : .weaker, before: came ? "" : words, after: came ? words : "")
  }

  /// `Cannot send or read` forbids both.
  private static func isForbidden(_ index: Int, _ side: WordedSide) -> Bool {
    let sentence = side.sentence(of: index)
    return side.words[sentence.lowerBound..<max(index, sentence.lowerBound)].contains {
      Vocabulary.negations.contains($0)
    }
  }

  /// `Defects rated high or critical block …`: more things of which it is said.
  private static func isOfKinds(_ index: Int, _ side: WordedSide) -> Bool {
    let start = side.sentence(of: index).lowerBound
    guard side.isSubject(index), index > start, side.word(start).hasSuffix("s") || side.word(start + 1).hasSuffix("s")
    else {
      return false
    }
    return side.words[start..<index].dropFirst().contains { word in
      word.hasSuffix("ed") || ["with", "of", "from", "in", "that", "who"].contains(word)
    }
  }

  /// `Can pay by card or cash`: more ways for whoever chooses.
  private static func isChoice(_ index: Int, _ side: WordedSide) -> Bool {
    let sentence = side.sentence(of: index)
    return side.words[sentence.lowerBound..<max(index, sentence.lowerBound)].contains {
      choosing.contains($0) || $0.hasSuffix("able") && $0.utf8.count > 7
    }
  }

  private static let choosing = Vocabulary.words(
    "can may choose chooses select selects accepts accepted accept supports support supported offers find finds search searches filter filters sort sorts"
  )
  private static let most = 14
  private static let comparatives = Vocabulary.words(
    "less fewer more longer later newer older greater larger up above below higher lower faster")

  /// `And` where `or` was, or the other way round.
  private static func swap(_ hunk: Hunk, _ rewording: Rewording) -> Shift? {
    // `10 or newer` and `10 and later`
    func joints(_ range: Range<Int>, _ side: WordedSide) -> Set<String> {
      Set(range.filter { !comparatives.contains(side.word($0 + 1)) }.map(side.word))
    }
    let old = joints(hunk.before, rewording.before)
    let new = joints(hunk.after, rewording.after)
    let narrows = old.contains("and") && new.contains("or") && !new.contains("and") && !old.contains("or")
    let widens = old.contains("or") && new.contains("and") && !new.contains("or") && !old.contains("and")
    // `Between 2 and 8` and `not below 2 or above 8`
    let denials = [rewording.before, rewording.after].map { $0.words.count { Vocabulary.negations.contains($0) } }
    guard narrows || widens, denials[0] == denials[1],
      let index = hunk.after.first(where: { ["and", "or"].contains(rewording.after.word($0)) })
    else { return nil }
    let isCondition = rewording.after.isTurned(index)
    return rewording.shift(.alternative, narrows != isCondition ? .weaker : .stronger, hunk)
  }

  /// The word that joins what came or went to the rest; nil where it is no part of a row.
  static func joint(_ range: Range<Int>, _ side: WordedSide) -> String? {
    for index in [range.lowerBound, range.upperBound - 1, range.lowerBound - 1, range.upperBound] {
      let word = side.word(index)
      // `2 seconds or less` names no second thing.
      if word == "or", comparatives.contains(side.word(index + 1)) { return nil }
      if word == "and" || word == "or" {
        // Behind the range it joins what stood there before.
        if index >= range.upperBound, !isInRow(range, side) { return nil }
        return word
      }
    }
    // `, tokens or card numbers`: the rest of a row.
    if side.followsComma(range.lowerBound), let joint = range.first(where: { ["and", "or"].contains(side.word($0)) }),
      !range.contains(where: { MainVerb.auxiliary.contains(side.word($0)) })
    {
      return side.word(joint)
    }
    guard isInRow(range, side) else { return nil }
    let rest = side.words[range.lowerBound..<min(side.words.count, range.upperBound + 8)]
    return rest.first { $0 == "and" || $0 == "or" }
  }

  /// Whether commas or joints stand on both sides.
  private static func isInRow(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    let opens = side.followsComma(range.lowerBound) || ["and", "or"].contains(side.word(range.lowerBound - 1))
    let closes = side.followsComma(range.upperBound) || ["and", "or"].contains(side.word(range.upperBound))
    return (opens || closes)
      && (side.followsComma(range.upperBound) || ["and", "or"].contains(side.word(range.upperBound)))
  }
}
