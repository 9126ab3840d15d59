import PlanModel

/// Two negations in one clause, which readers have to turn round twice.
///
/// INCOSE Guide to Writing Requirements, R16 "Use of Not"; Smella (Femmer et al. 2017), negative statements.
enum DoubleNegative: StoryRule {
  static let rule = Rule.doubleNegative
  /// How many words may stand between the two.
  private static let reach = 5

  static func findings(in story: WordedStory) -> [Finding] {
    story.wordings.flatMap { wording -> [Finding] in
      let text = wording.text
      var findings: [Finding] = []
      var index = 0
      while index < text.words.count {
        if text.holds(first, at: index), let second = second(behind: index, in: text) {
          findings.append(wording.finding(rule, index..<second + 1, in: story.file))
          index = second
        }
        index += 1
      }
      return findings
    }
  }

  private static func second(behind index: Int, in text: WordedText) -> Int? {
    var place = index + 1
    while place <= index + reach, place < text.words.count, !text.beginsClause(place) {
      if text.holds(Grammar.conjunctions, at: place) || text.holds(opening, at: place) { return nil }
      if text.holds(second, at: place) { return place }
      place += 1
    }
    return nil
  }

  /// What opens a clause of its own.
  private static let opening: WordSet = "that who which if when because where while but"
  private static let first: WordSet =
    "not never cannot can't don't doesn't won't isn't aren't mustn't shouldn't nothing nobody none no"
  private static let second: WordSet =
    "not never impossible unable cannot can't don't doesn't isn't aren't none"
}
