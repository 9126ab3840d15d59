import XMLText

/// Reads TRX, what `dotnet test --logger trx` and Visual Studio write.
///
/// - The class of a test is that of its definition, which stands elsewhere in the file; a test that is named in full by it
///   keeps the rest as its name.
/// - `Passed` is a pass; `NotExecuted`, `Inconclusive` and their like prove nothing; all other words, and none, are no pass.
/// - Of a test with inner results, such as rows of data, these are the tests.
/// - An error of the run without a failed test, as when its process dies, is a test `the run` that did not pass.
struct TRXReader {
  private var xml: ReportXML
  private var cases: [TestCase] = []
  /// The definition's id of each case.
  private var definitions: [String] = []
  private var classOf: [String: String] = [:]
  private var path: [String] = []
  private var open: [OpenResult] = []
  private var isRunError = false
  private var runError: String?
  private var unitTest: String?

  private struct OpenResult {
    var test: TestCase
    var definition: String
    var hasInner = false
  }

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    var reader = try TRXReader(bytes, origin: origin)
    while let event = try reader.xml.next() {
      switch event {
      case .start(let element): try reader.start(element)
      case .text(let text): reader.add(text)
      case .end: try reader.end()
      }
    }
    return reader.named()
  }

  private init(_ bytes: [UInt8], origin: String) throws(ResultsError) {
    xml = try ReportXML(bytes, origin: origin)
  }

  private mutating func start(_ element: XMLElement) throws(ResultsError) {
    if path.isEmpty {
      guard element.name == "TestRun" else { throw xml.error(.unknownRoot(element.name)) }
    }
    path.append(element.name)
    switch element.name {
    case "UnitTestResult", "TestResult", "GenericTestResult", "WebTestResult":
      if !open.isEmpty { open[open.count - 1].hasInner = true }
      open.append(
        OpenResult(
          test: TestCase(
            name: element["testName"] ?? "", outcome: Self.outcome(element["outcome"]),
            seconds: element["duration"].flatMap(Self.seconds)), definition: element["testId"] ?? ""))
    case "UnitTest":
      unitTest = element["id"]
    case "TestMethod":
      // The class may be followed by its assembly.
      let name = element["className"]?.split(separator: ",").first.map(String.init)
      if let unitTest, let name { classOf[unitTest] = name }
    case "RunInfo":
      isRunError = element["outcome"] == "Error"
    default: break
    }
  }

  private mutating func add(_ text: String) {
    if path.last == "Message", path.dropLast().last == "ErrorInfo", let last = open.indices.last {
      open[last].test.message = open[last].test.message ?? TestCase.message(text)
    } else if path.last == "Text", path.dropLast().last == "RunInfo", isRunError {
      runError = runError ?? TestCase.message(text)
    }
  }

  private mutating func end() throws(ResultsError) {
    switch path.popLast() {
    case "UnitTestResult", "TestResult", "GenericTestResult", "WebTestResult":
      guard let result = open.popLast(), !result.hasInner || result.test.outcome != .passed else { return }
      definitions.append(result.definition)
      try xml.append(result.test, to: &cases)
    case "TestRun":
      let hasFailed = cases.contains { $0.outcome == .failed || $0.outcome == .error }
      guard let message = runError, !hasFailed else { return }
      definitions.append("")
      try xml.append(TestCase(name: "the run", outcome: .error, message: message), to: &cases)
    default: break
    }
  }

  /// The cases with the classes that were defined for them, before or behind them.
  private func named() -> [TestCase] {
    zip(cases, definitions).map { test, definition in
      guard let name = classOf[definition] else { return test }
      var test = test
      test.className = name
      if test.name.hasPrefix(name + ".") { test.name.removeFirst(name.count + 1) }
      return test
    }
  }

  private static func outcome(_ word: String?) -> TestCase.Outcome {
    switch word {
    case "Passed": .passed
    case "NotExecuted", "Inconclusive", "NotRunnable", "Pending", "Disconnected", "Warning", "Completed", "InProgress":
      .skipped
    case "Failed": .failed
    default: .error
    }
  }

  /// `00:01:02.0000300`.
  private static func seconds(_ text: String) -> Double? {
    let parts = text.split(separator: ":").map { Double($0) }
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2] else { return nil }
    let time = hours * 3_600 + minutes * 60 + seconds
    return time.isFinite && time >= 0 ? time : nil
  }
}
