import PlanModel

/// A criterion that can be half met.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.5 (singular); INCOSE Guide to Writing Requirements, R18 "Single Thought Sentence" and R19
/// "Combinators".
enum SeveralObligations: StoryRule {
  static let rule = Rule.severalObligations

  static func findings(in story: WordedStory) -> [Finding] {
    story.wordings.filter { $0.passage.criterion != nil }.compactMap { wording in
      let text = wording.text
      var last: Int?
      for index in text.words.indices where text.holds(obliging, at: index) {
        // Two in one sentence, the second in a main clause of its own.
        if let last, text.words[last].sentence == text.words[index].sentence,
          (last..<index).contains(where: { text.holds(and, at: $0) }) || isParted(last..<index, in: text),
          !(last..<index).contains(where: { text.holds(subordinating, at: $0) })
        {
          return wording.finding(rule, index..<index + 1, in: story.file)
        }
        last = index
      }
      return nil
    }
  }

  private static func isParted(_ words: Range<Int>, in text: WordedText) -> Bool {
    words.contains { text.gap(after: $0).contains(UInt8(ascii: ";")) }
  }

  private static let and: WordSet = "and but"
  private static let obliging: WordSet = "shall must should"
  private static let subordinating: WordSet = "if when that which who where while because unless until than or"
}
