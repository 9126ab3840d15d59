import JSONText

/// Reads what `go test -json` prints: one event a line (<https://pkg.go.dev/cmd/test2json>).
///
/// - A test is named as Go names it, a subtest with its parent before a slash; its package is the suite.
/// - Each run of a test counts: with `-count` a test that fails once has failed. Benchmarks are no tests.
/// - A test that began and never ended has not passed: the package panicked, ran out of time or was stopped.
/// - A package that fails without a failed test (it does not build, say) is a test by its name that did not pass.
/// - Lines that are no JSON come from the go command itself and are passed over, but for those that say that a package
///   could not be built.
struct GoTestReader {
  private let origin: String
  private let bytes: [UInt8]
  private var lines: ReportLines
  private var cases: [TestCase] = []
  private var packages: [String: Package] = [:]

  private struct Package {
    /// The tests that run, with the first line that each printed.
    var running: [String: String?] = [:]
    var hasFailedTest = false
    var hasEnded = false
    var firstLine: String?
  }

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    var reader = GoTestReader(bytes, origin: origin)
    while let line = reader.lines.next() { try reader.read(line) }
    try reader.end()
    return reader.cases
  }

  private init(_ bytes: [UInt8], origin: String) {
    self.bytes = bytes
    self.origin = origin
    lines = ReportLines(bytes)
  }

  private mutating func read(_ line: Range<Int>) throws(ResultsError) {
    guard bytes[line].first == UInt8(ascii: "{") else { return try readPlain(bytes[line]) }
    let event = try JSONDocument(report: bytes, in: line, origin: origin).root
    // What is said of a build is said again of the package that it is for.
    guard let action = event["Action"]?.string, event["ImportPath"] == nil else { return }
    // `go tool test2json` knows of no package unless it is told one.
    let package = event["Package"]?.string ?? ""
    if let test = event["Test"]?.string {
      try note(action, test: test, package, event)
    } else {
      try note(action, package, event)
    }
  }

  private mutating func note(_ action: String, test: String, _ package: String, _ event: JSONNode) throws(ResultsError)
  {
    switch action {
    case "run":
      packages[package, default: Package()].running.updateValue(nil, forKey: test)
    case "output":
      guard case .some(nil) = packages[package]?.running[test], let line = Self.telling(event["Output"]?.string) else {
        return
      }
      packages[package]?.running[test] = line
    case "pass", "fail", "skip":
      let line = packages[package, default: Package()].running.removeValue(forKey: test) ?? nil
      if action == "fail" { packages[package]?.hasFailedTest = true }
      let outcome: TestCase.Outcome = action == "pass" ? .passed : action == "fail" ? .failed : .skipped
      try append(
        TestCase(
          suite: package, name: test, outcome: outcome, seconds: event["Elapsed"]?.number,
          message: outcome == .passed ? nil : line))
    case "bench":
      packages[package]?.running[test] = nil
    default:
      return
    }
  }

  private mutating func note(_ action: String, _ package: String, _ event: JSONNode) throws(ResultsError) {
    switch action {
    case "start":
      packages[package] = Package()
    case "output":
      guard packages[package, default: Package()].firstLine == nil else { return }
      packages[package]?.firstLine = Self.telling(event["Output"]?.string)
    case "pass", "skip", "fail":
      try end(package, hasFailed: action == "fail")
    default:
      return
    }
  }

  /// `FAIL	example.com/mail [build failed]`.
  private mutating func readPlain(_ line: ArraySlice<UInt8>) throws(ResultsError) {
    guard line.starts(with: "FAIL\t".utf8) else { return }
    let words = line.dropFirst(5).split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard words.count == 2, words[1].starts(with: "[".utf8), words[1].contains(UInt8(ascii: "f")) else { return }
    try append(broken(words[0].text, message: words[1].text))
  }

  /// The package is done. What runs still was stopped with it.
  private mutating func end(_ name: String, hasFailed: Bool) throws(ResultsError) {
    var package = packages[name] ?? Package()
    for (test, line) in package.running.sorted(by: { $0.key < $1.key }) {
      try append(TestCase(suite: name, name: test, outcome: .error, message: line ?? "it did not end"))
      package.hasFailedTest = true
    }
    if hasFailed, !package.hasFailedTest { try append(broken(name, message: package.firstLine)) }
    package = Package()
    package.hasEnded = true
    packages[name] = package
  }

  /// The output is over. A package that did not come to its end did not pass, whatever its tests say.
  private mutating func end() throws(ResultsError) {
    for (name, package) in packages.sorted(by: { $0.key < $1.key }) where !package.hasEnded || !package.running.isEmpty
    {
      try end(name, hasFailed: false)
      try append(broken(name, message: "it did not end"))
    }
  }

  private func broken(_ package: String, message: String?) -> TestCase {
    TestCase(suite: package, name: package.isEmpty ? "the package" : package, outcome: .error, message: message)
  }

  private mutating func append(_ test: TestCase) throws(ResultsError) {
    guard cases.count < ReportLimits.cases else {
      throw ResultsError(.tooManyCases(limit: ReportLimits.cases), origin: origin, line: lines.number)
    }
    cases.append(test)
  }

  /// A line that says more than that a test begins or ends.
  private static func telling(_ output: String?) -> String? {
    guard let output, let line = TestCase.message(output) else { return nil }
    let isFrame = ["=== ", "--- ", "PASS", "FAIL", "ok "].contains(where: line.hasPrefix)
    return isFrame ? nil : line
  }
}
