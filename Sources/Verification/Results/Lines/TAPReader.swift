/// Reads the Test Anything Protocol, versions 12 to 14 (<https://testanything.org/tap-version-14-specification.html>).
///
/// - A line `ok` or `not ok` is a test; `# SKIP` and `# TODO` make it one that proves nothing, whichever it says.
/// - A subtest is indented by four spaces, before the line of the test that it belongs to or within its braces. Its tests
///   are tests too, and that test's name is their suite. Below a test that is skipped or to do, they prove nothing either.
/// - The plan has to be there, and to agree with the number of tests: else the run was not whole. `Bail out!` gives it up.
/// - What else programs print is passed over.
struct TAPReader {
  private let bytes: [UInt8]
  private let origin: String
  private var lines: ReportLines
  private var cases: [TestCase] = []
  /// The run itself, and the subtests that are open in it.
  private var levels = [Level(first: 0)]
  /// The last line was a test of that level, so that a block of YAML about it may follow.
  private var testBefore: Int?

  private struct Level {
    /// The first of all cases that are in it.
    var first: Int
    /// Those that are directly in it.
    var own: [Int] = []
    var planned: (count: Int, line: Int)?
    var found = 0
    /// The name of the test whose braces are open in it.
    var block: String?

    init(first: Int) { self.first = first }
  }

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    var reader = TAPReader(bytes, origin: origin)
    while let line = reader.lines.next() { try reader.read(line) }
    try reader.endRun()
    return reader.cases
  }

  private init(_ bytes: [UInt8], origin: String) {
    self.bytes = bytes
    self.origin = origin
    lines = ReportLines(bytes)
  }

  private func error(_ problem: ResultsError.Problem, line: Int? = nil) -> ResultsError {
    ResultsError(problem, origin: origin, line: max(1, line ?? lines.number))
  }

  private mutating func read(_ line: Range<Int>) throws(ResultsError) {
    let spaces = bytes[line].prefix { $0 == 0x20 }.count
    let text = bytes[line].dropFirst(spaces)
    if let level = testBefore, spaces > level * 4, text.trimmed().elementsEqual("---".utf8) {
      testBefore = nil
      return try readDiagnostics(indentation: spaces)
    }
    testBefore = nil
    // Only one step further in is a subtest; what is further in was printed by somebody.
    let level = spaces / 4
    guard spaces % 4 == 0, level <= levels.count else { return }
    switch TAPLine(text.trimmed()) {
    case .version:
      // A subtest may say it too; at the top another run begins.
      if level == 0, levels[0].planned != nil || levels[0].found > 0 { try endRun() }
    case .plan(let count): try plan(count, level)
    case .badPlan: throw error(.badLine(expected: "1..<number>"))
    case .test(let test): try add(test, level)
    case .bailOut(let reason): throw error(.bailedOut(reason))
    case .endOfBlock: try close(to: level)
    case .other: return
    }
  }

  private mutating func plan(_ count: Int, _ level: Int) throws(ResultsError) {
    try close(to: level)
    try open(level)
    guard levels[level].planned == nil else { throw error(.badLine(expected: "one plan")) }
    levels[level].planned = (count, lines.number)
  }

  private mutating func add(_ point: TAPTest, _ level: Int) throws(ResultsError) {
    try close(to: level, before: point)
    try open(level)
    guard cases.count < ReportLimits.cases else { throw error(.tooManyCases(limit: ReportLimits.cases)) }
    let outcome: TestCase.Outcome = point.directive != nil ? .skipped : point.isOK ? .passed : .failed
    levels[level].found += 1
    levels[level].own.append(cases.count)
    if point.opensBlock { levels[level].block = point.name }
    cases.append(TestCase(name: point.name, outcome: outcome, seconds: point.seconds, message: point.reason))
    testBefore = level
  }

  /// Opens the subtest `level` if it is not open.
  private mutating func open(_ level: Int) throws(ResultsError) {
    guard level == levels.count else { return }
    guard level < ReportLimits.depth else { throw error(.tooDeep(limit: ReportLimits.depth)) }
    levels.append(Level(first: cases.count))
  }

  /// Closes the subtests that are further in than `level`; `test` is the one that they belong to, unless braces say which.
  private mutating func close(to level: Int, before test: TAPTest? = nil) throws(ResultsError) {
    while levels.count > level + 1, let subtest = levels.popLast() {
      try expectPlan(of: subtest)
      let block = levels[levels.count - 1].block
      levels[levels.count - 1].block = nil
      guard levels.count == level + 1, let name = block ?? test?.name else { continue }
      for index in subtest.own { cases[index].suite = name }
      guard block == nil, test?.directive != nil else { continue }
      for index in subtest.first..<cases.count where cases[index].outcome != .passed {
        cases[index].outcome = .skipped
      }
    }
  }

  private func expectPlan(of level: Level) throws(ResultsError) {
    guard let planned = level.planned, planned.count != level.found else { return }
    throw error(.planMismatch(planned: planned.count, found: level.found), line: planned.line)
  }

  private mutating func endRun() throws(ResultsError) {
    try close(to: 0)
    guard levels[0].planned != nil else { throw error(.noPlan) }
    try expectPlan(of: levels[0])
    levels = [Level(first: cases.count)]
  }

  // MARK: Diagnostics

  /// Reads a block of YAML behind a test, up to its `...`; of what it says only the message and the time are of use.
  private mutating func readDiagnostics(indentation: Int) throws(ResultsError) {
    while let line = lines.next() {
      let spaces = bytes[line].prefix { $0 == 0x20 }.count
      let text = bytes[line].dropFirst(spaces).trimmed()
      if spaces <= indentation, text.elementsEqual("...".utf8) { return }
      if spaces == indentation { note(text) }
    }
    throw error(.truncated(open: nil))
  }

  private mutating func note(_ line: ArraySlice<UInt8>) {
    let last = cases.count - 1
    if line.starts(with: "message:".utf8), cases[last].message == nil {
      let quotes = [UInt8(ascii: "'"), UInt8(ascii: "\"")]
      var value = line.dropFirst(8).trimmed()
      if let quote = value.first, quotes.contains(quote), value.count > 1, value.last == quote {
        value = value.dropFirst().dropLast()
      }
      // The sign of a text on the lines below.
      if value.first != UInt8(ascii: "|"), value.first != UInt8(ascii: ">") {
        cases[last].message = TestCase.message(value.text)
      }
    } else if line.starts(with: "duration_ms:".utf8) {
      let milliseconds = Double(line.dropFirst(12).trimmed().text)
      cases[last].seconds = milliseconds.flatMap { $0.isFinite && $0 >= 0 ? $0 / 1_000 : nil }
    }
  }
}
