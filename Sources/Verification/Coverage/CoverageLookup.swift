import Git

/// The lines that the given reports measure, by the files of the judged tree; worked out when first asked for.
final class CoverageLookup {
  private let subject: any Subject
  private let results: [CoverageResults]
  private var measured: [String: MeasuredLines]?

  init(_ results: [CoverageResults], _ subject: any Subject) {
    self.subject = subject
    self.results = results.filter { $0.isFor(subject) }
  }

  /// Whether any report is for the judged content.
  var isEmpty: Bool { results.isEmpty }

  /// Each measured line of a file, and whether it was run; nil when no report has the file.
  func lines(of path: String) throws -> [Int: Bool]? {
    if let measured { return measured[path]?.byLine }
    let paths = CoveragePaths(tree: try subject.files().map(\.path))
    var all: [String: MeasuredLines] = [:]
    for result in results {
      for (path, lines) in paths.measured(by: result.report) { all[path, default: MeasuredLines()].add(lines) }
    }
    measured = all
    return all[path]?.byLine
  }
}
