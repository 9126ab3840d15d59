import Testing
import XMLText

@Suite("XML, step by step")
struct XMLReaderTests {
  /// The events of a document, each as a short word.
  private func events(_ bytes: some Sequence<UInt8>, limits: XMLLimits = XMLLimits()) throws(XMLError) -> [String] {
    var reader = try XMLReader(Array(bytes), limits: limits)
    var events: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        events.append("<\(element.name)" + element.attributes.map { " \($0.name)=\($0.value)" }.joined())
      case .text(let text): events.append(text)
      case .end: events.append(">")
      }
    }
    return events
  }

  private func error(_ xml: String) -> XMLError? {
    #expect(throws: XMLError.self) { try events(xml.utf8) }
  }

  @Test("what office programs write is read: declarations, prefixes, references, quoted characters, comments")
  func office() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <?mso-application progid="Word.Document"?>
      <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id='7'><!-- c --><w:br/>\
      a &lt;b&gt; &#8217;&#x2019;<![CDATA[<x> & y]]></w:p>
      """
    let expected = [
      "<p w=http://schemas.openxmlformats.org/wordprocessingml/2006/main id=7", "<br", ">", "a <b> ’’", "<x> & y", ">",
    ]
    #expect(try events(xml.utf8) == expected)
  }

  @Test("text is kept whole unless a limit says otherwise")
  func values() throws {
    let long = String(repeating: "x", count: 100_000)
    #expect(try events("<a>\(long)</a>".utf8)[1].utf8.count == 100_000)
    #expect(try events("<a>\(long)</a>".utf8, limits: XMLLimits(value: 10))[1] == "xxxxxxxxxx")
  }

  @Test("elements may be nested as deep as the limit says, and no deeper")
  func depth() throws {
    let xml = "<a><a><a/></a></a>"
    #expect(try events(xml.utf8, limits: XMLLimits(depth: 3)).count == 6)
    #expect(throws: XMLError(.tooDeep(limit: 2), line: 1, column: 7)) {
      try events(xml.utf8, limits: XMLLimits(depth: 2))
    }
    let deep = String(repeating: "<a>", count: 200_000)
    #expect(error(deep)?.problem == .tooDeep(limit: 1_000))
    let wide = "<a " + String(repeating: "b='' ", count: 1_001) + "/>"
    #expect(error(wide)?.problem == .tooManyAttributes(limit: 1_000))
  }

  @Test("declared entities, and bombs of them, are refused before anything is expanded or loaded")
  func declarations() {
    let bomb = #"<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>"#
    #expect(error(bomb)?.problem == .declarations)
    #expect(error(#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#)?.problem == .declarations)
    #expect(error("<a>&nbsp;</a>") == XMLError(.unknownEntity("nbsp"), line: 1, column: 4))
  }

  @Test("errors say where they are")
  func places() {
    #expect(error("<a>\n<b></a>") == XMLError(.mismatchedTag(expected: "b", found: "a"), line: 2, column: 6))
    #expect(error("<a>\n  <b>") == XMLError(.truncated(open: "b"), line: 2, column: 6))
    #expect(error("<a/>x") == XMLError(.malformed(expected: "<"), line: 1, column: 5))
    #expect(error(" \n") == XMLError(.empty, line: 1, column: 1))
    #expect(error("<?xml version='1.0' encoding='EBCDIC'?><a/>")?.problem == .unknownEncoding("EBCDIC"))
  }

  @Test("UTF-16 and a byte order mark are understood")
  func encodings() throws {
    let xml = "<a>größe</a>"
    let units = xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try events([0xFF, 0xFE] + units) == ["<a", "größe", ">"])
    #expect(try events([0xEF, 0xBB, 0xBF] + Array(xml.utf8)) == ["<a", "größe", ">"])
  }

  @Test("no prefix of a document is read as a whole one, and none is a crash")
  func everyPrefix() {
    let xml = Array("<?xml version='1.0'?><w:a b='&lt;'><!-- c --><c/><![CDATA[x]]>&#65;</w:a>".utf8)
    for length in 0..<xml.count {
      #expect(throws: XMLError.self, "\(length)") { try events(xml.prefix(length)) }
    }
  }
}
