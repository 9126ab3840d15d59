import PlanModel

/// Clauses that let whoever builds it decide that it need not be built.
///
/// INCOSE Guide to Writing Requirements, R8 "Escape Clauses"; ISO/IEC/IEEE 29148:2018, 5.2.7 (loopholes); Smella
/// (Femmer et al. 2017), loopholes.
enum EscapeClauses: PhraseRule {
  static let rule = Rule.escapeClauses
  static let phrases = """
    if possible|where possible|when possible|whenever possible|wherever possible|as far as possible|\
    so far as is possible|as little as possible|as closely as possible|as best as possible|to the extent possible|\
    if practical|where practical|as practical|if practicable|where practicable|as practicable|\
    to the extent practical|to the extent practicable|to the extent necessary|if necessary|where necessary|\
    when necessary|as necessary|if needed|where needed|when needed|as needed|as required|if required|\
    where required|when required|as appropriate|where appropriate|if appropriate|when appropriate|as applicable|\
    where applicable|if applicable|when applicable|if feasible|where feasible|as feasible|when feasible|\
    if it should prove necessary|should the need arise|under normal circumstances|in most cases|in normal cases|\
    best effort|on a best effort basis|if time permits|time permitting|where it makes sense|if it makes sense|\
    when it makes sense|where sensible|if relevant|where relevant|if reasonable|where reasonable|if available|\
    provided it is practicable|as much as possible|as possible
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let text = story.wordings[hit.wording].text
    let last = hit.words.upperBound - 1
    // `as soon as possible` is a time.
    if text.holds(soon, at: hit.words.lowerBound - 1) { return false }
    // `when required fields are empty`: what is required is named.
    guard text.holds(adjectives, at: last) else { return true }
    return Grammar.endsClause(last, in: text) || text.holds(following, at: last + 1)
  }

  private static let soon: WordSet = "soon"
  private static let adjectives: WordSet = "required needed necessary relevant available appropriate applicable"
  private static let following: WordSet =
    "by to for in on at and or but so when if after before the a an it they we i he she this that from with during"
}
