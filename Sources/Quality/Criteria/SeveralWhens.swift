import PlanModel

/// A scenario that acts again after its outcome: two behaviours, of which one hides the other.
///
/// cucumber.io/docs/gherkin/reference (one When a scenario); Binamungu, Embury, Konstantinou: "Characterising the quality
/// of behaviour driven development specifications" (XP 2020).
enum SeveralWhens: StoryRule {
  static let rule = Rule.severalWhens

  static func findings(in story: WordedStory) -> [Finding] {
    story.criteria.compactMap { passages in
      var hasActed = false
      var hasFollowed = false
      for passage in passages {
        let text = story.wordings[passage].text
        for index in text.words.indices where text.holds(steps, at: index) {
          guard text.beginsClause(index) || text.beginsLine(index) else { continue }
          if text.holds(Grammar.then, at: index) { hasFollowed = hasActed }
          // A new scenario under the same criterion begins anew.
          if text.holds(anew, at: index) { (hasActed, hasFollowed) = (false, false) }
          guard text.holds(Grammar.when, at: index) else { continue }
          if hasFollowed { return story.wordings[passage].finding(rule, index..<index + 1, in: story.file) }
          hasActed = true
        }
      }
      return nil
    }
  }

  private static let steps: WordSet = "when whenever then given scenario example"
  private static let anew: WordSet = "given scenario example"
}
