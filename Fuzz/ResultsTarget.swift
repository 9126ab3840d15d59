import Verification

/// Reports of tests and coverage, each format's reader or whatever the content shows it to be.
///
/// Whatever the bytes, a reader refuses them with an error that has a place, or gives tests and lines within the limits.
enum ResultsTarget: Hashable {
  case format(ResultsFormat)
  case recognition

  static let all = ResultsFormat.allCases.map(ResultsTarget.format) + [.recognition]

  var name: String {
    switch self {
    case .format(let format): "results-" + format.rawValue
    case .recognition: "results-any"
    }
  }

  func run(_ bytes: [UInt8]) {
    do throws(ResultsError) {
      switch try read(bytes) {
      case .tests(let tests):
        precondition(tests.count <= 2 * ReportLimits.cases)
        for test in tests.prefix(100) { _ = test.isNamed(byAnyOf: [test.name, "*[a-z]*"]) }
      case .coverage(let report):
        for file in report.files.prefix(100) { precondition(file.lines.byLine.keys.allSatisfy { $0 > 0 }) }
      }
    } catch {
      precondition(error.line > 0 && error.column > 0 && error.origin == "report")
    }
  }

  private func read(_ bytes: [UInt8]) throws(ResultsError) -> Report {
    switch self {
    case .format(let format): try Report.read(bytes, as: format, origin: "report")
    case .recognition: try Report.read(bytes, origin: "report")
    }
  }
}
