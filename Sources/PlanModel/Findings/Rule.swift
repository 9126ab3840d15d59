/// The rules that `check` applies; the raw value is the id that findings, docs and `handoff.yml` use.
package enum Rule: String, CaseIterable, Sendable {
  // Files that cannot be read as what they should be.
  case unreadableFile = "unreadable-file"
  case conflictMarker = "conflict-marker"
  case invalidYAML = "invalid-yaml"
  case missingFrontMatter = "missing-front-matter"
  case newerVersion = "newer-version"
  case strayFile = "stray-file"
  case ignoredFile = "ignored-file"
  case hiddenCharacter = "hidden-character"
  case removedPlan = "removed-plan"
  case changedSignOff = "changed-sign-off"
  case changedAttachment = "changed-attachment"

  // Fields of the front matter and of handoff.yml.
  case missingField = "missing-field"
  case invalidField = "invalid-field"
  case misnamedFile = "misnamed-file"
  case misspeltName = "misspelt-name"

  // What points at something else.
  case duplicateID = "duplicate-id"
  case unknownReference = "unknown-reference"
  case dependencyCycle = "dependency-cycle"
  case epicMismatch = "epic-mismatch"
  case supersessionCycle = "supersession-cycle"
  case supersessionMismatch = "supersession-mismatch"

  // Sources, and what is quoted from them.
  case changedSource = "changed-source"
  case inventedStatement = "invented-statement"
  case badStatements = "bad-statements"
  case unknownStatement = "unknown-statement"
  case inventedQuotation = "invented-quotation"

  // Stories.
  case noCriteria = "no-criteria"
  case duplicateCriterion = "duplicate-criterion"
  case unnumberedCriterion = "unnumbered-criterion"
  case strayCriterion = "stray-criterion"
  case duplicateQuestion = "duplicate-question"
  case openQuestion = "open-question"
  case blockingQuestion = "blocking-question"
  case unclearQuestion = "unclear-question"
  case supersededAnswer = "superseded-answer"
  case noConditions = "no-conditions"

  // Conditions in verify blocks.
  case invalidCondition = "invalid-condition"
  case unknownRole = "unknown-role"

  // What does not belong into a plan.
  case personalData = "personal-data"
  case secret = "secret"

  // Stories that people would write in another form.
  case storyForm = "story-form"
  case missingBenefit = "missing-benefit"
  case genericRole = "generic-role"
  case severalWants = "several-wants"
  case extraText = "extra-text"
  case uniformForm = "uniform-form"
  case similarStories = "similar-stories"

  // Criteria that two people would test differently.
  case missingSubject = "missing-subject"
  case missingOutcome = "missing-outcome"
  case severalWhens = "several-whens"
  case severalObligations = "several-obligations"
  case uiSteps = "ui-steps"
  case untestableOutcome = "untestable-outcome"
  case similarCriteria = "similar-criteria"
  case conflictingNumbers = "conflicting-numbers"

  // Words that two people would read differently.
  case vagueWords = "vague-words"
  case weakWords = "weak-words"
  case escapeClauses = "escape-clauses"
  case openEndedList = "open-ended-list"
  case unmeasuredQuality = "unmeasured-quality"
  case unmeasuredComparison = "unmeasured-comparison"
  case indefiniteTime = "indefinite-time"
  case absoluteClaims = "absolute-claims"
  case andOr = "and-or"
  case unclearReference = "unclear-reference"
  case undecided = "undecided"
  case doubleNegative = "double-negative"
  case passiveWithoutAgent = "passive-without-agent"
  case longSentence = "long-sentence"

  // What is to be passed over, and why.
  case invalidWaiver = "invalid-waiver"
  case unusedWaiver = "unused-waiver"

  package var severity: Severity {
    switch self {
    case .strayFile, .openQuestion, .supersededAnswer, .unknownRole, .epicMismatch, .supersessionMismatch: .warning
    case .unclearQuestion, .unusedWaiver, .hiddenCharacter, .ignoredFile, .misspeltName: .warning
    case .personalData, .secret: .warning
    case .noConditions: .advice
    case .storyForm, .missingBenefit, .genericRole, .severalWants, .extraText, .uniformForm, .similarStories: .advice
    case .missingSubject, .missingOutcome, .severalWhens, .severalObligations, .uiSteps: .advice
    case .untestableOutcome, .similarCriteria, .conflictingNumbers: .advice
    case .vagueWords, .weakWords, .escapeClauses, .openEndedList, .unmeasuredQuality: .advice
    case .unmeasuredComparison, .indefiniteTime, .absoluteClaims, .andOr, .unclearReference: .advice
    case .undecided, .doubleNegative, .passiveWithoutAgent, .longSentence: .advice
    default: .error
    }
  }

  /// Whether `rules` in `handoff.yml` can set its weight: it judges how a plan is written, and not whether it holds.
  package var isAdjustable: Bool { severity == .advice }

  /// Whether it is only applied where `handoff.yml` asks for it: too many of its findings are none (docs/reference/rules).
  package var isOffByDefault: Bool { Self.offByDefault.contains(self) }

  private static let offByDefault: Set<Rule> = [.passiveWithoutAgent, .unclearReference]
}
