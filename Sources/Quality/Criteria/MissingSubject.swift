import PlanModel

/// A criterion that says what must be done, and not who or what does it.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.4 (subject, verb, object); INCOSE Guide to Writing Requirements, R3 "Appropriate
/// Subject-Verb"; EARS (Mavin et al. 2009), in which every form names the system that responds.
enum MissingSubject: StoryRule {
  static let rule = Rule.missingSubject

  static func findings(in story: WordedStory) -> [Finding] {
    story.wordings.filter { $0.passage.criterion != nil }.compactMap { wording in
      let text = wording.text
      guard text.holds(openings, at: 0), text.words.count > 1, !isQuestion(text) else { return nil }
      return wording.finding(rule, 0..<2, in: story.file)
    }
  }

  private static func isQuestion(_ text: WordedText) -> Bool { text.text.contains(UInt8(ascii: "?")) }

  private static let openings: WordSet =
    "shall must should can cannot could may might has have needs able mustn't shouldn't"
}
