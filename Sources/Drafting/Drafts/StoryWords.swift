import PlanModel

/// Whether a statement says by itself what it is about.
enum StoryWords {
  /// How many bytes letters of a script without spaces take that say as much as three words.
  private static let longRun = 18

  /// "Could you please look into this?" asks for nothing that could be built; numbers and cells of a table say nothing.
  static func areEnough(in text: String, atLeast least: Int = 3) -> Bool {
    areEnough(in: Array(text.utf8), atLeast: least)
  }

  static func areEnough(in text: [UInt8], atLeast least: Int = 3) -> Bool {
    let words = Words(text)
    let content = words.all.filter { $0.isWord && $0.range.count > 2 && !StopWords.contains($0) }
    return content.count >= least
      || content.contains { $0.range.count >= longRun && words.bytes[$0.range.lowerBound] >= 0xE3 }
  }
}

extension Said {
  /// Whether it says by itself what it is about; of an answer to "What do you wish for?" one word does.
  var saysEnough: Bool { StoryWords.areEnough(in: text, atLeast: answersWish ? 1 : 3) }

  /// Whether it surely does that, and says what: "Please prioritize." is nobody's task.
  func isClear(_ label: Label) -> Bool {
    isUnderList || LabelCues.named(text) == label
      || classification.probability(of: label) >= 0.5 && StoryWords.areEnough(in: text, atLeast: 2)
  }
}
