import PlanModel

/// What a rule finds, in one line; the reference has the rest.
enum RuleWording {
  static func summary(of rule: Rule) -> String {
    files(rule) ?? stories(rule) ?? wording(rule) ?? rule.rawValue
  }

  private static func files(_ rule: Rule) -> String? {
    switch rule {
    case .unreadableFile: "a file that is not readable as text"
    case .conflictMarker: "a merge conflict that nobody settled"
    case .invalidYAML: "front matter or settings that are not YAML"
    case .missingFrontMatter: "an item without front matter"
    case .newerVersion: "a file of a later format"
    case .ignoredFile: "a plan file that git is told to ignore"
    case .hiddenCharacter: "a character that is not seen, and changes what is"
    case .strayFile: "a file in a plan folder that is no item"
    case .removedPlan: "commits that take the whole plan away"
    case .changedSignOff: "a recorded sign-off that was changed or removed"
    case .changedAttachment: "a file that a sign-off carries, and that is gone or another one"
    case .missingField: "a field that every item of the kind has"
    case .invalidField: "a value of the wrong form, or a key that means nothing"
    case .misnamedFile: "a file whose name does not begin with its id"
    case .misspeltName: "a field or section that means nothing, and nearly has the name of one that does"
    case .duplicateID: "two items with one id"
    case .unknownReference: "an item or criterion that does not exist"
    case .dependencyCycle: "stories that wait for each other"
    case .epicMismatch: "an epic and a story that do not agree"
    case .supersessionCycle: "decisions that supersede each other in a circle"
    case .supersessionMismatch: "a superseded decision and its successor that do not name each other"
    case .changedSource: "an original that is not what was taken in"
    case .inventedStatement: "a statement that the original does not hold"
    case .badStatements: "a statements.tsv that is missing or broken"
    case .unknownStatement: "a citation of lines that the source does not have"
    case .inventedQuotation: "quoted words that nobody said"
    default: nil
    }
  }

  private static func stories(_ rule: Rule) -> String? {
    switch rule {
    case .noCriteria: "a story without acceptance criteria"
    case .duplicateCriterion: "two criteria with one id"
    case .unnumberedCriterion: "a criterion without an id"
    case .strayCriterion: "what was meant for a criterion, or its conditions, and is read as none"
    case .duplicateQuestion: "two questions with one id"
    case .openQuestion: "an open question in a story that is worked on"
    case .blockingQuestion: "an open question that holds up a story which is ready or in work"
    case .unclearQuestion: "a question whose id, asker or answer cannot be read"
    case .supersededAnswer: "an answer that rests on a decision another has replaced"
    case .noConditions: "a criterion that only a sign-off can prove"
    case .invalidCondition: "a verify block that cannot be read"
    case .unknownRole: "a role that nobody is in, or somebody without an address"
    case .personalData: "personal data in the plan"
    case .secret: "a password, key or token in the plan"
    case .storyForm: "a user story without its role or its want"
    case .missingBenefit: "a user story that does not say what it is good for"
    case .genericRole: "a role that could be anybody"
    case .severalWants: "a user story that asks for two things"
    case .extraText: "remarks within a user story"
    case .uniformForm: "a story told in another form than the others"
    case .similarStories: "two stories that ask for the same"
    case .missingSubject: "a criterion that does not say who or what does it"
    case .missingOutcome: "a criterion that does not say what follows"
    case .severalWhens: "a scenario that acts again after its outcome"
    case .severalObligations: "a criterion that can be half met"
    case .uiSteps: "a criterion told click by click"
    case .untestableOutcome: "an outcome that says only that it works"
    case .similarCriteria: "two criteria that say the same"
    case .conflictingNumbers: "one limit with two numbers"
    default: nil
    }
  }

  private static func wording(_ rule: Rule) -> String? {
    switch rule {
    case .vagueWords: "words of quantity and degree: sufficient, several"
    case .weakWords: "words that leave open whether it is asked for: might, ideally"
    case .escapeClauses: "clauses that let it be left out: if possible"
    case .openEndedList: "lists that never end: etc."
    case .unmeasuredQuality: "qualities without a number: fast, easy"
    case .unmeasuredComparison: "better than what, and by how much"
    case .indefiniteTime: "times that no clock can tell: soon"
    case .absoluteClaims: "promises that no test can show: never fails"
    case .andOr: "and/or"
    case .unclearReference: "words that point at nothing: as discussed"
    case .undecided: "what is still to be decided: TBD"
    case .doubleNegative: "two negations in one clause"
    case .passiveWithoutAgent: "something is done, and nobody does it"
    case .longSentence: "a sentence of more than sixty words"
    case .invalidWaiver: "a waiver without a reason, or of no rule"
    case .unusedWaiver: "a waiver where there is nothing to waive"
    default: nil
    }
  }
}
