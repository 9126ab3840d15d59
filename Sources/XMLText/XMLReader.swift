/// Reads XML step by step, in one pass: elements, attributes, text; comments and processing instructions are skipped.
///
/// It is what test results and office documents need of <https://www.w3.org/TR/xml/>, and no more on purpose: entities
/// other than XML's own five are never declared, loaded or expanded, so a document takes no more memory than its size.
package struct XMLReader {
  private let limits: XMLLimits
  private var scanner: XMLScanner
  private var open: [String] = [] {
    didSet { scanner.openElement = open.last }
  }
  private var hasRoot = false
  /// The last start tag was `<a/>`, so its end comes next.
  private var endIsDue = false

  package init(_ document: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) {
    self.limits = limits
    scanner = try XMLScanner(document, valueLimit: limits.value)
  }

  /// The next event; nil behind the root element's end.
  package mutating func next() throws(XMLError) -> XMLEvent? {
    if endIsDue {
      endIsDue = false
      open.removeLast()
      return .end
    }
    while !scanner.isAtEnd {
      if let event = try step() { return event }
    }
    if !open.isEmpty || !hasRoot { throw scanner.truncated }
    return nil
  }

  /// Where the reader stands: line and column, each from 1.
  package var place: (line: Int, column: Int) { scanner.place(of: scanner.at) }

  private func error(_ problem: XMLError.Problem) -> XMLError { scanner.error(problem) }

  // MARK: - The kinds of markup

  private mutating func step() throws(XMLError) -> XMLEvent? {
    if scanner.peek != UInt8(ascii: "<") { return try text() }
    if scanner.take("<!--") {
      _ = try scanner.skip(past: "-->")
    } else if scanner.take("<![CDATA[") {
      return try characterData()
    } else if scanner.take("<?") {
      _ = try scanner.skip(past: "?>")
    } else if scanner.take("<!DOCTYPE") {
      try scanner.documentType()
    } else if scanner.take("</") {
      return try endTag()
    } else {
      return try startTag()
    }
    return nil
  }

  private mutating func text() throws(XMLError) -> XMLEvent? {
    guard !open.isEmpty else {
      scanner.skipSpace()
      guard scanner.isAtEnd || scanner.peek == UInt8(ascii: "<") else { throw error(.malformed(expected: "<")) }
      return nil
    }
    return .text(try scanner.value(until: UInt8(ascii: "<")))
  }

  private mutating func characterData() throws(XMLError) -> XMLEvent {
    guard !open.isEmpty else { throw error(.malformed(expected: "<")) }
    let content = try scanner.skip(past: "]]>")
    return .text(scanner.text(in: content))
  }

  private mutating func startTag() throws(XMLError) -> XMLEvent {
    guard !open.isEmpty || !hasRoot else { throw error(.malformed(expected: "the end of the file")) }
    guard open.count < limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
    try scanner.expect("<")
    let name = try scanner.name()
    var attributes: [(name: String, value: String)] = []
    scanner.skipSpace()
    while let byte = scanner.peek, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      guard attributes.count < limits.attributes else { throw error(.tooManyAttributes(limit: limits.attributes)) }
      attributes.append(try scanner.attribute())
      scanner.skipSpace()
    }
    endIsDue = scanner.take("/")
    try scanner.expect(">")
    open.append(name)
    hasRoot = true
    return .start(XMLElement(name: XMLScanner.local(name), attributes: attributes))
  }

  private mutating func endTag() throws(XMLError) -> XMLEvent {
    let start = scanner.at
    let found = try scanner.name()
    guard let expected = open.popLast() else { throw scanner.error(.malformed(expected: "<"), at: start) }
    guard found == expected else {
      throw scanner.error(.mismatchedTag(expected: expected, found: found), at: start)
    }
    scanner.skipSpace()
    try scanner.expect(">")
    return .end
  }
}
