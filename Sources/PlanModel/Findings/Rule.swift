/// The rules that `check` applies; the raw value is the id that findings, docs and `handoff.yml` use.
package enum Rule: String, CaseIterable, Sendable {
  // Files that cannot be read as what they should be.
  case unreadableFile = "unreadable-file"
  case conflictMarker = "conflict-marker"
  case invalidYAML = "invalid-yaml"
  case missingFrontMatter = "missing-front-matter"
  case newerVersion = "newer-version"
  case strayFile = "stray-file"
  case removedPlan = "removed-plan"
  case changedSignOff = "changed-sign-off"

  // Fields of the front matter and of handoff.yml.
  case missingField = "missing-field"
  case invalidField = "invalid-field"
  case misnamedFile = "misnamed-file"

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

  package var severity: Severity {
    switch self {
    case .strayFile, .openQuestion, .supersededAnswer, .unknownRole, .epicMismatch, .supersessionMismatch: .warning
    case .unclearQuestion, .personalData, .secret: .warning
    case .noConditions: .advice
    default: .error
    }
  }
}
