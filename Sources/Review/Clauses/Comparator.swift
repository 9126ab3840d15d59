/// Words beside a number that make it a limit: `no more than`, `at least`, `or older`.
struct Comparator: Hashable {
  enum Side: Hashable {
    /// That much at least.
    case floor
    /// That much at most.
    case ceiling

    var opposite: Side { self == .floor ? .ceiling : .floor }
  }

  var side: Side
  /// Where its words begin and end; behind a number where it stands there.
  var range: Range<Int>
  /// `Within`: of a time, that something is done before it is over.
  var isWithin = false
  /// `Up to` names what is offered as often as a limit.
  var isOffer = false
  /// `Over 30 kg`, `older than 18`: as often a part of the things that there are as a limit that is kept.
  var compares = false

  /// The words before the number at `index` or behind the amount that ends at `end`.
  static func at(_ index: Int, end: Int, in words: [String]) -> Comparator? {
    leading(index, words) ?? trailing(end, words)
  }

  private static func leading(_ index: Int, _ words: [String]) -> Comparator? {
    for distance in 1...4 where index - distance >= 0 {
      let start = index - distance
      if NumberWord.one(words[start]) != nil { return nil }
      guard let phrase = phrases.first(where: { holds($0.words, words, at: start, before: index) }),
        // Between the two stands nothing but an article or an amount's name.
        words[start + phrase.words.count..<index].allSatisfy({ between.contains($0) })
      else { continue }
      return found(phrase, start, index, words)
    }
    return nil
  }

  private static func found(_ phrase: Phrase, _ start: Int, _ index: Int, _ words: [String]) -> Comparator {
    // `It is not possible to order more than ten`
    let isImpossible = words[max(0, start - 6)..<start].contains { ["possible", "allowed", "permitted"].contains($0) }
    // `Must not slow down requests by more than 5 %`
    let reach = phrase.words.last == "than" ? 10 : isImpossible ? 7 : 3
    let negation = words[max(0, start - reach)..<start].lastIndex { negating.contains($0) }
    // `Nobody under 18` is some people, and no limit.
    let isWhom = negation.map { ["nobody", "nothing"].contains(words[$0]) } ?? false
    let isTurned = negation != nil && !isWhom && !["at", "within", "up"].contains(phrase.words[0])
    return Comparator(
      side: isTurned ? phrase.side.opposite : phrase.side, range: (isTurned ? negation ?? start : start)..<index,
      isWithin: phrase.words == ["within"], isOffer: phrase.words == ["up", "to"],
      compares: comparing.contains(phrase.words[0]) && !isTurned)
  }

  private static func trailing(_ end: Int, _ words: [String]) -> Comparator? {
    for place in end...(end + 1) {
      for phrase in behind where holds(phrase.words, words, at: place, before: words.count) {
        // `Android 10 or newer`, and `files that are 3 days old or newer`
        let isVersion = phrase.words.last == "newer" && !words[max(0, end - 1)..<end].contains { Unit.named($0) != nil }
        return Comparator(
          side: isVersion ? .floor : phrase.side, range: end..<place + phrase.words.count,
          compares: phrase.words[0] == "or")
      }
    }
    return nil
  }

  private static func holds(_ phrase: [String], _ words: [String], at start: Int, before end: Int) -> Bool {
    start + phrase.count <= end && words[start..<start + phrase.count].elementsEqual(phrase)
  }

  private struct Phrase {
    var words: [String]
    var side: Side
  }

  private static func list(_ side: Side, _ list: String) -> [Phrase] {
    Vocabulary.phrases(list).map { Phrase(words: $0, side: side) }
  }

  private static let phrases =
    list(
      .floor,
      """
      at least|at minimum|at a minimum|a minimum of|minimum of|minimum|min|more than|greater than|longer than|\
      older than|larger than|bigger than|higher than|later than|farther than|further than|slower than|heavier than|\
      ≥|over|above|exceed|exceeds|exceeding|not before|starting from
      """)
    + list(
      .ceiling,
      """
      at most|at the most|a maximum of|maximum of|maximum|max|less than|fewer than|smaller than|shorter than|\
      lower than|faster than|newer than|younger than|sooner than|earlier than|lighter than|closer than|under|below|\
      ≤|within|inside|up to|as many as|as much as|as large as|as long as|as big as|as high as|limit of|limited to|\
      capped at|every
      """)
  private static let behind =
    list(
      .floor,
      "and later|or later|and newer|and above|or more|or longer|or above|or higher|or older|or larger|or greater|or over|and up|at least|minimum"
    )
    + list(
      .ceiling,
      "or less|or fewer|or below|or lower|or under|or younger|or smaller|or sooner|or faster|or newer|at most|maximum")

  private static let comparing = Vocabulary.words(
    "more greater longer older larger bigger higher heavier over above exceed exceeds exceeding less fewer smaller "
      + "shorter lower younger newer under below lighter")
  private static let negating = Vocabulary.words(
    "no not never cannot can't mustn't impossible nothing nobody don't doesn't")
  private static let between = Vocabulary.words("a an the of about around exactly total every its to")
}
