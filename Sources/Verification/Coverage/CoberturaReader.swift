import XMLText

/// Reads Cobertura's XML (<https://github.com/cobertura/cobertura/blob/master/cobertura/src/test/resources/dtds/coverage-04.dtd>),
/// as coverage.py, coverlet, gcovr, istanbul and others write it.
///
/// The lines of a class are those of its file; classes of one file add up. A file's name is below one of the sources, and
/// the report does not say of which.
struct CoberturaReader {
  private static let sourceLimit = 32

  private var xml: ReportXML
  private var sources: [String] = []
  private var files: [CoveredFile] = []
  private var path: [String] = []

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> CoverageReport {
    var reader = try CoberturaReader(bytes, origin: origin)
    while let event = try reader.xml.next() {
      switch event {
      case .start(let element): try reader.start(element)
      case .text(let text): reader.add(text)
      case .end: _ = reader.path.popLast()
      }
    }
    return CoverageReport(reader.files.map(reader.placed))
  }

  private init(_ bytes: [UInt8], origin: String) throws(ResultsError) {
    xml = try ReportXML(bytes, origin: origin)
  }

  private mutating func start(_ element: XMLElement) throws(ResultsError) {
    if path.isEmpty, element.name != "coverage" { throw xml.error(.unknownRoot(element.name)) }
    path.append(element.name)
    if element.name == "class" {
      guard files.count < ReportLimits.cases else { throw xml.error(.tooManyFiles(limit: ReportLimits.cases)) }
      files.append(CoveredFile(paths: [(element["filename"] ?? "").withSlashes], lines: MeasuredLines()))
    } else if element.name == "line", path.contains("class") {
      guard let number = element["number"].flatMap(Int.init), let hits = element["hits"].flatMap(Double.init) else {
        throw xml.error(.badLine(expected: "<line number=\"…\" hits=\"…\"/>"))
      }
      files[files.count - 1].lines.add(number, isCovered: hits > 0)
    }
  }

  private mutating func add(_ text: String) {
    guard path.last == "source", sources.count < Self.sourceLimit else { return }
    let source = TestCase.message(text)?.withSlashes ?? ""
    if !source.isEmpty, source != "." { sources.append(source) }
  }

  private func placed(_ file: CoveredFile) -> CoveredFile {
    guard let name = file.paths.first else { return file }
    return CoveredFile(paths: sources.map { $0 + "/" + name } + [name], lines: file.lines)
  }
}
