import PlanModel

/// A sentence that nobody keeps in mind to its end.
///
/// QuARS (Fabbrini et al. 2001), readability; Smella (Femmer et al. 2017), long sentences.
enum LongSentence: StoryRule {
  static let rule = Rule.longSentence
  /// As many words are still borne; Given, When and Then in one sentence are about forty.
  private static let limit = 60

  static func findings(in story: WordedStory) -> [Finding] {
    story.wordings.flatMap { wording -> [Finding] in
      var findings: [Finding] = []
      var start = 0
      while start < wording.text.words.count {
        let sentence = wording.text.sentence(of: start)
        if sentence.count > limit {
          findings.append(wording.finding(.longSentence(words: sentence.count), at: start, in: story.file))
        }
        start = sentence.upperBound
      }
      return findings
    }
  }
}
