import JSONText

/// Reads the JSON of jest (`--json`, <https://jestjs.io/docs/configuration#testresultsprocessor-string>) and of vitest.
///
/// The titles of the blocks around a test are its class, and the name of its file the suite. `pending`, `todo` and
/// `disabled` prove nothing. A file that fails without a failed test, as one with a slip in it, is a test by its name.
enum JestReader {
  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    let root = try JSONDocument(report: bytes, in: bytes.indices, origin: origin).root
    guard let files = root["testResults"] else { throw ResultsError(.unknownFormat, origin: origin) }
    var cases: [TestCase] = []
    for file in files.elements { cases += tests(of: file) }
    return cases
  }

  private static func tests(of file: JSONNode) -> [TestCase] {
    let path = file["name"]?.string ?? file["testFilePath"]?.string ?? ""
    let suite = String(path.split { $0 == "/" || $0 == "\\" }.last ?? "")
    var cases: [TestCase] = []
    for test in (file["assertionResults"] ?? file["testResults"])?.elements.map({ $0 }) ?? [] {
      let titles = test["ancestorTitles"]?.elements.compactMap(\.string).joined(separator: " ") ?? ""
      let messages = test["failureMessages"]?.elements.lazy.compactMap(\.string).first { _ in true }
      cases.append(
        TestCase(
          suite: suite, className: titles.isEmpty ? nil : titles,
          name: test["title"]?.string ?? test["fullName"]?.string ?? "", outcome: outcome(test["status"]?.string),
          seconds: test["duration"]?.number.map { $0 / 1_000 }, message: messages.flatMap(TestCase.message)))
    }
    let hasFailed = file["status"]?.string == "failed" || file["testExecError"] != nil
    if hasFailed, !cases.contains(where: { $0.outcome == .failed }) {
      let message = (file["message"] ?? file["failureMessage"])?.string
      cases.append(TestCase(suite: suite, name: suite, outcome: .error, message: message.flatMap(TestCase.message)))
    }
    return cases
  }

  private static func outcome(_ status: String?) -> TestCase.Outcome {
    switch status {
    case "passed": .passed
    case "failed": .failed
    default: .skipped
    }
  }
}
