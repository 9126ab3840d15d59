/// The words that introduce the reason of a user story.
enum BenefitMarker {
  /// How strong the marker at `index` is, 0 the strongest, and where the reason begins behind it; nil where none stands.
  static func match(_ text: WordedText, at index: Int, wantStart: Int) -> (rank: Int, behind: Int)? {
    if text.holds(so, at: index) { return so(text, index) }
    if text.holds(within, at: index), text.holds(order, at: index + 1), text.holds(orderTails, at: index + 2) {
      return (1, index + 3)
    }
    if text.holds(such, at: index), text.holds(that, at: index + 1) { return (2, index + 2) }
    if text.holds(because, at: index), !text.holds(of, at: index + 1) { return (2, index + 1) }
    if text.holds(thereby, at: index) { return (2, index + 1) }
    if text.holds(since, at: index), text.holds(speakers, at: index + 1) { return (2, index + 1) }
    guard index > wantStart, text.beginsLine(index) || text.gap(before: index).contains(UInt8(ascii: ",")) else {
      return nil
    }
    if text.holds(causes, at: index), text.holds(subjects, at: index + 1) { return (2, index + 1) }
    if text.holds(consequences, at: index) { return (3, index) }
    if text.holds(which, at: index), text.holds(effects, at: index + 1) {
      return (3, index + 1)
    }
    // A purpose behind a comma: `, to be able to answer`.
    if text.holds(to, at: index), index > wantStart + 1 || text.beginsLine(index) {
      let isAble = text.holds(be, at: index + 1) && text.holds(able, at: index + 2) && text.holds(to, at: index + 3)
      return (3, index + (isAble ? 4 : 1))
    }
    return nil
  }

  private static func so(_ text: WordedText, _ index: Int) -> (rank: Int, behind: Int)? {
    if text.holds(that, at: index + 1) {
      // `so that that`, `so that so`: slips of the hand.
      var behind = index + 2
      while text.holds(slips, at: behind) { behind += 1 }
      return (0, behind)
    }
    if text.holds(asWord, at: index + 1), text.holds(to, at: index + 2) { return (1, index + 3) }
    guard !text.holds(notBefore, at: index - 1), !text.holds(notBehind, at: index + 1) else { return nil }
    let isParted = text.beginsClause(index)
    guard isParted || text.holds(subjects, at: index + 1) || !text.holds(adverbs, at: index - 1) else { return nil }
    return (isParted || text.holds(subjects, at: index + 1) ? 1 : 2, index + 1)
  }

  private static let subjects: WordSet =
    "i we they he she it you my our their this these those users people everyone the a i'm we're i'll we'll i'd"
  private static let so: WordSet = "so"
  private static let within: WordSet = "in"
  private static let order: WordSet = "order"
  private static let orderTails: WordSet = "to that for"
  private static let such: WordSet = "such"
  private static let that: WordSet = "that"
  private static let because: WordSet = "because"
  private static let of: WordSet = "of"
  private static let thereby: WordSet = "thereby whereby"
  private static let causes: WordSet = "since as"
  private static let consequences: WordSet = "thus allowing enabling letting"
  private static let which: WordSet = "which"
  private static let effects: WordSet = "will would lets allows enables helps means makes"
  private static let to: WordSet = "to"
  private static let be: WordSet = "be"
  private static let able: WordSet = "able"
  private static let slips: WordSet = "that so"
  private static let asWord: WordSet = "as"
  private static let since: WordSet = "since"
  private static let speakers: WordSet = "i we"
  private static let notBefore: WordSet =
    "do does did doing done and or if is are be was even ever why how not think say"
  private static let notBehind: WordSet = "far on forth called much many long few little soon often fast quickly"
  private static let adverbs: WordSet = "is are was were be been feel feels look looks seem seems"
}
