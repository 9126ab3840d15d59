/// One step through an XML document.
enum XMLEvent {
  case start(XMLElement)
  case end
  /// Characters within the open element, at most the first `XMLReader.valueLimit` bytes of them.
  case text(String)
}

/// An element's start tag. Names are without their namespace's prefix.
struct XMLElement {
  let name: String
  let attributes: [(name: String, value: String)]

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Reads XML step by step, in one pass: elements, attributes, text; comments and processing instructions are skipped.
///
/// It is what results files need of <https://www.w3.org/TR/xml/>, and no more on purpose: entities other than XML's
/// own five are never declared, loaded or expanded, so a document takes no more memory than its size.
struct XMLReader {
  /// What is kept of one attribute's value or run of text, in bytes.
  static let valueLimit = 4096
  static let depthLimit = 100

  private let origin: String
  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  private var hasRoot = false
  /// The last start tag was `<a/>`, so its end comes next.
  private var endIsDue = false

  init(_ document: [UInt8], origin: String) throws(ResultsError) {
    self.origin = origin
    switch XMLEncoding.utf8(of: document) {
    case .success(let bytes): self.bytes = bytes
    case .failure(let unknown): throw ResultsError(.unknownEncoding(unknown.name), origin: origin)
    }
    if bytes.allSatisfy(Self.isSpace) { throw error(.empty, at: 0) }
  }

  /// The next event; nil behind the root element's end.
  mutating func next() throws(ResultsError) -> XMLEvent? {
    if endIsDue {
      endIsDue = false
      open.removeLast()
      return .end
    }
    while at < bytes.count {
      if let event = try step() { return event }
    }
    if let element = open.last { throw error(.truncated(open: element), at: at) }
    if !hasRoot { throw error(.truncated(open: nil), at: at) }
    return nil
  }

  /// Where the reader stands, as an error with `problem`.
  func error(_ problem: ResultsError.Problem) -> ResultsError { error(problem, at: at) }

  // MARK: - The kinds of markup

  private mutating func step() throws(ResultsError) -> XMLEvent? {
    if bytes[at] != UInt8(ascii: "<") { return try text() }
    if take("<!--") {
      _ = try skip(past: "-->")
    } else if take("<![CDATA[") {
      return try characterData()
    } else if take("<?") {
      _ = try skip(past: "?>")
    } else if take("<!DOCTYPE") {
      try documentType()
    } else if take("</") {
      return try endTag()
    } else {
      return try startTag()
    }
    return nil
  }

  private mutating func text() throws(ResultsError) -> XMLEvent? {
    guard !open.isEmpty else {
      guard Self.isSpace(bytes[at]) else { throw error(.malformed(expected: "<")) }
      at += 1
      return nil
    }
    return .text(try value(until: UInt8(ascii: "<")))
  }

  private mutating func characterData() throws(ResultsError) -> XMLEvent {
    guard !open.isEmpty else { throw error(.malformed(expected: "<")) }
    let content = try skip(past: "]]>")
    return .text(String(decoding: bytes[content].prefix(Self.valueLimit), as: UTF8.self))
  }

