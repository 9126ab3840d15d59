/// A whole sentence that came or went.
enum SentenceRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    rewording.hunks.compactMap { hunk in
      guard let (side, range, came) = rewording.onlySide(of: hunk) else { return nil }
      guard side.isWholeSentences(range) || isSentence(range, side) || isClause(range, side),
        side.hasNews(range, beside: rewording.other(came: came))
      else { return nil }
      return rewording.shift(.sentence, came ? .stronger : .weaker, hunk)
    }
  }

  /// `…; after that it counts as approved`: all behind a semicolon.
  private static func isClause(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    guard let first = range.first, range.count >= 3, side.followsSemicolon(first) else { return false }
    return side.sentence(of: first).upperBound == range.upperBound
  }

  /// Whether a range has a sentence's worth of words from one sentence's start into another's: the alignment may begin
  /// one word late, where two sentences begin alike.
  private static func isSentence(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    guard let first = range.first, let last = range.last, range.count >= 3 else { return false }
    let (start, end) = (side.sentence(of: first), side.sentence(of: last))
    if start == end { return false }
    return first - start.lowerBound == last + 1 - end.lowerBound
  }
}
