/// Words that say more about what is promised, where no other rule has a reason: `in real time`, `with a reason`.
///
/// What is forbidden `in the background` is forbidden less often: behind a negation more words promise less.
enum DetailRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    // Of several changes, each may only have moved what another one took away.
    guard rewording.hunks.count == 1 else { return [] }
    return rewording.hunks.compactMap { hunk -> Shift? in
      guard let (side, range, came) = rewording.onlySide(of: hunk), range.count >= 2 || isManner(range, side),
        !side.isCondition(range.lowerBound), !side.isSubject(range.lowerBound), side.hasNews(range, beside: rewording.other(came: came))
      else { return nil }
      let sentence = side.sentence(of: range.lowerBound)
      let isForbidden = side.words[sentence.lowerBound..<range.lowerBound].contains {
        Vocabulary.negations.contains($0)
      }
      return rewording.shift(.detail, came != isForbidden ? .stronger : .weaker, hunk)
    }
  }

  /// One word for how it is done: `independently`.
  private static func isManner(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    let word = side.word(range.lowerBound)
    return word.hasSuffix("ly") && word.utf8.count > 5 && !["only", "exactly", "really", "simply", "newly"].contains(word)
  }
}
