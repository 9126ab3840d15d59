import XMLText

/// Reads a report in XML as its elements begin and end.
protocol ElementReader {
  var xml: ReportXML { get set }
  var cases: [TestCase] { get }

  init(_ bytes: [UInt8], origin: String) throws(ResultsError)
  mutating func start(_ element: XMLElement) throws(ResultsError)
  mutating func add(_ text: String)
  mutating func end() throws(ResultsError)
}

extension ElementReader {
  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    var reader = try Self(bytes, origin: origin)
    while let event = try reader.xml.next() {
      switch event {
      case .start(let element): try reader.start(element)
      case .text(let text): reader.add(text)
      case .end: try reader.end()
      }
    }
    return reader.cases
  }
}
