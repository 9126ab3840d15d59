/// `Must`, `should`, `may`: how strongly something is asked for (ISO/IEC/IEEE 29148:2018, 5.2.4; RFC 2119).
///
/// What is told as a fact, `an email is sent`, is asked for as strongly as with `must`.
enum ObligationRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    if rewording.isTurnedRound { return turned(rewording) }
    return rewording.hunks.compactMap { hunk in
      let old = level(hunk.before, rewording.before, beside: rewording.after)
      let new = level(hunk.after, rewording.after, beside: rewording.before)
      guard old != nil || new != nil else { return nil }
      // A sentence that came or went is told of elsewhere.
      if hunk.isInsertion, hunk.after.count > most || rewording.before.words.isEmpty { return nil }
      if hunk.isRemoval, hunk.before.count > most { return nil }
      // The word may only stand in another place.
      if old == nil || new == nil,
        level(rewording.before.words.indices, rewording.before, beside: rewording.after)
          == level(rewording.after.words.indices, rewording.after, beside: rewording.before)
      {
        return nil
      }
      let (from, to) = (old ?? fact, new ?? fact)
      if from == to { return nil }
      // `Can be set from 15 to 25` and `its range is 15 to 25`: that it can be done is all there is to it.
      if from == able, to == fact, new == nil, !hunk.isRemoval, !isDoneNow(hunk, rewording) { return nil }
      // `Write to support` and `can reset it themselves`: another thing, and more of it.
      if to == able, old == nil, !hunk.isInsertion,
        contents(rewording.after, hunk.after) > contents(rewording.before, hunk.before) + 1
      {
        return nil
      }
      return rewording.shift(.obligation, to < from ? .weaker : .stronger, hunk)
    }
  }

  private static func contents(_ side: WordedSide, _ range: Range<Int>) -> Int {
    side.contents[range].count { !$0.isEmpty }
  }

  /// Whether what can be done on the one side is spoken of on the other.
  private static func isDoneNow(_ hunk: Hunk, _ rewording: Rewording) -> Bool {
    let side = rewording.before
    guard let can = hunk.before.first(where: { enabling.contains(side.word($0)) }) else { return true }
    guard
      let done = (can + 1..<max(can + 1, side.sentence(of: can).upperBound)).first(where: { !side.contents[$0].isEmpty }
      )
    else { return true }
    return rewording.after.stems.contains(side.contents[done])
  }

  /// Of a sentence that is built in another way only what asks for less or more than a fact counts: `Anyone may attend`
  /// and `it is open to everyone` are the same.
  private static func turned(_ rewording: Rewording) -> [Shift] {
    let (before, after) = (rewording.before, rewording.after)
    let old = level(before.words.indices, before, beside: after) ?? fact
    let new = level(after.words.indices, after, beside: before) ?? fact
    if old == new || old == able || new == able { return [] }
    func word(_ side: WordedSide) -> String {
      side.words.indices.first { advising.union(hoping).union(obliging).contains(side.word($0)) }.map(side.word) ?? ""
    }
    return [Shift(.obligation, new < old ? .weaker : .stronger, before: word(before), after: word(after))]
  }

  private static let most = 3
  private static let fact = 6

  /// How strongly the words of a range ask; nil where none says.
  private static func level(_ range: Range<Int>, _ side: WordedSide, beside other: WordedSide) -> Int? {
    let levels = range.compactMap { index -> Int? in
      if side.isCondition(index) || side.isSubject(index) || isAside(index, side) { return nil }
      let word = side.word(index)
      let next = side.word(index + 1)
      if word == "able", ["is", "are", "be"].contains(side.word(index - 1)), !side.words[range].contains("must") {
        return able
      }
      if isOpenTo(word), !other.words.contains(word), ["is", "are", "be"].contains(side.word(index - 1)) {
        return able
      }
      if word == "possible", ["is", "be"].contains(side.word(index - 1)) { return able }
      if prohibiting.contains(word) { return fact }
      if enabling.contains(word) {
        // `May not` and `can not` forbid.
        if next == "not" || next == "only" { return fact }
        // `Only members can vote` keeps out all others, and `may have at most 200` forbids more.
        if side.hasOnly(index) || side.isDenied(index) || limits.contains(where: { isNear($0, index, side) }) {
          return fact
        }
        return able
      }
      if advising.contains(word) { return isAble(index, side) ? able - 1 : advice }
      if giving.contains(word), side.verb(of: index) == index { return able }
      if ["has", "have"].contains(word), next == "access" { return able }
      if asking.contains(word), next == "to", ["is", "are", "be", "gets"].contains(side.word(index - 1)) {
        return advice
      }
      if hoping.contains(word) { return 1 }
      if obliging.contains(word) { return isAble(index, side) ? able : fact }
      return nil
    }
    return levels.min()
  }

  /// `Before anyone can open it` says when.
  private static func isAside(_ index: Int, _ side: WordedSide) -> Bool {
    guard let verb = side.verb(of: index), verb < index else { return false }
    return side.words[verb..<index].suffix(5).contains { ["before", "until", "after"].contains($0) }
  }

  private static let giving = Vocabulary.words("lets let allows allow enables enable permits permit")
  private static let asking = Vocabulary.words("asked invited advised urged reminded told")

  /// `Bookable` is what can be booked.
  private static func isOpenTo(_ word: String) -> Bool {
    (word.hasSuffix("able") || word.hasSuffix("ible")) && word.utf8.count > 7 && !word.hasPrefix("un")
      && !lasting.contains(word)
  }

  /// What ends like what can be done and is a state.
  private static let lasting = Vocabulary.words(
    "available unavailable acceptable reasonable suitable comparable impossible accessible visible compatible eligible possible flexible audible legible readable tangible responsible recognisable recognizable understandable"
  )

  private static func isNear(_ phrase: [String], _ index: Int, _ side: WordedSide) -> Bool {
    (index + 1..<index + 5).contains { side.holds(phrase, at: $0) }
  }

  private static let limits = Vocabulary.phrases("at most|no more|no longer|no later|as large|as long")
  private static let able = 4
  private static let advice = 5

  private static func isAble(_ index: Int, _ side: WordedSide) -> Bool {
    (index + 1...index + 3).contains {
      ["able", "allowed", "possible"].contains(side.word($0)) || isOpenTo(side.word($0)) && side.word($0 - 1) == "be"
    }
  }

  private static let prohibiting = Vocabulary.words("cannot can't mustn't shouldn't")
  private static let obliging = Vocabulary.words("must shall will required mandatory needs has")
  private static let advising = Vocabulary.words("should ought recommended encouraged")
  private static let enabling = Vocabulary.words("can may")
  private static let hoping = Vocabulary.words("could might")
}
