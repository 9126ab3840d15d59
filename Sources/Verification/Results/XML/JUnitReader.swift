import XMLText

/// Reads JUnit XML, in the dialects of surefire, pytest, jest-junit, Swift's `--xunit-output`, GoogleTest and nextest.
///
/// There is no standard (<https://github.com/testmoapp/junitxml> collects what tools write), so only what all agree on
/// is needed: `testcase` elements, at any depth, under a root that is `testsuites` or `testsuite`.
/// - `failure` and `error` below a test case make it failed, `skipped` and `disabled` skipped.
/// - `flakyFailure` and `flakyError` mean that a rerun passed, so the test passed; `rerunFailure` and `rerunError`
///   stand beside the `failure` that remained, and add nothing.
/// - Without such an element the attributes `result` and `status` decide. A word that is known neither as a pass nor
///   as a failure is no proof of either: such a test counts as skipped.
/// - A `failure` or `error` directly below a suite is a test by the suite's name that did not pass.
package struct JUnitReader {
  private var xml: ReportXML
  private var cases: [TestCase] = []
  private var path: [String] = []
  private var suites: [String] = []
  private var current: OpenCase?

  /// A test case whose end tag has not come yet.
  private struct OpenCase {
    var test: TestCase
    /// The length of the path to it, itself included.
    var depth: Int
    var hasVerdict = false
  }

  /// The tests of a whole report. `origin` is the name of its file, for errors.
  package static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    var reader = try JUnitReader(bytes, origin: origin)
    try reader.readAll()
    return reader.cases
  }

  private init(_ bytes: [UInt8], origin: String) throws(ResultsError) {
    xml = try ReportXML(bytes, origin: origin)
  }

  private mutating func readAll() throws(ResultsError) {
    while let event = try xml.next() {
      switch event {
      case .start(let element): try start(element)
      case .text(let text): add(text)
      case .end: try end()
      }
    }
  }

  private mutating func start(_ element: XMLElement) throws(ResultsError) {
    if path.isEmpty, element.name != "testsuites", element.name != "testsuite" {
      throw xml.error(.unknownRoot(element.name))
    }
    path.append(element.name)
    if element.name == "testsuite" {
      suites.append(element["name"] ?? "")
    } else if element.name == "testcase", current == nil {
      open(element)
    } else if let outcome = Self.outcome(ofElement: element.name) {
      try judge(element, outcome)
    }
  }

  private mutating func open(_ element: XMLElement) {
    let seconds = (element["time"] ?? element["duration"]).flatMap { Double($0.filter { $0 != "," }) }
    let test = TestCase(
      suite: suites.last ?? "", className: element["classname"] ?? element["class"], name: element["name"] ?? "",
      outcome: Self.outcome(ofAttributes: element), seconds: seconds.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil })
    current = OpenCase(test: test, depth: path.count)
  }

  /// Takes a `failure`, `error` or `skipped` element into account, whether below a test case or below a suite.
  private mutating func judge(_ element: XMLElement, _ outcome: TestCase.Outcome) throws(ResultsError) {
    let message = element["message"].flatMap(TestCase.message)
    if var open = current {
      guard path.count == open.depth + 1 else { return }
      // A failure outweighs an error beside it, and both outweigh a skip.
      let outweighs = !open.hasVerdict || outcome == .failed || open.test.outcome == .skipped
      if outweighs {
        open.test.outcome = outcome
        open.test.message = message ?? open.test.message
      }
      open.hasVerdict = true
      current = open
    } else if outcome != .skipped, path.dropLast().last == "testsuite" {
      let suite = suites.last ?? ""
      try xml.append(TestCase(suite: suite, name: suite, outcome: outcome, message: message), to: &cases)
    }
  }

  private mutating func add(_ text: String) {
    guard let open = current, open.test.message == nil, path.count == open.depth + 1,
      Self.outcome(ofElement: path.last ?? "") != nil
    else { return }
    current?.test.message = TestCase.message(text)
  }

  private mutating func end() throws(ResultsError) {
    let name = path.popLast()
    if let open = current, path.count < open.depth {
      current = nil
      try xml.append(open.test, to: &cases)
    } else if name == "testsuite", current == nil {
      _ = suites.popLast()
    }
  }

  private static func outcome(ofElement name: String) -> TestCase.Outcome? {
    switch name {
    case "failure": .failed
    case "error": .error
    case "skipped", "disabled": .skipped
    default: nil
    }
  }

  private static func outcome(ofAttributes element: XMLElement) -> TestCase.Outcome {
    let outcomes = [element["result"], element["status"]].compactMap { $0 }.map(outcome(ofWord:))
    return [.failed, .error, .skipped].first(where: outcomes.contains) ?? .passed
  }

  /// The words of GoogleTest, CTest, Catch2, Behave, Bazel and their like.
  private static func outcome(ofWord word: String) -> TestCase.Outcome {
    switch word.lowercased() {
    case "", "passed", "pass", "success", "successful", "ok", "run", "completed", "executed", "fixed": .passed
    case "failed", "fail", "failure", "regression": .failed
    case "error", "errored", "broken", "aborted", "timeout", "timedout", "interrupted", "crashed": .error
    default: .skipped
    }
  }
}
