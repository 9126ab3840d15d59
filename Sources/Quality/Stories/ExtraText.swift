import PlanModel

/// A user story with remarks in it.
///
/// QUS "minimal" (Lucassen et al. 2016): a user story contains nothing more than role, means and ends. Remarks belong
/// into the notes, and conditions into the criteria.
enum ExtraText: StoryRule {
  static let rule = Rule.extraText

  static func findings(in story: WordedStory) -> [Finding] {
    guard let parts = story.userStory else { return [] }
    let wording = story.wordings[parts.wording]
    let text = wording.text
    guard text.text.contains(UInt8(ascii: "(")) else { return [] }
    guard let index = parts.words.dropFirst().first(where: { isRemark($0, in: text) }) else { return [] }
    var end = index + 1
    while end < parts.words.upperBound, !text.gap(before: end).contains(UInt8(ascii: ")")) { end += 1 }
    return [wording.finding(rule, index..<end, in: story.file)]
  }

  /// Whether a parenthesis of two words or more begins here; `(s)` and an abbreviation are none.
  private static func isRemark(_ index: Int, in text: WordedText) -> Bool {
    text.gap(before: index).contains(UInt8(ascii: "(")) && !text.gap(after: index).contains(UInt8(ascii: ")"))
  }
}
