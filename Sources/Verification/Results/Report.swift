/// What one file of results says.
package enum Report: Hashable, Sendable {
  case tests([TestCase])
  case coverage(CoverageReport)

  /// Reads a report of whatever format its content shows it to be. `origin` is the name of its file, for errors.
  package static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> Report {
    try read(bytes, as: ResultsFormat.recognised(in: bytes, origin: origin), origin: origin)
  }

  /// Reads a report of a format that is known.
  package static func read(
    _ bytes: [UInt8], as format: ResultsFormat, origin: String
  ) throws(ResultsError) -> Report {
    guard bytes.count <= ReportLimits.size else {
      throw ResultsError(.tooLarge(bytes: bytes.count, limit: ReportLimits.size), origin: origin)
    }
    return switch format {
    case .junit: .tests(try JUnitReader.read(bytes, origin: origin))
    case .trx: .tests(try TRXReader.read(bytes, origin: origin))
    case .nunit: .tests(try NUnitReader.read(bytes, origin: origin))
    case .xunit: .tests(try XUnitReader.read(bytes, origin: origin))
    case .tap: .tests(try TAPReader.read(PlainText.utf8(bytes), origin: origin))
    case .goTest: .tests(try GoTestReader.read(PlainText.utf8(bytes), origin: origin))
    case .cucumberMessages: .tests(try CucumberMessagesReader.read(PlainText.utf8(bytes), origin: origin))
    case .cucumberJSON: .tests(try CucumberJSONReader.read(PlainText.utf8(bytes), origin: origin))
    case .jest: .tests(try JestReader.read(PlainText.utf8(bytes), origin: origin))
    case .mocha: .tests(try MochaReader.read(PlainText.utf8(bytes), origin: origin))
    case .playwright: .tests(try PlaywrightReader.read(PlainText.utf8(bytes), origin: origin))
    case .lcov: .coverage(try LcovReader.read(PlainText.utf8(bytes), origin: origin))
    case .cobertura: .coverage(try CoberturaReader.read(bytes, origin: origin))
    case .jacoco: .coverage(try JaCoCoReader.read(bytes, origin: origin))
    case .goCover: .coverage(try GoCoverReader.read(PlainText.utf8(bytes), origin: origin))
    }
  }
}
