import XMLText

/// A report in XML, step by step; its errors name the file.
struct ReportXML {
  private let origin: String
  private var xml: XMLReader

  init(_ bytes: [UInt8], origin: String) throws(ResultsError) {
    self.origin = origin
    do throws(XMLError) {
      xml = try XMLReader(bytes, limits: XMLLimits(depth: ReportLimits.depth, value: ReportLimits.value))
    } catch {
      throw ResultsError(error, origin: origin)
    }
  }

  mutating func next() throws(ResultsError) -> XMLEvent? {
    do throws(XMLError) { return try xml.next() } catch { throw ResultsError(error, origin: origin) }
  }

  /// The next start tag, whatever is before it.
  mutating func nextStart() throws(ResultsError) -> XMLElement? {
    while let event = try next() {
      if case .start(let element) = event { return element }
    }
    return nil
  }

  /// `problem`, where the reader stands.
  func error(_ problem: ResultsError.Problem) -> ResultsError {
    let place = xml.place
    return ResultsError(problem, origin: origin, line: place.line, column: place.column)
  }

  func append(_ test: TestCase, to cases: inout [TestCase]) throws(ResultsError) {
    guard cases.count < ReportLimits.cases else { throw error(.tooManyCases(limit: ReportLimits.cases)) }
    cases.append(test)
  }
}
