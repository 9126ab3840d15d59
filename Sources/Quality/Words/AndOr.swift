import PlanModel

/// `and/or`: two people build two things.
///
/// INCOSE Guide to Writing Requirements, R17 "Oblique Symbol" and R19 "Combinators"; ISO/IEC/IEEE 29148:2018, 5.2.7.
enum AndOr: StoryRule {
  static let rule = Rule.andOr

  static func findings(in story: WordedStory) -> [Finding] {
    story.wordings.flatMap { wording -> [Finding] in
      let text = wording.text
      guard text.text.contains(UInt8(ascii: "/")) else { return [] }
      return text.words.indices.compactMap { index in
        guard text.holds(Grammar.conjunctions, at: index), text.holds(Grammar.conjunctions, at: index + 1),
          text.words[index].hash != text.words[index + 1].hash, text.gap(after: index).contains(UInt8(ascii: "/"))
        else { return nil }
        return wording.finding(rule, index..<index + 2, in: story.file)
      }
    }
  }
}
