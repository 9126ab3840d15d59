/// Words that leave a way out: `where possible`, `usually`, `try to`.
///
/// INCOSE Guide to Writing Requirements, R8 "Escape clauses"; QuARS, weakness.
enum HedgeRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    var shifts: [Shift] = []
    for phrase in phrases {
      let old = rewording.before.places(of: phrase)
      let new = rewording.after.places(of: phrase)
      if old.count == new.count { continue }
      // `The default is 10` and `by default it is 10`
      if phrase == ["by", "default"] {
        let other = old.count > new.count ? rewording.after : rewording.before
        if other.words.contains(where: { ["default", "defaults", "request", "demand", "asked"].contains($0) }) {
          continue
        }
      }
      if phrase == ["often"], [rewording.before, rewording.after].contains(where: { $0.words.contains("more") }) {
        continue
      }
      if phrase.count == 1, approximate.contains(phrase[0]) {
        let side = old.count > new.count ? rewording.before : rewording.after
        let places = old.count > new.count ? old : new
        guard places.contains(where: { QuantityReader.number(side.word($0.upperBound)) != nil }) else { continue }
      }
      // `And every 30 seconds on demand` is more than was said before.
      let side = old.count > new.count ? rewording.before : rewording.after
      let joined = (old.count > new.count ? old : new).contains { place in
        side.words[max(0, place.lowerBound - 5)..<place.lowerBound].contains("and")
      }
      if phrase.count > 1, phrase.last.map(asking.contains) ?? false, joined { continue }
      let words = phrase.joined(separator: " ")
      shifts.append(
        old.count > new.count ? Shift(.hedge, .stronger, before: words) : Shift(.hedge, .weaker, after: words))
    }
    return shifts
  }

  private static let asking = Vocabulary.words("request demand")
  private static let approximate = Vocabulary.words("about around")

  private static let phrases = Vocabulary.phrases(
    """
    in any order|in no particular order|in random order|in arbitrary order|at random|if possible|where possible|when possible|whenever possible|as far as possible|if feasible|where feasible|\
    when feasible|where practical|if practical|as appropriate|where appropriate|when appropriate|if necessary|\
    if needed|as needed|where needed|best effort|try to|tries to|attempt to|attempts to|aim to|aims to|strive to|\
    strives to|try not|tries not|attempt not|attempts not|aim not|aims not|strive not|strives not|estimate of|estimated|\
    approximate|ideally|preferably|normally|usually|generally|typically|mostly|in most cases|in general|as a rule|\
    by default|reasonable|reasonably|about|around|roughly|approximately|nearly|almost|hopefully|optionally|\
    in principle|where supported|if supported|if available|where available|often|occasionally|time permitting|\
    if time permits|at our discretion|for the most part|more or less|is expected to|are expected to|intended to|on request|upon request|on demand|when asked|if asked|if requested|when requested|\
    subject to availability|while stocks last|as best as|to the extent possible|to some extent|as a rule of thumb|\
    can request|may request|can apply for|may apply for|can ask for|may ask for|where reasonable|if convenient|when convenient|not necessarily
    """)
}
