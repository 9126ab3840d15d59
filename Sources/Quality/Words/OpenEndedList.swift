import PlanModel

/// Lists that never end: nobody can say when all of it is done.
///
/// INCOSE Guide to Writing Requirements, R9 "Open-ended Clauses"; ISO/IEC/IEEE 29148:2018, 5.2.7 (open-ended,
/// non-verifiable terms).
enum OpenEndedList: PhraseRule {
  static let rule = Rule.openEndedList
  static let phrases = """
    etc|etcetera|and so on|and so forth|and others|and more|and many more|and much more|and the like|\
    or similar|and similar|or the like|including but not limited to|but not limited to|\
    including without limitation|among others|among other things|and whatever|or whatever|or something|\
    or something similar|and such|and all that|and anything else|and everything else|and other stuff|\
    and other things
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let text = story.wordings[hit.wording].text
    let last = hit.words.upperBound - 1
    // `and more rows than before` goes on: only at the end of a clause is the list left open.
    return !text.holds(continued, at: last) || Grammar.endsClause(last, in: text)
  }

  private static let continued: WordSet = "more others such similar whatever something that like"
}
