/// `Without`: something that nobody has to put up with, or something that ought to be there and is not.
enum WithoutRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let all = [rewording.before, rewording.after].map { side in
      side.words.indices.filter { side.word($0) == "without" }
    }
    guard all[0].count != all[1].count else { return [] }
    // `Without a signature …` says when.
    let places = zip(all, [rewording.before, rewording.after]).map { places, side in
      places.filter { !side.beginsSentence($0) }
    }
    let came = places[1].count > places[0].count
    let (side, other) = came ? (rewording.after, rewording.before) : (rewording.before, rewording.after)
    guard let place = places[came ? 1 : 0].first(where: { !isDenied($0, side, in: other) }) else { return [] }
    let end = side.sentence(of: place).upperBound
    let words = side.excerpt(place..<min(end, place + 4))
    // In a sentence that is turned round what is new to one side may be told on the other in other words.
    if rewording.isTurnedRound, Valence.of(what(place, side), in: side) == nil { return [] }
    guard let isMore = isMore(place, side, other) else { return [] }
    return [Shift(.breadth, isMore == came ? .stronger : .weaker, before: came ? "" : words, after: came ? words : "")]
  }

  /// Whether it promises more; nil where the other side has nothing to do with it.
  private static func isMore(_ place: Int, _ side: WordedSide, _ other: WordedSide) -> Bool? {
    let start = side.sentence(of: place).lowerBound
    let named = what(place, side)
    // What is forbidden without something is let be with it.
    if side.words[start..<place].contains(where: { Vocabulary.negations.contains($0) }) {
      return side.hasNews(named, beside: other) ? false : nil
    }
    let isStated = named.contains { !side.contents[$0].isEmpty && other.stems.contains(side.contents[$0]) }
    if isStated, other.words.contains(where: { ["with", "carry"].contains($0) }), other.words.contains("only"),
      Valence.of(named, in: side) != .unwanted
    {
      return nil
    }
    // `May work from home without asking`: they are free to.
    if side.words[start..<place].contains(where: { ["may", "can"].contains($0) }),
      named.contains(where: { courtesies.contains(side.word($0)) })
    {
      return true
    }
    // `Get a report without asking`, and not `deleted without asking the user`
    if side.word(place + 1) == "asking", side.word(place + 2).isEmpty || side.word(place + 2) == "for" { return true }
    switch Valence.of(named, in: side) {
    case .unwanted?: return true
    case .wanted?: return false
    case nil:
      let isNews = side.hasNews(named, beside: other)
      return isNews || isStated || other.words.contains(where: Vocabulary.exceptionOpeners.contains) ? true : nil
    }
  }

  private static let courtesies = Vocabulary.words("asking permission reason reasons notice approval explanation")

  /// Whether the other side denies the same: `with no reason`, `unsigned`, `inactivity`.
  private static func isDenied(_ place: Int, _ side: WordedSide, in other: WordedSide) -> Bool {
    let named = what(place, side)
    if named.contains(where: { index in ["in", "un"].contains { other.words.contains($0 + side.word(index)) } }) {
      return true
    }
    // `Without losing its history` and `keeps its history`
    let ills = named.filter { Valence.of(side.word($0)) == .unwanted }.map { side.contents[$0] }
    if !ills.isEmpty, other.stems.isDisjoint(with: ills),
      other.words.indices.contains(where: { Valence.of($0..<$0 + 1, in: other) == .wanted }),
      named.contains(where: { !side.contents[$0].isEmpty && other.stems.contains(side.contents[$0]) })
    {
      return true
    }
    let contents = named.map { side.contents[$0] }.filter { !$0.isEmpty }
    return other.words.indices.contains { index in
      (Vocabulary.negations.contains(other.word(index)) || other.word(index) == "zero")
        && (index + 1..<min(index + 7, other.words.count)).contains { contents.contains(other.contents[$0]) }
    }
  }

  /// What stands behind it, up to the end of the clause.
  private static func what(_ place: Int, _ side: WordedSide) -> Range<Int> {
    let end = min(side.sentence(of: place).upperBound, place + 5)
    return place + 1..<((place + 1..<max(place + 1, end)).first { side.followsComma($0) } ?? max(place + 1, end))
  }
}
