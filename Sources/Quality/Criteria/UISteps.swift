import PlanModel

/// A criterion told as a walk through the user interface: it breaks with every button that moves.
///
/// cucumber.io/docs/bdd/better-gherkin ("describe behaviour, not implementation"); Binamungu et al. (XP 2020). One step may
/// be what the story is about; two are a script.
enum UISteps: PhraseRule {
  static let rule = Rule.uiSteps
  static let scope = Scope.criteria
  static let phrases = """
    click|clicks|clicked|clicking|double click|double clicks|right click|right clicks|presses the|press the|pressing the|taps|\
    tap the|taps the|tap on|types in|types into|enters text|scrolls|scrolls down|scroll down|hovers over|hover over|\
    navigates to|navigate to|selects from the|ticks the|unticks the|checks the box|drags|fills in|fill in|goes to the page
    """

  static func findings(in story: WordedStory) -> [Finding] {
    let hits = story.hits(of: rule).filter { story.isIn(scope, $0) }
    guard hits.count > 1 else { return [] }
    let scenarios = Set(story.wordings.filter(isScenario).compactMap(\.passage.criterion))
    var steps: [CriterionID: Int] = [:]
    var findings: [Finding] = []
    for hit in hits {
      let wording = story.wordings[hit.wording]
      guard let criterion = wording.passage.criterion, scenarios.contains(criterion) else { continue }
      steps[criterion, default: 0] += 1
      // One finding for each criterion, at its second step.
      if steps[criterion] == 2 { findings.append(wording.finding(rule, hit.words, in: story.file)) }
    }
    return findings
  }

  /// Whether a criterion is told in steps.
  private static func isScenario(_ wording: Wording) -> Bool {
    wording.passage.criterion != nil && wording.text.words.indices.contains { wording.text.holds(keywords, at: $0) }
  }

  private static let keywords: WordSet = "given when then"
}
