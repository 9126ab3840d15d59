/// What steps come to, from the best to the worst: the worst of a scenario's steps decides.
///
/// As Cucumber itself counts: a step that nobody has written, that is pending, or that two definitions claim keeps the
/// run from passing (<https://cucumber.io/docs/cucumber/api/#running-cucumber>).
enum CucumberOutcome: Int, Comparable {
  /// No step was looked at.
  case unknown
  case passed, skipped, pending, undefined, ambiguous, failed

  init(status: String?) {
    self =
      switch status?.lowercased() {
      case "passed": .passed
      case "failed": .failed
      case "pending": .pending
      case "undefined": .undefined
      case "ambiguous": .ambiguous
      default: .skipped
      }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  var ofTest: TestCase.Outcome {
    switch self {
    case .passed: .passed
    case .unknown, .skipped: .skipped
    case .pending, .undefined, .ambiguous: .error
    case .failed: .failed
    }
  }

  /// What is to be said where the report says nothing.
  var message: String? {
    switch self {
    case .unknown, .passed, .skipped, .failed: nil
    case .pending: "a step is pending"
    case .undefined: "a step is undefined"
    case .ambiguous: "a step is ambiguous"
    }
  }
}
