/// Reads lcov's tracefiles (geninfo(1), section FILES): records of `SF:`, `DA:` and `end_of_record`; the rest is passed over.
enum LcovReader {
  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> CoverageReport {
    var lines = ReportLines(bytes)
    var files: [CoveredFile] = []
    var file: CoveredFile?
    while let line = lines.next() {
      let text = bytes[line].trimmed()
      if text.starts(with: "SF:".utf8) {
        if let file { files.append(file) }
        guard files.count < ReportLimits.cases else {
          throw ResultsError(.tooManyFiles(limit: ReportLimits.cases), origin: origin, line: lines.number)
        }
        file = CoveredFile(paths: [text.dropFirst(3).text.withSlashes], lines: MeasuredLines())
      } else if text.starts(with: "DA:".utf8) {
        guard file != nil, let (number, isCovered) = measured(text.dropFirst(3)) else {
          throw ResultsError(.badLine(expected: "DA:<line>,<hits> below SF:<file>"), origin: origin, line: lines.number)
        }
        file?.lines.add(number, isCovered: isCovered)
      } else if text.elementsEqual("end_of_record".utf8) {
        if let file { files.append(file) }
        file = nil
      }
    }
    guard file == nil else { throw ResultsError(.truncated(open: nil), origin: origin, line: lines.number) }
    return CoverageReport(files)
  }

  /// `12,3` or `12,3,checksum`. Hits may be larger than any integer, or less than none where a tool counted wrongly.
  private static func measured(_ text: ArraySlice<UInt8>) -> (line: Int, isCovered: Bool)? {
    let parts = text.split(separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, let line = parts[0].trimmed().decimal, let hits = Double(parts[1].trimmed().text) else {
      return nil
    }
    return (line, hits > 0)
  }
}

extension String {
  /// With the separators of Windows as slashes.
  var withSlashes: String { contains("\\") ? String(map { $0 == "\\" ? "/" : $0 }) : self }
}
