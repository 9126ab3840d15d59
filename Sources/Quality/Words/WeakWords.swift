import PlanModel

/// Words that leave open whether something is asked for at all.
///
/// QuARS (Fabbrini et al. 2001), weakness and optionality; ISO/IEC/IEEE 29148:2018, 5.2.4, which keeps `may` for what is
/// allowed. `Should` and `can` are left alone: in criteria people use them for `shall`.
enum WeakWords: PhraseRule {
  static let rule = Rule.weakWords
  static let phrases = """
    might|possibly|perhaps|maybe|probably|presumably|hopefully|ideally|preferably|would be nice|nice to have|\
    could be|could have|may or may not|may want to|might want to|should probably|should ideally|should preferably|\
    in theory|at some point|if desired|if wanted
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let text = story.wordings[hit.wording].text
    guard text.holds(verbs, at: hit.words.lowerBound) else { return true }
    // What somebody might do is told of; what the criterion asks for stands in its main clause.
    guard story.wordings[hit.wording].passage.criterion != nil else { return false }
    let start = max(text.sentence(of: hit.words.lowerBound).lowerBound, hit.words.lowerBound - reach)
    return !(start..<hit.words.lowerBound).contains { text.holds(subordinating, at: $0) }
  }

  /// As many words on, a subordinate clause has ended.
  private static let reach = 30
  private static let verbs: WordSet = "might could may"
  private static let subordinating: WordSet =
    "when if that which who where while because unless until whenever any given"
}
