import PlanModel

/// Outcomes that say that it works, and not what is to be seen.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.5 (verifiable); the quality questionnaire of Oliveira, Moran and Zaidman for behaviour
/// scenarios (EASE 2017): a step has to be testable and say what is observed.
enum UntestableOutcome: PhraseRule {
  static let rule = Rule.untestableOutcome
  static let scope = Scope.criteria
  static let phrases = """
    work correctly|works correctly|working correctly|work properly|works properly|working properly|\
    work as expected|working as expected|work as intended|works as intended|work as before|works as before|\
    work fine|works fine|work well|works well|works great|functions correctly|functions properly|\
    functions as expected|behaves correctly|behaves properly|behave as expected|as expected|as intended|\
    as designed|handled correctly|handled properly|handled gracefully|handled appropriately|handles gracefully|\
    handled well|displays correctly|displays properly|displayed correctly|displayed properly|renders correctly|\
    renders properly|rendered correctly|rendered properly|looks good|looks nice|looks right|looks correct|\
    without problems|without issues|without any issues|without any problems|no issues|no problems|is correct|\
    are correct|is fine|is ok|is okay|gracefully|correctly|properly|is supported|are supported|is handled|\
    are handled|is working|are working|works as expected|behaves as expected
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let text = story.wordings[hit.wording].text
    if story.wordings[hit.wording].isMeasured(hit.words.lowerBound) { return false }
    // `correctly uses the name`: without the adverb it can be tested as it is.
    guard hit.words.count == 1 || text.holds(copulas, at: hit.words.lowerBound) else { return true }
    return Grammar.endsClause(hit.words.upperBound - 1, in: text) || text.holds(following, at: hit.words.upperBound)
  }

  private static let copulas: WordSet = "is are"
  private static let following: WordSet = """
    when after before on in at for with without by during and or across from while if once upon under via using until
    """
}
