/// Words that widen what is promised: `even when`, `including`, `regardless of`, `without`.
enum BreadthRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    phrases.compactMap { phrase in
      let old = rewording.before.places(of: phrase).filter { isMeant($0, rewording.before) }
      let new = rewording.after.places(of: phrase).filter { isMeant($0, rewording.after) }
      if old.count == new.count { return nil }
      let came = new.count > old.count
      let side = came ? rewording.after : rewording.before
      // `Without a signature …` says when.
      if phrase == ["without"], (came ? new : old).contains(where: { side.beginsSentence($0.lowerBound) }) {
        return nil
      }
      // `Of inactivity` is `without activity`.
      let isTold = (came ? new : old).contains { place in
        ["in", "un"].contains { rewording.other(came: came).words.contains($0 + side.word(place.upperBound)) }
      }
      if phrase == ["without"], isTold || isAskedFor(came ? new : old, side, rewording.other(came: came)) { return nil }
      guard let place = came ? new.first : old.first else { return nil }
      let end = side.sentence(of: place.lowerBound).upperBound
      guard
        phrase.contains(where: whole.contains)
          || side.hasNews(place.upperBound..<max(end, place.upperBound), beside: rewording.other(came: came))
          || rewording.other(came: came).words.contains(where: Vocabulary.exceptionOpeners.contains)
      else {
        return nil
      }
      // What is forbidden without something is let be with it.
      if phrase == ["without"],
        side.words[side.sentence(of: place.lowerBound).lowerBound..<place.lowerBound].contains(
          where: { Vocabulary.negations.contains($0) })
      {
        return Shift(
          .breadth, came ? .weaker : .stronger, before: came ? "" : side.excerpt(place.lowerBound..<end),
          after: came ? side.excerpt(place.lowerBound..<end) : "")
      }
      let words = side.excerpt(place.lowerBound..<min(end, place.upperBound + 3))
      return came ? Shift(.breadth, .stronger, after: words) : Shift(.breadth, .weaker, before: words)
    }
  }

  /// `Without a reason` is `with no reason`, and the contrary of `with a reason`.
  private static func isAskedFor(_ places: [Range<Int>], _ side: WordedSide, _ other: WordedSide) -> Bool {
    places.contains { place in
      let named = side.contents[place.upperBound..<min(place.upperBound + 4, side.words.count)].filter { !$0.isEmpty }
      return other.words.indices.contains { index in
        ["with", "no", "carry"].contains(other.word(index))
          && other.contents[index + 1..<min(index + 4, other.words.count)].contains { named.contains($0) }
      }
    }
  }

  /// `Everywhere but there` has an end, and `too long` is no more than long.
  private static func isMeant(_ place: Range<Int>, _ side: WordedSide) -> Bool {
    if side.word(place.lowerBound) == "too" {
      return side.word(place.upperBound).isEmpty || side.followsComma(place.upperBound)
    }
    return side.word(place.upperBound) != "but"
  }

  /// Phrases that say it all by themselves.
  private static let whole = Vocabulary.words("or time times cases case anywhere everywhere clock 24 too")

  /// Whether a word that opens a condition opens none here.
  static func isBroad(_ index: Int, _ side: WordedSide) -> Bool {
    ["even", "also", "whether"].contains(side.word(index - 1)) || ["even", "also"].contains(side.word(index))
  }

  private static let phrases = Vocabulary.phrases(
    "even|also when|also if|also for|including|regardless of|no matter|whether or not|or not|"
      + "irrespective of|as well as|without|in addition to|not only|at any time|at all times|in all cases|in every case|in any case|anywhere|everywhere|too|around the clock|24 7|24 hours a day"
  )
}
