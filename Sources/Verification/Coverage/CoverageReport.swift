package import Git

/// Which lines a test run went through, as one report tells it.
package struct CoverageReport: Hashable, Sendable {
  package var files: [CoveredFile]

  package init(_ files: [CoveredFile]) { self.files = files }
}

/// What a report says of one file.
package struct CoveredFile: Hashable, Sendable {
  /// As the report writes it, with slashes; where the report says where its sources lie, each way to put them together
  /// comes before the name alone.
  package var paths: [String]
  package var lines: MeasuredLines

  package init(paths: [String], lines: MeasuredLines) {
    self.paths = paths
    self.lines = lines
  }
}

/// Lines that can be run, and whether they were; four bytes each.
package struct MeasuredLines: Hashable, Sendable {
  /// A line's number times two, and one more when it was run.
  private var packed: [UInt32] = []

  package init() {}

  package init(_ lines: [Int: Bool]) {
    for (line, isCovered) in lines.sorted(by: { $0.key < $1.key }) { add(line, isCovered: isCovered) }
  }

  var isEmpty: Bool { packed.isEmpty }

  /// Lines beyond any file are left out.
  package mutating func add(_ line: Int, isCovered: Bool) {
    guard 1...(1 << 30) ~= line else { return }
    packed.append(UInt32(line) << 1 | (isCovered ? 1 : 0))
  }

  mutating func add(_ other: MeasuredLines) { packed += other.packed }

  /// Each line once; it was run if any record says so.
  package var byLine: [Int: Bool] {
    var lines: [Int: Bool] = [:]
    for entry in packed { lines[Int(entry >> 1), default: false] = lines[Int(entry >> 1)] ?? false || entry & 1 == 1 }
    return lines
  }
}

/// One coverage report, and the content that it was measured on.
package struct CoverageResults: Hashable, Sendable {
  package var report: CoverageReport
  /// As for ``TestResults``.
  package var commit: ObjectID?
  package var tree: ObjectID?

  package init(_ report: CoverageReport, commit: ObjectID? = nil, tree: ObjectID? = nil) {
    self.report = report
    self.commit = commit
    self.tree = tree
  }

  func isFor(_ subject: any Subject) -> Bool {
    (commit == nil && tree == nil) || commit == subject.commit || tree == subject.tree
  }
}
