import XMLText

/// Reads JaCoCo's XML (<https://www.jacoco.org/jacoco/trunk/coverage/report.dtd>): the lines of source files by package.
///
/// A line was run when one of its instructions was (`ci`).
struct JaCoCoReader {
  private var xml: ReportXML
  private var files: [CoveredFile] = []
  private var path: [String] = []
  private var package = ""

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> CoverageReport {
    var reader = try JaCoCoReader(bytes, origin: origin)
    while let event = try reader.xml.next() {
      switch event {
      case .start(let element): try reader.start(element)
      case .text: break
      case .end: _ = reader.path.popLast()
      }
    }
    return CoverageReport(reader.files)
  }

  private init(_ bytes: [UInt8], origin: String) throws(ResultsError) {
    xml = try ReportXML(bytes, origin: origin)
  }

  private mutating func start(_ element: XMLElement) throws(ResultsError) {
    if path.isEmpty, element.name != "report" { throw xml.error(.unknownRoot(element.name)) }
    path.append(element.name)
    switch element.name {
    case "package": package = element["name"] ?? ""
    case "sourcefile":
      guard files.count < ReportLimits.cases else { throw xml.error(.tooManyFiles(limit: ReportLimits.cases)) }
      let name = element["name"] ?? ""
      files.append(CoveredFile(paths: [package.isEmpty ? name : package + "/" + name], lines: MeasuredLines()))
    case "line" where path.contains("sourcefile"):
      guard let number = element["nr"].flatMap(Int.init), let covered = element["ci"].flatMap(Int.init) else {
        throw xml.error(.badLine(expected: "<line nr=\"…\" ci=\"…\"/>"))
      }
      files[files.count - 1].lines.add(number, isCovered: covered > 0)
    default: break
    }
  }
}
