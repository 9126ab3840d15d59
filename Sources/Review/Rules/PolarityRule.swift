/// `Not`: what was promised is forbidden now, or what was forbidden is let be. Either way the earlier promise is gone.
enum PolarityRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    rewording.hunks.compactMap { hunk in
      // What came or went as a whole sentence turns nothing round.
      if let (side, range, _) = rewording.onlySide(of: hunk), range.count > most || side.isWholeSentences(range) {
        return nil
      }
      let old = hunk.before.filter { negates($0, rewording.before) }
      let new = hunk.after.filter { negates($0, rewording.after) }
      guard (old.count + new.count) % 2 == 1 else { return nil }
      // The negation may only have changed its place.
      let total = [rewording.before, rewording.after].map { side in side.words.indices.count { negates($0, side) } }
      guard (total[0] + total[1]) % 2 == 1 else { return nil }
      if hunk.before.contains(where: { implied.contains(rewording.before.word($0)) })
        != hunk.after.contains(where: {
          implied.contains(rewording.after.word($0))
        })
      {
        return nil
      }
      return rewording.shift(.polarity, .weaker, hunk)
    }
  }

  private static let most = 5

  private static func negates(_ index: Int, _ side: WordedSide) -> Bool {
    guard Vocabulary.negations.contains(side.word(index)), !side.isCondition(index) else { return false }
    // `no more than`, `not later than`, `not only`
    return !comparatives.contains(side.word(index + 1)) && side.word(index + 2) != "than"
  }

  private static let comparatives = Vocabulary.words(
    "more less fewer later longer earlier only matter than sooner larger smaller higher lower older newer bigger shorter"
  )

  /// Words that say `not` without saying it.
  private static let implied = Vocabulary.words(
    """
    unchanged prevent prevents prevented forbid forbids forbidden prohibited refuse refuses refused reject rejects rejected \
    deny denies denied block blocks blocked impossible unable stay stays remain remains without stop stops disabled hidden \
    lack lacks ignore ignores ignored skip skips skipped absent missing empty same identical intact fails avoid avoids \
    unaffected silent suppressed suppresses
    """.replacingNewLines)
}