  /// Skips `<!DOCTYPE testsuites SYSTEM "…">`; one with declarations in brackets is refused.
  private mutating func documentType() throws(ResultsError) {
    var quote: UInt8?
    while at < bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        throw error(.declarations)
      } else if byte == UInt8(ascii: ">") {
        at += 1
        return
      }
      at += 1
    }
    throw error(.truncated(open: nil))
  }

  private mutating func startTag() throws(ResultsError) -> XMLEvent {
    guard !open.isEmpty || !hasRoot else { throw error(.malformed(expected: "the end of the file")) }
    guard open.count < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
    at += 1
    let name = try self.name()
    var attributes: [(name: String, value: String)] = []
    skipSpace()
    while let byte = peek, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      attributes.append(try attribute())
      skipSpace()
    }
    endIsDue = take("/")
    try expect(">")
    open.append(name)
    hasRoot = true
    return .start(XMLElement(name: Self.local(name), attributes: attributes))
  }

  private mutating func endTag() throws(ResultsError) -> XMLEvent {
    let start = at
    let found = try name()
    guard let expected = open.popLast() else { throw error(.malformed(expected: "<"), at: start) }
    guard found == expected else {
      throw error(.mismatchedTag(expected: expected, found: found), at: start)
    }
    skipSpace()
    try expect(">")
    return .end
  }

  private mutating func attribute() throws(ResultsError) -> (name: String, value: String) {
    let name = try self.name()
    skipSpace()
    try expect("=")
    skipSpace()
    guard let quote = peek else { throw truncated }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw error(.malformed(expected: "\"")) }
    at += 1
    let value = try self.value(until: quote)
    guard at < bytes.count else { throw truncated }
    at += 1
    return (Self.local(name), value)
  }

  // MARK: - What markup is made of

  /// Characters up to `end`, with references resolved; only the first `valueLimit` bytes are kept.
  private mutating func value(until end: UInt8) throws(ResultsError) -> String {
    var kept: [UInt8] = []
    while let byte = peek, byte != end {
      if byte == UInt8(ascii: "&") {
        let character = try reference()
        if kept.count < Self.valueLimit { kept.append(contentsOf: character) }
      } else {
        if kept.count < Self.valueLimit { kept.append(byte) }
        at += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// `&lt;`, `&#10;` or `&#xA;`.
  private mutating func reference() throws(ResultsError) -> [UInt8] {
    let start = at
    let longest = 16
    guard let end = bytes[at...].dropFirst().prefix(longest).firstIndex(where: { !Self.isReferenceByte($0) }) else {
      if bytes.count - at <= longest { throw truncated }
      throw error(.malformed(expected: ";"))
    }
    guard bytes[end] == UInt8(ascii: ";") else { throw error(.malformed(expected: ";")) }
    let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
    at = end + 1
    if let character = Self.entities[name] { return [character] }
    guard name.hasPrefix("#") else { throw error(.unknownEntity(name), at: start) }
    let isHex = name.hasPrefix("#x")
    let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    // Reports quote control characters that XML does not allow; they are no reason to refuse one.
    return Array(String(Character(number.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")).utf8)
  }

  private static func isReferenceByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private static let entities: [String: UInt8] = [
    "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "amp": UInt8(ascii: "&"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"),
  ]

  private mutating func name() throws(ResultsError) -> String {
    let start = at
    while let byte = peek, !Self.isSpace(byte), !Self.delimiters.contains(byte) { at += 1 }
    guard at < bytes.count else { throw truncated }
    guard at > start else { throw error(.malformed(expected: "a name")) }
    return String(decoding: bytes[start..<at].prefix(Self.valueLimit), as: UTF8.self)
  }

  private static let delimiters = Set("<>/=\"'&".utf8)

  /// The name behind a namespace's prefix.
  private static func local(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }

  // MARK: - Bytes

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ text: String) -> Bool {
    let matches = bytes[at...].starts(with: text.utf8)
    if matches { at += text.utf8.count }
    return matches
  }

  private mutating func expect(_ text: String) throws(ResultsError) {
    guard at < bytes.count else { throw truncated }
    guard take(text) else { throw error(.malformed(expected: text)) }
  }

  /// Moves behind the next `text`; what lies before it.
  private mutating func skip(past text: String) throws(ResultsError) -> Range<Int> {
    let start = at
    let first = text.utf8.first ?? 0
    while let next = bytes[at...].firstIndex(of: first) {
      at = next
      if take(text) { return start..<next }
      at += 1
    }
    throw truncated
  }

  private mutating func skipSpace() {
    while let byte = peek, Self.isSpace(byte) { at += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private var truncated: ResultsError { error(.truncated(open: open.last), at: bytes.count) }

  private func error(_ problem: ResultsError.Problem, at offset: Int) -> ResultsError {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
    return ResultsError(problem, origin: origin, line: line, column: column)
  }
}
