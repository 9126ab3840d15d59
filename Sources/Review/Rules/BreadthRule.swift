/// Words that widen what is promised: `even when`, `including`, `regardless of`.
enum BreadthRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    phrases.compactMap { phrase in
      let old = rewording.before.places(of: phrase).filter { isMeant($0, rewording.before) }
      let new = rewording.after.places(of: phrase).filter { isMeant($0, rewording.after) }
      if old.count == new.count || rewording.isTurnedRound && phrase.contains(where: timeless.contains) { return nil }
      let came = new.count > old.count
      let side = came ? rewording.after : rewording.before
      guard let place = came ? new.first : old.first else { return nil }
      let end = side.sentence(of: place.lowerBound).upperBound
      guard
        phrase.contains(where: whole.contains)
          || side.hasNews(place.upperBound..<max(end, place.upperBound), beside: rewording.other(came: came))
          || rewording.other(came: came).words.contains(where: Vocabulary.exceptionOpeners.contains)
      else {
        return nil
      }
      let words = side.excerpt(place.lowerBound..<min(end, place.upperBound + 3))
      return came ? Shift(.breadth, .stronger, after: words) : Shift(.breadth, .weaker, before: words)
    }
  }

  /// `Everywhere but there` has an end, and `too long` is no more than long.
  private static func isMeant(_ place: Range<Int>, _ side: WordedSide) -> Bool {
    if side.word(place.lowerBound) == "too" {
      return side.word(place.upperBound).isEmpty || side.followsComma(place.upperBound)
    }
    return side.word(place.upperBound) != "but"
  }

  /// What a sentence that is built in another way says by other words: `always`, `whenever they like`.
  private static let timeless = Vocabulary.words("time times cases case clock 24 or too well")

  /// Phrases that say it all by themselves.
  private static let whole = Vocabulary.words(
    "or time times cases case anywhere everywhere clock 24 too matter regardless irrespective")

  /// Whether a word that opens a condition opens none here.
  static func isBroad(_ index: Int, _ side: WordedSide) -> Bool {
    ["even", "also", "whether"].contains(side.word(index - 1)) || ["even", "also"].contains(side.word(index))
  }

  private static let phrases = Vocabulary.phrases(
    "even|also when|also if|also for|including|regardless of|no matter|whether or not|or not|"
      + "irrespective of|as well as|in addition to|not only|at any time|at all times|in all cases|in every case|in any case|anywhere|everywhere|too|around the clock|24 7|24 hours a day"
  )
}
