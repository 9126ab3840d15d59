/// A word before a noun that leaves some of them out: `every email` and `every non-critical email`.
enum QualifierRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    rewording.hunks.compactMap { hunk in
      if let exchanged = exchange(hunk, rewording) { return exchanged }
      guard let (side, range, came) = rewording.onlySide(of: hunk), range.count <= most, isQualifier(range, side),
        side.hasNews(range, beside: rewording.other(came: came))
      else {
        return nil
      }
      return rewording.shift(.qualifier, came ? .weaker : .stronger, hunk)
    }
  }

  private static let most = 3

  /// `All accounts` for `premium accounts`, or the other way round.
  private static func exchange(_ hunk: Hunk, _ rewording: Rewording) -> Shift? {
    guard (1...most).contains(hunk.before.count), (1...most).contains(hunk.after.count) else { return nil }
    let old = hunk.before.contains { Vocabulary.universals.contains(rewording.before.word($0)) }
    let new = hunk.after.contains { Vocabulary.universals.contains(rewording.after.word($0)) }
    if ScopeRule.isOfGuard(hunk.before, rewording.before) { return nil }
    if new, !old, narrowing(hunk.before, rewording.before) { return rewording.shift(.qualifier, .stronger, hunk) }
    if old, !new, narrowing(hunk.after, rewording.after) { return rewording.shift(.qualifier, .weaker, hunk) }
    return nil
  }

  private static func isQualifier(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    guard range.allSatisfy({ !excluded.contains(side.word($0)) && QuantityReader.number(side.word($0)) == nil }) else {
      return false
    }
    guard range.allSatisfy({ !side.word($0).hasSuffix("ly") }), range.dropFirst().allSatisfy({ !side.followsComma($0) })
    else { return false }
    let next = side.word(range.upperBound)
    if next.isEmpty || Vocabulary.fillers.contains(next) || side.followsComma(range.upperBound) { return false }
    let previous = side.word(range.lowerBound - 1)
    if Vocabulary.universals.contains(previous) || ["no", "any"].contains(previous) { return true }
    if side.isCondition(range.lowerBound), ["a", "an", "the"].contains(previous) { return true }
    // `In production logs`
    if ["in", "for", "on", "to", "from"].contains(previous), narrowing(range, side) { return true }
    return side.beginsSentence(range.lowerBound) || ["a", "an", "the"].contains(previous) && narrowing(range, side)
  }

  private static func narrowing(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    range.contains { RestrictionRule.groups.contains(side.word($0)) }
  }

  private static let excluded = Vocabulary.fillers.union(Vocabulary.negations).union(Vocabulary.universals).union(
    Vocabulary.words("only both even also not new please some most several few many certain at least"))
}
