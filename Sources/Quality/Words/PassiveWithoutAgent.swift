import PlanModel

/// Something is done, and nobody does it.
///
/// INCOSE Guide to Writing Requirements, R2 "Active Voice"; Smella (Femmer et al. 2017), passive voice.
enum PassiveWithoutAgent: StoryRule {
  static let rule = Rule.passiveWithoutAgent

  static func findings(in story: WordedStory) -> [Finding] {
    story.wordings.enumerated().flatMap { number, wording -> [Finding] in
      let text = wording.text
      return text.words.indices.compactMap { index in
        guard text.holds(Grammar.being, at: index) else { return nil }
        let participle = text.holds(between, at: index + 1) ? index + 2 : index + 1
        guard participle < text.words.count, isParticiple(participle, in: text), !isBy(behind: participle, in: text),
          story.isIn(.obligations, Hit(rule: rule, wording: number, words: index..<participle + 1))
        else { return nil }
        return wording.finding(rule, index..<participle + 1, in: story.file)
      }
    }
  }

  private static func isParticiple(_ index: Int, in text: WordedText) -> Bool {
    guard !text.beginsClause(index) || index == 0 else { return false }
    if text.holds(irregular, at: index) { return true }
    let word = text.text[text.words[index].range]
    return word.count > 4 && word.suffix(2).elementsEqual("ed".utf8) && !text.holds(adjectives, at: index)
  }

  private static func isBy(behind index: Int, in text: WordedText) -> Bool {
    (index + 1...index + 6).contains { text.holds(by, at: $0) }
  }

  private static let by: WordSet = "by"
  private static let between: WordSet = "not also then always never automatically only"
  private static let adjectives: WordSet = "need speed feed exceed proceed related interested supposed limited indeed"
  private static let irregular: WordSet = """
    sent shown done made given seen taken kept found put set read written built bought brought told held left lost paid \
    sold hidden chosen known drawn broken driven
    """
}
