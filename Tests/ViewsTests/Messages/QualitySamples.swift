import PlanModel

/// One finding or more of every rule of wording, for the file of all messages.
enum QualitySamples {
  static func all(_ facts: Facts) -> [QualityProblem] {
    words.map { .words($0, $1) } + [
      .noRole, .noWant, .noBenefit, .otherForm(stories: 38, of: 41),
      .similarStory(other: facts.story.description, title: "Mute comment mails"),
      .similarCriterion(CriterionID(4), other: CriterionID(2)),
      .conflictingNumbers("within 5 seconds", other: "within 2 seconds", path: facts.path, line: 31),
      .longSentence(words: 74), .unusedWaiver(.vagueWords),
    ] + flaws.map { .waiver($0) }
  }

  static let flaws: [QualityProblem.WaiverFlaw] = [
    .noReason("vague-words"), .unknownRule("vague-word", nearest: "vague-words"), .unknownRule("style", nearest: nil),
    .notWaivable(.duplicateID), .malformed,
  ]

  private static let words: [(Rule, String)] = [
    (.genericRole, "user"), (.severalWants, "and print"), (.extraText, "see the old program"),
    (.missingSubject, "Must send"), (.missingOutcome, "Given a board that"), (.severalWhens, "When"),
    (.severalObligations, "must"), (.uiSteps, "clicks"), (.untestableOutcome, "works correctly"),
    (.vagueWords, "several"), (.weakWords, "might"), (.escapeClauses, "if possible"), (.openEndedList, "etc"),
    (.unmeasuredQuality, "fast"), (.unmeasuredComparison, "better"), (.indefiniteTime, "soon"),
    (.absoluteClaims, "never fails"), (.andOr, "and/or"), (.unclearReference, "as discussed"), (.undecided, "TBD"),
    (.doubleNegative, "not impossible"), (.passiveWithoutAgent, "is sent"),
  ]
}
