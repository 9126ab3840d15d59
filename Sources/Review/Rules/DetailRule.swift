/// Words that say more about what is promised, where no other rule has a reason: `in real time`, `with a reason`.
///
/// What is forbidden `in the background` is forbidden less often: behind a negation more words promise less.
enum DetailRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    if rewording.isTurnedRound { return lost(rewording).map { [$0] } ?? [] }
    if let left = universal(rewording) ?? lost(rewording) { return [left] }
    // Of several changes, each may only have moved what another one took away.
    guard rewording.hunks.count == 1 else { return [] }
    return rewording.hunks.compactMap { hunk -> Shift? in
      guard let (side, range, came) = rewording.onlySide(of: hunk), isEnough(range, side),
        !side.isCondition(range.lowerBound), !side.isSubject(range.lowerBound),
        side.hasNews(range, beside: rewording.other(came: came))
      else { return nil }
      let sentence = side.sentence(of: range.lowerBound)
      let isForbidden = side.words[sentence.lowerBound..<range.lowerBound].contains {
        Vocabulary.negations.contains($0)
      }
      if let narrows = narrows(range, side), narrows || !isForbidden {
        let direction: Shift.Direction = narrows ? .weaker : .unclear
        return rewording.shift(.detail, came ? direction : direction.opposite, hunk)
      }
      return rewording.shift(.detail, came != isForbidden ? .stronger : .weaker, hunk)
    }
  }

  /// Whether a phrase says where something ends, or what it costs; nil where it says how it is done.
  private static func narrows(_ range: Range<Int>, _ side: WordedSide) -> Bool? {
    if range.contains(where: { costs.contains(side.word($0)) }) { return true }
    let first = side.word(range.lowerBound)
    // `After 15 minutes of inactivity` is sooner than some time.
    if first == "after",
      side.quantities.contains(where: { range.contains($0.index) && $0.unit == .time && $0.aim == .low })
    {
      return side.words.contains { lapsing.contains($0) } ? nil : false
    }
    if first == "within" { return true }
    if ["for", "after", "upon", "under", "above", "below", "over", "near"].contains(first) { return true }
    guard ["on", "at"].contains(first) else { return nil }
    return false
  }

  private static let lapsing = Vocabulary.words(
    "expire expires lapse lapses lock locks locked close closes closed logged out")
  private static let costs = Vocabulary.words(
    "fee fees surcharge charge extra delay delays exceptions restrictions limits limitations appointment registration")

  /// One word of a thing may say which one is meant: `an update` and `a minor update`.
  private static func isEnough(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    if isManner(range, side) { return true }
    return range.count >= 2
  }

  /// One word for how it is done: `independently`.
  private static func isManner(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    let word = side.word(range.lowerBound)
    return word.hasSuffix("ly") && word.utf8.count > 5
      && !["only", "exactly", "really", "simply", "newly"].contains(word)
  }

  /// The word for all is gone, and something is named in its place: `everyone in the team` and `the team lead`.
  private static func universal(_ rewording: Rewording) -> Shift? {
    let places = [rewording.before.universals, rewording.after.universals]
    guard places[0].isEmpty != places[1].isEmpty else { return nil }
    let came = places[0].isEmpty
    let (side, other) = came ? (rewording.after, rewording.before) : (rewording.before, rewording.after)
    guard other.hasNews(other.words.indices, beside: side), let place = places[came ? 1 : 0].first,
      side.word(place) != "any", !isPlural(place, side, other),
      !other.words.contains(where: { ["no", "none", "nobody"].contains($0) })
    else { return nil }
    let words = side.excerpt(place..<min(place + 3, side.words.count))
    return Shift(.scope, came ? .stronger : .weaker, before: came ? "" : words, after: came ? words : "")
  }

  /// `Lectures are …` is said of each of them.
  private static func isPlural(_ place: Int, _ side: WordedSide, _ other: WordedSide) -> Bool {
    guard side.words.indices.contains(place + 1), let first = other.words.indices.first
    else {
      return false
    }
    return other.contents[first] == side.contents[place + 1] && other.word(first).hasSuffix("s")
  }

  /// In several places words are gone and none came that say anything else.
  private static func lost(_ rewording: Rewording) -> Shift? {
    guard rewording.hunks.count > 1 else { return nil }
    let gone = rewording.before.stems.subtracting(rewording.after.stems)
    let new = rewording.after.stems.subtracting(rewording.before.stems)
    guard gone.isEmpty != new.isEmpty else { return nil }
    let came = gone.isEmpty
    let side = came ? rewording.after : rewording.before
    let places = side.words.indices.filter { (came ? new : gone).contains(side.contents[$0]) }
    guard let first = places.first, let last = places.last, places.count >= 2,
      places.allSatisfy({
        !side.isCondition($0) && !side.isSubject($0) && !Vocabulary.negations.contains(side.word($0))
      }),
      !side.words.contains(where: { Vocabulary.negations.contains($0) })
    else { return nil }
    let words = side.excerpt(first..<last + 1)
    return Shift(.detail, came ? .stronger : .weaker, before: came ? "" : words, after: came ? words : "")
  }
}
