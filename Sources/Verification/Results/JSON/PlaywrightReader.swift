import JSONText

/// Reads the JSON of Playwright (<https://playwright.dev/docs/test-reporters#json-reporter>).
///
/// A test is one for each project that it runs in, which stands in brackets behind its name; the innermost block around
/// it is its suite, its file the class. `flaky` passed when it was tried again, and so has passed. A test that is expected to
/// fail proves nothing. An error outside of all tests is one by the name of the run.
struct PlaywrightReader {
  private var cases: [TestCase] = []

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    let root = try JSONDocument(report: bytes, in: bytes.indices, origin: origin).root
    guard root["config"] != nil, let suites = root["suites"] else { throw ResultsError(.unknownFormat, origin: origin) }
    var reader = PlaywrightReader()
    // The parser bounds how deep suites are nested; what is still to be read waits here.
    var waiting = suites.elements.reversed()
    while let suite = waiting.popLast() {
      reader.readTests(of: suite)
      if let inner = suite["suites"] { waiting += inner.elements.reversed() }
    }
    if let error = root["errors"]?.elements.first(where: { _ in true }) {
      let message = error["message"]?.string.flatMap(TestCase.message)
      reader.cases.append(TestCase(name: "the run", outcome: .error, message: message))
    }
    return reader.cases
  }

  private mutating func readTests(of suite: JSONNode) {
    guard let specs = suite["specs"] else { return }
    let title = suite["title"]?.string ?? ""
    for spec in specs.elements {
      let name = spec["title"]?.string ?? ""
      let file = spec["file"]?.string
      for test in spec["tests"]?.elements.map({ $0 }) ?? [] {
        let project = test["projectName"]?.string ?? ""
        let last = test["results"]?.elements.reduce(nil) { $1 as JSONNode? ?? $0 }
        let message = (last?["error"]?["message"])?.string
        cases.append(
          TestCase(
            suite: title, className: file == title ? nil : file, name: project.isEmpty ? name : "\(name) [\(project)]",
            outcome: Self.outcome(test), seconds: last?["duration"]?.number.map { $0 / 1_000 },
            message: message.flatMap(TestCase.message)))
      }
    }
  }

  private static func outcome(_ test: JSONNode) -> TestCase.Outcome {
    switch test["status"]?.string {
    case "expected" where test["expectedStatus"]?.string ?? "passed" == "passed": .passed
    case "flaky": .passed
    case "unexpected": .failed
    default: .skipped
    }
  }
}
