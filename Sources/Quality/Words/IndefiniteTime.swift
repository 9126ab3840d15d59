import PlanModel

/// Times that no clock can tell.
///
/// INCOSE Guide to Writing Requirements, R35 "Indefinite Temporal Keywords"; ISO/IEC/IEEE 29148:2018, 5.2.7. A number in
/// the sentence is taken to be the time.
enum IndefiniteTime: PhraseRule {
  static let rule = Rule.indefiniteTime
  static let phrases = """
    as soon as possible|asap|in a timely manner|in a timely fashion|timely|promptly|soon|shortly|\
    in the near future|eventually|periodically|regularly|on a regular basis|frequently|occasionally|\
    sometimes|often|from time to time|every now and then|in real time|near real time|instantly|\
    instantaneously|immediately|at a later date|at a later time|within a reasonable time|\
    in a reasonable amount of time|in a reasonable time|without delay|without undue delay|quickly enough|\
    for a while|some time|sometime|once in a while|up to date
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let text = story.wordings[hit.wording].text
    // `as soon as it is saved`, `how often`: a moment that is named, a question.
    if text.holds(relating, at: hit.words.lowerBound - 1) { return false }
    // `starts immediately and waits`: at the end of a clause it says when, before it what comes next.
    let last = hit.words.upperBound - 1
    if text.holds(immediately, at: last), !Grammar.endsClause(last, in: text), !text.holds(closing, at: last + 1) {
      return false
    }
    // `immediately after the save`: an order.
    if text.holds(following, at: hit.words.upperBound) { return false }
    return !story.wordings[hit.wording].isMeasured(hit.words.lowerBound)
  }

  private static let immediately: WordSet = "immediately instantly"
  private static let closing: WordSet = "and without or"
  private static let following: WordSet = "after before upon following preceding below above when"
  private static let relating: WordSet = "as how too so more less most least"
}
