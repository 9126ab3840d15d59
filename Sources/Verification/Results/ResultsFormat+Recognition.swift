import JSONText
import XMLText

extension ResultsFormat {
  /// The format of a report, by its content alone. Throws why the file is none that is read.
  package static func recognised(in bytes: [UInt8], origin: String) throws(ResultsError) -> ResultsFormat {
    guard bytes.count <= ReportLimits.size else {
      throw ResultsError(.tooLarge(bytes: bytes.count, limit: ReportLimits.size), origin: origin)
    }
    let text = PlainText.utf8(bytes)
    guard let first = firstPlace(in: text) else { throw ResultsError(.empty, origin: origin) }
    if text[first] == UInt8(ascii: "<") { return try inXML(bytes, origin: origin) }
    if let format = inLines(text) { return format }
    if text[first] == UInt8(ascii: "{") || text[first] == UInt8(ascii: "[") {
      do throws(ResultsError) {
        return try inDocument(text, origin: origin)
      } catch {
        // Lines of JSON, and none that is known.
        let isJSONLines = error.problem == .notJSON && error.line > 1 && holdsJSONLine(text)
        throw isJSONLines ? ResultsError(.unknownFormat, origin: origin) : error
      }
    }
    throw ResultsError(.unknownFormat, origin: origin)
  }

  /// Where something stands that is neither white space nor a byte order mark.
  private static func firstPlace(in bytes: [UInt8]) -> Int? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].firstIndex { byte in
      byte != 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") && byte != UInt8(ascii: "\t")
    }
  }

  // MARK: XML

  private static func inXML(_ bytes: [UInt8], origin: String) throws(ResultsError) -> ResultsFormat {
    var xml = try ReportXML(bytes, origin: origin)
    guard let root = try xml.nextStart() else { throw xml.error(.empty) }
    switch root.name {
    case "testsuites", "testsuite": return .junit
    case "TestRun": return .trx
    case "test-run", "test-results": return .nunit
    case "assemblies", "assembly": return .xunit
    case "report":
      let child = try xml.nextStart()
      if ["sessioninfo", "group", "package"].contains(child?.name) { return .jacoco }
    // Clover's root has the same name, and other children.
    case "coverage":
      let child = try xml.nextStart()
      let isCobertura = ["sources", "packages"].contains(child?.name) || root["line-rate"] != nil
      if isCobertura { return .cobertura }
    default: break
    }
    throw xml.error(.unknownRoot(root.name))
  }

  // MARK: Lines

  /// The format that the first telling line shows. Go and the shell may write lines of their own before it.
  private static func inLines(_ bytes: [UInt8]) -> ResultsFormat? {
    var lines = ReportLines(bytes)
    while let line = lines.next() {
      let text = bytes[line]
      switch text.first {
      case UInt8(ascii: "{"):
        if let format = inJSONLine(bytes, line) { return format }
      case UInt8(ascii: "T") where text.starts(with: "TN:".utf8): return .lcov
      case UInt8(ascii: "S") where text.starts(with: "SF:".utf8): return .lcov
      case UInt8(ascii: "m") where GoCoverReader.isHeading(text): return .goCover
      default:
        if TAPLine.tells(text) { return .tap }
      }
    }
    return nil
  }

  private static func inJSONLine(_ bytes: [UInt8], _ line: Range<Int>) -> ResultsFormat? {
    guard let document = JSONDocument(trying: bytes, in: line) else { return nil }
    var names: Set<String> = []
    for member in document.root.members.prefix(8) { names.insert(member.name) }
    if names.contains("Action"), !names.isDisjoint(with: ["Package", "Test", "Output", "ImportPath"]) {
      return .goTest
    }
    return names.isDisjoint(with: CucumberMessagesReader.envelopes) ? nil : .cucumberMessages
  }

  private static func holdsJSONLine(_ bytes: [UInt8]) -> Bool {
    var lines = ReportLines(bytes)
    guard let line = lines.next() else { return false }
    return JSONDocument(trying: bytes, in: line) != nil
  }

  // MARK: Documents

  private static func inDocument(_ bytes: [UInt8], origin: String) throws(ResultsError) -> ResultsFormat {
    let root = try JSONDocument(report: bytes, in: bytes.indices, origin: origin).root
    if root.kind == .array {
      guard let first = root.elements.first(where: { _ in true }) else { return .cucumberJSON }
      if first["elements"] != nil || (first["keyword"] != nil && first["name"] != nil) { return .cucumberJSON }
    } else if root["testResults"]?.kind == .array {
      return .jest
    } else if root["stats"] != nil, root["passes"]?.kind == .array {
      return .mocha
    } else if root["config"] != nil, root["suites"]?.kind == .array {
      return .playwright
    }
    throw ResultsError(.unknownFormat, origin: origin)
  }
}
