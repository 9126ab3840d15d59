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
      if implies(rewording, \.before) != implies(rewording, \.after) { return nil }
      if let told = ofDenied(rewording, came: old.count < new.count) {
        return rewording.shift(.polarity, told, hunk)
      }
      // Who may no longer do something may have had to be kept from it.
      if opensToNobody(rewording) {
        return rewording.shift(.polarity, old.count < new.count ? .unclear : .weaker, hunk)
      }
      // `Hides` and `never stores` are two things.
      if old.count < new.count, !speaksOf(new[0], rewording.after, in: rewording.before) { return nil }
      if old.count < new.count, takesAway(rewording) { return rewording.shift(.polarity, .unclear, hunk) }
      return rewording.shift(.polarity, .weaker, hunk)
    }
  }

  private static let most = 5

  /// What is denied tells whom that serves: a harm, a burden or a secret laid open, or something that ought to be there.
  private static func ofDenied(_ rewording: Rewording, came: Bool) -> Shift.Direction? {
    let (side, other) = came ? (rewording.after, rewording.before) : (rewording.before, rewording.after)
    guard let negation = side.words.indices.first(where: { negates($0, side) }) else { return nil }
    let sentence = side.sentence(of: negation)
    let denied = negation + 1..<min(sentence.upperBound, negation + 1 + reach)
    let gain: Shift.Direction = came ? .stronger : .weaker
    switch Valence.of(denied, in: side) {
    case .unwanted?: return gain
    case .wanted?: return gain.opposite
    case nil: break
    }
    if Valence.exposes(sentence, in: side) { return gain }
    // `The API might return stale data`: what may happen is a risk.
    if other.words.contains(where: { ["might", "could"].contains($0) }) { return gain }
    // `Data may be shared` and `data is never shared`: what may be done with a thing, and is no right of anybody.
    let isAllowed = other.words.indices.contains { other.word($0) == "may" && other.word($0 + 1) == "be" }
    return isAllowed && !other.words.contains(where: { PurposeWords.rights.contains($0) }) ? gain : nil
  }

  /// As many words behind a negation are looked at for what it denies.
  private static let reach = 6

  /// Whether the other wording has what a negation denies.
  private static func speaksOf(_ negation: Int, _ side: WordedSide, in other: WordedSide) -> Bool {
    let rest = negation + 1..<side.sentence(of: negation).upperBound
    guard let denied = rest.first(where: { !side.contents[$0].isEmpty }) else { return true }
    return other.stems.contains(side.contents[denied])
  }

  /// Whether the words that one side has alone say `not` without saying it; a sentence may be turned round for that.
  private static func implies(_ rewording: Rewording, _ key: KeyPath<Hunk, Range<Int>>) -> Bool {
    let isOld = key == \Hunk.before
    let (side, other) = isOld ? (rewording.before, rewording.after) : (rewording.after, rewording.before)
    return rewording.hunks.contains { hunk in
      hunk[keyPath: key].contains { index in
        let word = side.word(index)
        if implied.contains(word) { return true }
        // `Stateless` is what keeps no state.
        if word.hasSuffix("less"), other.stems.contains(WordedSide.meaning(of: String(word.dropLast(4)))) {
          return true
        }
        // `Unpaid` is what was not paid.
        guard word.hasPrefix("un"), word.utf8.count > 5 else { return false }
        return other.stems.contains(WordedSide.meaning(of: String(word.dropFirst(2))))
      }
    }
  }

  /// `The price can change` and `cannot`: what can happen to a thing is no promise to anybody.
  private static func takesAway(_ rewording: Rewording) -> Bool {
    let side = rewording.before
    guard let verb = side.verb(of: 0), ["can", "may"].contains(side.word(verb)) else { return false }
    return !side.words[..<verb].contains { served.contains($0) }
  }

  private static let served = Vocabulary.words(
    "user users customer customers member members guest guests visitor visitors player players patient patients people "
      + "subscriber subscribers buyer buyers owner owners everyone everybody anyone anybody")

  private static func opensToNobody(_ rewording: Rewording) -> Bool {
    let sides = [rewording.before, rewording.after]
    return sides.allSatisfy { side in side.words.contains { ["may", "can"].contains($0) } }
      && sides.contains { side in side.words.contains { ["nobody", "none"].contains($0) } }
  }

  private static func negates(_ index: Int, _ side: WordedSide) -> Bool {
    if side.word(index) == "not", side.word(index - 1) == "or" { return false }
    guard Vocabulary.negations.contains(side.word(index)), !side.isCondition(index), !side.isOnly(index) else {
      return false
    }
    // `A booking that is not paid` is a thing, of which something else is said.
    if side.isSubject(index),
      side.words[side.neighbourhood(of: index).lowerBound..<index].contains(where: { MainVerb.relative.contains($0) })
    {
      return false
    }
    // `no more than`, `must not take more than`
    return !comparatives.contains(side.word(index + 1)) && !(1...2).contains { isExceeding(side.word(index + $0)) }
      && !(2...4).contains { side.word(index + $0) == "than" }
  }

  /// `Must not exceed 1 MB` sets a limit, as `at most` does.
  private static func isExceeding(_ word: String) -> Bool {
    ["exceed", "exceeds", "surpass", "overrun"].contains(word)
  }

  private static let comparatives = Vocabulary.words(
    "more less fewer later longer earlier only matter than sooner larger smaller higher lower older newer bigger shorter"
  )

  /// Words that say `not` without saying it.
  private static let implied = Vocabulary.words(
    """
    unchanged prevent prevents prevented forbid forbids forbidden prohibited refuse refuses refused reject rejects rejected \
    deny denies denied block blocks blocked impossible unable stay stays remain remains without stop stops disabled hidden \
    lack lacks ignore ignores ignored skip skips skipped waived waive waives free absent closed missing excluded exempt empty same identical intact fails avoid avoids \
    fail null void blank unaffected silent suppressed suppresses
    """.replacingNewLines)
}
