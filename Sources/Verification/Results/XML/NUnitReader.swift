import XMLText

/// Reads the XML of NUnit 3 (<https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html>).
///
/// NUnit 2 and what writes like it (`test-results`) have other words for the same; there the name holds the class.
///
/// The class name is the class, the innermost suite the suite. `Passed` is a pass, `Failed` none; all other results prove
/// nothing. A suite that fails in its own set-up or tear-down is a test by its name that did not pass.
struct NUnitReader: ElementReader {
  var xml: ReportXML
  private(set) var cases: [TestCase] = []
  private var path: [String] = []
  private var suites: [Suite] = []
  private var test: TestCase?

  private struct Suite {
    var name: String
    /// It failed, and not because of what is in it.
    var hasFailed: Bool
    var message: String?
  }

  init(_ bytes: [UInt8], origin: String) throws(ResultsError) {
    xml = try ReportXML(bytes, origin: origin)
  }

  mutating func start(_ element: XMLElement) throws(ResultsError) {
    if path.isEmpty, element.name != "test-run", element.name != "test-results" {
      throw xml.error(.unknownRoot(element.name))
    }
    path.append(element.name)
    if element.name == "test-suite" {
      let site = element["site"] ?? "Test"
      suites.append(
        Suite(
          name: element["name"] ?? "",
          hasFailed: element["result"] == "Failed" && site != "Child" && site != "Parent"))
    } else if element.name == "test-case", test == nil {
      let seconds = (element["duration"] ?? element["time"]).flatMap(Double.init)
      test = TestCase(
        suite: suites.last?.name ?? "", className: element["classname"], name: element["name"] ?? "",
        outcome: Self.outcome(element), seconds: seconds.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil })
    }
  }

  mutating func add(_ text: String) {
    guard path.last == "message" else { return }
    if let test {
      self.test?.message = test.message ?? TestCase.message(text)
    } else if let last = suites.indices.last {
      suites[last].message = suites[last].message ?? TestCase.message(text)
    }
  }

  mutating func end() throws(ResultsError) {
    switch path.popLast() {
    case "test-case":
      guard let test else { return }
      self.test = nil
      try xml.append(test, to: &cases)
    case "test-suite":
      guard let suite = suites.popLast(), suite.hasFailed else { return }
      try xml.append(
        TestCase(suite: suite.name, name: suite.name, outcome: .error, message: suite.message), to: &cases)
    default: break
    }
  }

  private static func outcome(_ element: XMLElement) -> TestCase.Outcome {
    switch element["result"] {
    case "Passed", "Success": .passed
    case "Failed": element["label"] == "Error" ? .error : .failed
    case "Failure": .failed
    case "Error", "NotRunnable", "Cancelled": .error
    // The first versions have no such word.
    case nil where element["executed"] == "True": element["success"] == "True" ? .passed : .failed
    default: .skipped
    }
  }
}
