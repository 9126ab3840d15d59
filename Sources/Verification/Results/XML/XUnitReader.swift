import XMLText

/// Reads the XML of xUnit.net, version 2 and later, and of version 1, whose root is the assembly (<https://xunit.net/docs/format-xml-v2>).
///
/// A test's type is its class, and its display name without it the name; the assembly is the suite. `Pass` is a pass,
/// `Fail` none; all other results prove nothing. An error outside of all tests is one by the assembly's name.
struct XUnitReader: ElementReader {
  var xml: ReportXML
  private(set) var cases: [TestCase] = []
  private var path: [String] = []
  private var assembly = ""
  private var test: TestCase?

  init(_ bytes: [UInt8], origin: String) throws(ResultsError) {
    xml = try ReportXML(bytes, origin: origin)
  }

  mutating func start(_ element: XMLElement) throws(ResultsError) {
    if path.isEmpty, element.name != "assemblies", element.name != "assembly" {
      throw xml.error(.unknownRoot(element.name))
    }
    path.append(element.name)
    switch element.name {
    case "assembly":
      assembly = element["name"]?.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    case "test": open(element)
    case "error":
      test = TestCase(suite: assembly, name: element["name"] ?? assembly, outcome: .error)
    default: break
    }
  }

  private mutating func open(_ element: XMLElement) {
    let seconds = element["time"].flatMap(Double.init)
    let outcome: TestCase.Outcome =
      switch element["result"] {
      case "Pass": .passed
      case "Fail": .failed
      default: .skipped
      }
    var name = element["name"] ?? element["method"] ?? ""
    if let type = element["type"], name.hasPrefix(type + ".") { name.removeFirst(type.count + 1) }
    test = TestCase(
      suite: assembly, className: element["type"], name: name, outcome: outcome,
      seconds: seconds.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil })
  }

  mutating func add(_ text: String) {
    guard path.last == "message" || path.last == "reason", test?.message == nil else { return }
    test?.message = TestCase.message(text)
  }

  mutating func end() throws(ResultsError) {
    guard let name = path.popLast(), name == "test" || name == "error", let test else { return }
    self.test = nil
    try xml.append(test, to: &cases)
  }
}
