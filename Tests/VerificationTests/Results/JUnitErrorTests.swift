import Testing
import Verification

@Suite("Results files that cannot be relied on")
struct JUnitErrorTests {
  private func read(_ bytes: some Sequence<UInt8>) throws -> [TestCase] {
    try JUnitReader.read(Array(bytes), origin: "r.xml")
  }

  private func error(_ xml: String) -> ResultsError? {
    #expect(throws: ResultsError.self) { try read(xml.utf8) }
  }

  @Test(
    "a file cut off anywhere is told as truncated, at its end",
    arguments: [
      ("<testsuite>\n<testcase name='a'>", ResultsError.Problem.truncated(open: "testcase"), 2, 20),
      ("<testsuite><testca", .truncated(open: "testsuite"), 1, 19),
      ("<testsuite name='a", .truncated(open: nil), 1, 19), ("<testsuite", .truncated(open: nil), 1, 11),
      ("<testsuite><![CDATA[x", .truncated(open: "testsuite"), 1, 22), ("<!-- x", .truncated(open: nil), 1, 7),
      ("<?xml version='1.0'?>\n", .truncated(open: nil), 2, 1),
      ("<testsuite>&am", .truncated(open: "testsuite"), 1, 15),
      ("<!DOCTYPE testsuite", .truncated(open: nil), 1, 20), ("<", .truncated(open: nil), 1, 2),
    ])
  func truncated(xml: String, problem: ResultsError.Problem, line: Int, column: Int) {
    #expect(error(xml) == ResultsError(problem, origin: "r.xml", line: line, column: column))
  }

  @Test("no prefix of a report is read as a whole one, and none is a crash")
  func everyPrefix() throws {
    let xml = """
      <?xml version="1.0"?><!DOCTYPE testsuite SYSTEM "x>y"><testsuite a='b'><!-- c --><testcase name="&lt;&#65;"/>
      <testcase><failure><![CDATA[x]]>y</failure></testcase></testsuite>
      """
    #expect(try read(xml.utf8).map(\.name) == ["<A", ""])
    for length in 0..<xml.utf8.count {
      #expect(throws: ResultsError.self, "\(length)") { try read(xml.utf8.prefix(length)) }
    }
  }

  @Test("bytes changed at random are an error or a report, never a crash", arguments: 1...8)
  func mutations(seed: Int) {
    let xml = Array(
      "<testsuite name='s'><testcase name=\"&amp;\"><failure>&#x41;</failure></testcase></testsuite>".utf8)
    var state = UInt64(seed)
    for _ in 0..<2_000 {
      var bytes = xml
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 56)
      }
      _ = try? read(bytes)
    }
  }

  @Test(
    "what is no XML, or no JUnit, is told where it stands",
    arguments: [
      ("", ResultsError.Problem.empty, 1, 1), (" \n ", .empty, 1, 1), ("{}", .malformed(expected: "<"), 1, 1),
      ("<testsuite></testsuites>", .mismatchedTag(expected: "testsuite", found: "testsuites"), 1, 14),
      ("<testsuite/>\n<testsuite/>", .malformed(expected: "the end of the file"), 2, 1),
      ("<testsuite/>x", .malformed(expected: "<"), 1, 13), ("</a>", .malformed(expected: "<"), 1, 3),
      ("<testsuite a></testsuite>", .malformed(expected: "="), 1, 13),
      ("<testsuite a=b/>", .malformed(expected: "\""), 1, 14), ("<testsuite/ >", .malformed(expected: ">"), 1, 12),
      ("<testsuite>&nbsp;</testsuite>", .unknownEntity("nbsp"), 1, 12),
      ("<testsuite>& and</testsuite>", .malformed(expected: ";"), 1, 12),
      ("<testsuite>&alphabetagammadelta;</testsuite>", .malformed(expected: ";"), 1, 12),
      ("<html><body/></html>", .unknownRoot("html"), 1, 7),
      ("<?xml version='1.0' encoding='GB18030'?><testsuite/>", .unknownEncoding("GB18030"), 1, 1),
    ])
  func malformed(xml: String, problem: ResultsError.Problem, line: Int, column: Int) {
    #expect(error(xml) == ResultsError(problem, origin: "r.xml", line: line, column: column))
  }

  @Test("entity bombs and external entities are refused before anything is expanded or loaded")
  func declarations() {
    let bomb = """
      <!DOCTYPE testsuite [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <testsuite name="&b;"/>
      """
    #expect(error(bomb)?.problem == .declarations)
    let external = #"<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite name="&x;"/>"#
    #expect(error(external)?.problem == .declarations)
  }

  @Test("a document type that only names itself does no harm, and loads nothing")
  func documentType() throws {
    #expect(try read(#"<!DOCTYPE testsuite SYSTEM "http://192.0.2.1/[x].dtd"><testsuite/>"#.utf8).isEmpty)
  }

  @Test("elements within elements without end are refused")
  func deep() {
    let xml = "<testsuite>" + String(repeating: "<a>", count: 100_000)
    #expect(error(xml)?.problem == .tooDeep(limit: 100))
  }

  @Test("a file over the limit is refused unread")
  func tooLarge() {
    let bytes = [UInt8](repeating: UInt8(ascii: "<"), count: ReportLimits.size + 1)
    let expected = ResultsError(.tooLarge(bytes: bytes.count, limit: ReportLimits.size), origin: "r.xml")
    #expect(throws: expected) { try Report.read(bytes, origin: "r.xml") }
  }

  @Test("a long message is kept at its beginning only")
  func longMessage() throws {
    let text = String(repeating: "x", count: 50_000)
    let xml = "<testsuite><testcase name='t'><failure>\n \(text)</failure></testcase></testsuite>"
    #expect(try read(xml.utf8).first?.message?.count == ReportLimits.message)
  }

  @Test("UTF-16, Latin-1 and stray bytes are read as text")
  func encodings() throws {
    let xml = "<testsuite><testcase name='größe'/></testsuite>"
    let units = xml.utf16.map { unit in (low: UInt8(unit & 0xFF), high: UInt8(unit >> 8)) }
    #expect(try read([0xFF, 0xFE] + units.flatMap { [$0.low, $0.high] }).map(\.name) == ["größe"])
    #expect(try read([0xFE, 0xFF] + units.flatMap { [$0.high, $0.low] }).map(\.name) == ["größe"])
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(xml.utf8)).map(\.name) == ["größe"])
    let declaration = Array("<?xml version=\"1.0\" encoding = 'ISO-8859-1' ?>".utf8)
    #expect(try read(declaration + xml.unicodeScalars.map { UInt8($0.value) }).map(\.name) == ["größe"])
    let stray = Array("<testsuite><testcase name='a".utf8) + [0xFF, 0x1B] + Array("'/></testsuite>".utf8)
    #expect(try read(stray).map(\.name) == ["a\u{FFFD}\u{1B}"])
  }
}
