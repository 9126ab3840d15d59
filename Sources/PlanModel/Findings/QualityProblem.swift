/// What two people would read differently in a story or criterion, with what a sentence about it needs.
package enum QualityProblem: Hashable, Sendable {
  /// Words that a rule looks for, as they stand there.
  case words(Rule, String)
  case noRole
  case noWant
  case noBenefit
  /// A narrative in another form than most of the plan's.
  case otherForm(stories: Int, of: Int)
  case similarStory(other: String, title: String)
  case similarCriterion(CriterionID, other: CriterionID)
  /// The same quantity twice, with another number.
  case conflictingNumbers(String, other: String, path: String, line: Int)
  case longSentence(words: Int)
  case waiver(WaiverFlaw)
  case unusedWaiver(Rule)

  /// What can be wrong with a waiver.
  package enum WaiverFlaw: Hashable, Sendable {
    case noReason(String)
    case unknownRule(String, nearest: String?)
    /// It names a rule that says whether the plan holds; such a rule is never waived.
    case notWaivable(Rule)
    case malformed
  }

  var rule: Rule {
    switch self {
    case .words(let rule, _): rule
    case .noRole, .noWant: .storyForm
    case .noBenefit: .missingBenefit
    case .otherForm: .uniformForm
    case .similarStory: .similarStories
    case .similarCriterion: .similarCriteria
    case .conflictingNumbers: .conflictingNumbers
    case .longSentence: .longSentence
    case .waiver: .invalidWaiver
    case .unusedWaiver: .unusedWaiver
    }
  }
}
