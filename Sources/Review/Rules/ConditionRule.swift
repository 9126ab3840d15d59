/// A condition or an exception that came or went: `when muted`, `unless`, `except for`.
enum ConditionRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let clauses = clauses(rewording, came: true) + clauses(rewording, came: false)
    return clauses.isEmpty ? narrowed(rewording) : clauses
  }

  /// More or fewer words in a condition that stays: it holds less often, or more.
  private static func narrowed(_ rewording: Rewording) -> [Shift] {
    // A clause that went here and came there was moved, and `if none` may say `unless one`.
    let isMoved = [\Hunk.before, \Hunk.after].allSatisfy { key in
      let side = key == \Hunk.before ? rewording.before : rewording.after
      return rewording.hunks.contains { $0[keyPath: key].contains { isOpener($0, side) } }
    }
    if isMoved { return [] }
    return rewording.hunks.compactMap { hunk in
      guard let (side, range, came) = rewording.onlySide(of: hunk), !side.isWholeSentences(range),
        side.isTurned(range.lowerBound), !range.contains(where: { side.word($0) == "or" }),
        side.word(range.upperBound) != "or", side.word(range.lowerBound - 1) != "or",
        !range.contains(where: { BreadthRule.isBroad($0, side) }),
        !MainVerb.auxiliary.contains(side.word(range.lowerBound)),
        side.hasNews(range, beside: rewording.other(came: came))
      else { return nil }
      return rewording.shift(.condition, came ? .weaker : .stronger, hunk)
    }
  }

  /// The clauses on one side that speak of something the other side does not, where that side has fewer of them.
  private static func clauses(_ rewording: Rewording, came: Bool) -> [Shift] {
    let side = came ? rewording.after : rewording.before
    let other = came ? rewording.before : rewording.after
    guard openers(of: side).count > openers(of: other).count else { return [] }
    return rewording.hunks.compactMap { hunk in
      let range = came ? hunk.after : hunk.before
      if side.isWholeSentences(range) { return nil }
      guard let opener = range.first(where: { isOpener($0, side) }),
        !range.contains(where: { BreadthRule.isBroad($0, side) })
      else { return nil }
      let start = opener + (phrases.first { side.holds($0, at: opener) }?.count ?? 1)
      guard isNew(start..<max(start, clauseEnd(opener, side)), side, beside: other) else { return nil }
      let clause = side.excerpt(opener..<range.upperBound)
      let end = clauseEnd(opener, side)
      // `If it fails, interest is paid`: what holds then came or went with it. `And whenever it changes` is one time more.
      let isWhole =
        hunk.before.isEmpty != hunk.after.isEmpty && end < range.upperBound && opener <= range.lowerBound + 1
        && side.hasNews(end..<range.upperBound, beside: other)
      let isMore =
        ["and", "or"].contains(side.word(opener - 1)) && range.contains(opener - 1)
        && ["when", "whenever"].contains(side.word(opener))
        && !side.isCondition(opener - 1)
      // `, and block the merge when they fail`: what is done then came with its condition.
      let near = max(side.sentence(of: opener).lowerBound, range.lowerBound - 4)
      let isJoined =
        rewording.hunks.contains { (came ? $0.after : $0.before).contains { $0 >= near && side.word($0) == "and" } }
        && (near..<opener).contains { index in
          ["and", "but"].contains(side.word(index)) && side.hasNews(index..<opener, beside: other)
            && (index + 1..<opener).contains {
              MainVerb.isAction(side.word($0)) || side.word($0).hasSuffix("ed")
                || MainVerb.auxiliary.contains(side.word($0))
            }
        }
      if isWhole || isMore || isJoined {
        return came ? Shift(.condition, .stronger, after: clause) : Shift(.condition, .weaker, before: clause)
      }
      return came ? Shift(.condition, .weaker, after: clause) : Shift(.condition, .stronger, before: clause)
    }
  }

  /// Whether half of what a clause says, or more, is said nowhere else: `in transit` and `if damaged on the way`.
  private static func isNew(_ range: Range<Int>, _ side: WordedSide, beside other: WordedSide) -> Bool {
    let contents = side.contents[range].filter { !$0.isEmpty }
    let news = contents.count { !other.stems.contains($0) }
    return news > 0
      && (news * 2 >= contents.count || Vocabulary.exceptionOpeners.contains(side.word(range.lowerBound - 1)))
  }

  private static func clauseEnd(_ opener: Int, _ side: WordedSide) -> Int {
    let end = side.sentence(of: opener).upperBound
    return (opener + 1..<max(end, opener + 1)).first { side.followsComma($0) || side.word($0) == "then" } ?? end
  }

  private static func openers(of side: WordedSide) -> [Int] {
    side.words.indices.filter {
      isOpener($0, side) || side.holds(["as", "soon", "as"], at: $0) || side.word($0) == "until"
        || ["each", "every"].contains(side.word($0)) && side.word($0 + 1) == "time"
    }
  }

  private static func isOpener(_ index: Int, _ side: WordedSide) -> Bool {
    if BreadthRule.isBroad(index, side) || side.isQuestion(index) { return false }
    if side.word(index) == "given", !side.isCondition(index) { return false }
    if words.contains(side.word(index)) {
      // `Given …, when …` is one condition.
      return !(["when", "whenever"].contains(side.word(index)) && side.words[..<index].contains("given"))
    }
    // `Kept for as long as the account exists` says how long.
    if side.holds(["as", "long", "as"], at: index), side.word(index - 1) == "for" { return false }
    // `Everywhere but in the restaurant`
    if side.word(index) == "but", Vocabulary.universals.contains(side.word(index - 1)) { return true }
    // `Kept apart from the others`
    if side.word(index) == "apart", side.verb(of: index).map({ $0 < index }) ?? false, !side.followsComma(index) {
      return false
    }
    return phrases.contains { side.holds($0, at: index) }
  }

  private static let words = Vocabulary.words(
    "if when whenever given unless except excluding provided while besides where assuming")
  private static let phrases = Vocabulary.phrases(
    "other than|apart from|as long as|in case|in the event|in the case|but not|with the exception|outside of|subject to|depending on"
  )
}
