import PlanModel

/// A criterion that tells what happens before, and not what has to follow.
///
/// EARS (Mavin et al. 2009): trigger and precondition are followed by the response; Gherkin: Given and When by Then
/// (cucumber.io/docs/gherkin/reference).
enum MissingOutcome: StoryRule {
  static let rule = Rule.missingOutcome

  static func findings(in story: WordedStory) -> [Finding] {
    story.criteria.compactMap { passages in
      guard let opening = passages.first(where: { isOpening(story.wordings[$0].text) }),
        !passages.contains(where: { hasOutcome(story.wordings[$0].text, isOpening: $0 == opening) })
      else { return nil }
      // The title may be the outcome, and the text what it depends on.
      if let title = passages.first, title != opening { return nil }
      let wording = story.wordings[opening]
      // What has to follow stands in the list behind it.
      if wording.text.text.last(where: { $0 > 0x20 }) == UInt8(ascii: ":") { return nil }
      return wording.finding(rule, 0..<min(4, wording.text.words.count), in: story.file)
    }
  }

  /// Without a Given, only a few words are surely no more than a trigger: people leave out the comma.
  private static func isOpening(_ text: WordedText) -> Bool {
    text.holds(Grammar.given, at: 0) || text.words.count <= shortest && text.holds(openings, at: 0)
  }

  private static let shortest = 5

  private static func hasOutcome(_ text: WordedText, isOpening: Bool) -> Bool {
    if !isOpening, !text.words.isEmpty, !self.isOpening(text) { return true }
    // A second verb is the outcome's: `Given a board that is muted no mail is sent`.
    if text.words.indices.count(where: { text.holds(auxiliaries, at: $0) }) > 1 { return true }
    return text.words.indices.dropFirst().contains { index in
      text.holds(outcomes, at: index)
        || !text.gap(before: index).allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    }
  }

  private static let openings: WordSet = "given when whenever while if where"
  private static let outcomes: WordSet = "then shall must should will can cannot may"
  private static let auxiliaries: WordSet = "is are was were does do has have"
}
