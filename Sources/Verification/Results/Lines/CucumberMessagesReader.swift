import JSONText

/// Reads Cucumber messages: one envelope a line (<https://github.com/cucumber/messages>).
///
/// - A scenario, or a row of an outline, is a test; its feature is the suite.
/// - Of several attempts the last counts. One that began and never ended has not passed.
/// - The worst step, hooks included, decides; see ``CucumberOutcome``.
/// - A file that could not be parsed, and a hook of the whole run that failed, are tests by its name that did not pass.
/// - A stream that ends before the run does is refused.
struct CucumberMessagesReader {
  /// The names of envelopes that streams begin with or that no other format has.
  static let envelopes: Set = [
    "meta", "source", "gherkinDocument", "pickle", "testCase", "testRunStarted", "parseError", "stepDefinition",
    "parameterType", "testCaseStarted",
  ]

  private let origin: String
  private let bytes: [UInt8]
  private var lines: ReportLines
  /// By the path of their file.
  private var features: [String: String] = [:]
  private var pickles: [String: (name: String, path: String)] = [:]
  /// The pickle of each test case.
  private var pickleOf: [String: String] = [:]
  private var attempts: [String: Attempt] = [:]
  /// The latest attempt of each test case, and the cases in the order of their first attempts.
  private var latest: [String: String] = [:]
  private var order: [String] = []
  /// What is no scenario.
  private var others: [TestCase] = []
  private var hasEnded = false

  private struct Attempt {
    var number: Int
    var outcome = CucumberOutcome.unknown
    var seconds = 0.0
    var message: String?
    var hasEnded = false
  }

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    var reader = CucumberMessagesReader(bytes, origin: origin)
    while let line = reader.lines.next() {
      if bytes[line].trimmed().isEmpty { continue }
      try reader.read(JSONDocument(report: bytes, in: line, origin: origin).root)
    }
    guard reader.hasEnded else {
      throw ResultsError(.truncated(open: nil), origin: origin, line: max(1, reader.lines.number))
    }
    return reader.cases
  }

  private init(_ bytes: [UInt8], origin: String) {
    self.bytes = bytes
    self.origin = origin
    lines = ReportLines(bytes)
  }

  private var cases: [TestCase] {
    order.compactMap { id in
      guard let attempt = latest[id].flatMap({ attempts[$0] }) else { return nil }
      let pickle = pickleOf[id].flatMap { pickles[$0] } ?? (name: id, path: "")
      let (outcome, message) =
        attempt.hasEnded ? (attempt.outcome.ofTest, attempt.message) : (.error, "it did not end")
      return TestCase(
        suite: features[pickle.path] ?? pickle.path, name: pickle.name, outcome: outcome, seconds: attempt.seconds,
        message: message)
    } + others
  }

  private mutating func read(_ envelope: JSONNode) throws(ResultsError) {
    for member in envelope.members {
      let message = member.value
      switch member.name {
      case "gherkinDocument":
        if let path = message["uri"]?.string { features[path] = message["feature"]?["name"]?.string }
      case "pickle":
        guard let id = message["id"]?.string else { return }
        pickles[id] = (message["name"]?.string ?? "", message["uri"]?.string ?? "")
      case "testCase":
        guard let id = message["id"]?.string else { return }
        pickleOf[id] = message["pickleId"]?.string
      case "testCaseStarted": try begin(message)
      case "testStepFinished": noteStep(message)
      case "testCaseFinished":
        if let id = message["testCaseStartedId"]?.string { attempts[id]?.hasEnded = true }
      case "testRunHookFinished":
        try noteRun(message["result"], name: "hook of the run")
      case "parseError":
        let path = message["source"]?["uri"]?.string ?? ""
        let text = message["message"]?.string.flatMap(TestCase.message)
        try append(TestCase(suite: path, name: path, outcome: .error, message: text))
      case "testRunFinished":
        hasEnded = true
        if message["exception"] != nil { try noteRun(message, name: "the run") }
      default:
        continue
      }
    }
  }

  private mutating func begin(_ message: JSONNode) throws(ResultsError) {
    guard let id = message["id"]?.string, let test = message["testCaseId"]?.string else { return }
    guard attempts.count < ReportLimits.cases else {
      throw ResultsError(.tooManyCases(limit: ReportLimits.cases), origin: origin, line: lines.number)
    }
    let number = message["attempt"]?.int ?? 0
    attempts[id] = Attempt(number: number)
    if let before = latest[test] {
      if number >= attempts[before]?.number ?? 0 { latest[test] = id }
    } else {
      latest[test] = id
      order.append(test)
    }
  }

  private mutating func noteStep(_ message: JSONNode) {
    guard let id = message["testCaseStartedId"]?.string, let result = message["testStepResult"] else { return }
    let outcome = CucumberOutcome(status: result["status"]?.string)
    let seconds = Self.seconds(result["duration"])
    attempts[id]?.seconds += seconds
    // The first step that has been looked at, and then each that is worse.
    guard let before = attempts[id]?.outcome, outcome > before else { return }
    attempts[id]?.outcome = outcome
    attempts[id]?.message = result["message"]?.string.flatMap(TestCase.message) ?? outcome.message
  }

  private mutating func noteRun(_ result: JSONNode?, name: String) throws(ResultsError) {
    let outcome = result?["status"].map { CucumberOutcome(status: $0.string).ofTest } ?? .error
    guard outcome == .failed || outcome == .error else { return }
    try append(
      TestCase(name: name, outcome: outcome, message: result?["message"]?.string.flatMap(TestCase.message)))
  }

  private mutating func append(_ test: TestCase) throws(ResultsError) {
    guard others.count < ReportLimits.cases else {
      throw ResultsError(.tooManyCases(limit: ReportLimits.cases), origin: origin, line: lines.number)
    }
    others.append(test)
  }

  private static func seconds(_ duration: JSONNode?) -> Double {
    guard let duration else { return 0 }
    let seconds = duration["seconds"].flatMap { $0.text }.flatMap(Double.init) ?? 0
    let time = seconds + (duration["nanos"]?.number ?? 0) / 1e9
    return time.isFinite && time >= 0 ? time : 0
  }
}
