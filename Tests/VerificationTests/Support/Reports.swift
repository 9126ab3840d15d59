import Testing
import Verification

/// Short ways to read what a test writes down as a report.
enum Reports {
  static func tests(_ text: String) throws -> [TestCase] {
    guard case .tests(let tests) = try Report.read(Array(text.utf8), origin: "report") else { throw OtherKind() }
    return tests
  }

  static func coverage(_ text: String) throws -> CoverageReport {
    guard case .coverage(let report) = try Report.read(Array(text.utf8), origin: "report") else { throw OtherKind() }
    return report
  }

  /// The error that reading ends with.
  static func error(_ text: String) -> ResultsError? { error(Array(text.utf8)) }

  static func error(_ bytes: [UInt8]) -> ResultsError? {
    #expect(throws: ResultsError.self) { try Report.read(bytes, origin: "report") }
  }

  static func problem(_ text: String) -> ResultsError.Problem? { error(text)?.problem }

  struct OtherKind: Error {}
}

extension [TestCase] {
  /// `Suite.name passed`, a line each.
  var told: [String] { map { "\($0.fullName) \($0.outcome.rawValue)" } }
}
