import PlanModel

/// Words of quantity and degree that everyone fills in differently.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.7 (subjective language, ambiguous adverbs and adjectives); INCOSE Guide to Writing
/// Requirements, R7 "Vague Terms"; QuARS (Fabbrini et al. 2001), vagueness.
enum VagueWords: PhraseRule {
  static let rule = Rule.vagueWords
  static let phrases = """
    several|various|numerous|a lot of|lots of|a few|few|a couple of|plenty of|a number of|multiple kinds of|\
    sufficient|sufficiently|adequate|adequately|enough|appropriate|appropriately|suitable|suitably|reasonable|\
    reasonably|significant|significantly|substantial|substantially|considerable|considerably|typical|typically|\
    usual|usually|generally|mostly|mainly|approximately|roughly|nearly|almost|acceptable|ample|ancillary|\
    customary|decent|meaningful|meaningfully|somewhat|fairly|rather large|quite|very|extremely|relatively|minimal|\
    minimally|optimal|optimally|effective|effectively|nice|nicely|well designed|useful|helpful|relevant|\
    flexible|flexibly
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let text = story.wordings[hit.wording].text
    // `as many as`, `how many`, `not enough`: a relation, and no degree of its own.
    if text.holds(relating, at: hit.words.lowerBound - 1) { return false }
    return
      !(text.holds(comparable, at: hit.words.lowerBound)
      && story.wordings[hit.wording].isMeasured(hit.words.lowerBound))
  }

  private static let relating: WordSet = "how as too so whether"
  private static let comparable: WordSet = "approximately roughly nearly almost minimal quite very"
}
