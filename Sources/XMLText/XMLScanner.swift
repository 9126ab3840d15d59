/// Moves through a document's bytes: what XML's markup is made of, and where an error is.
struct XMLScanner {
  private let valueLimit: Int
  private let bytes: [UInt8]
  private(set) var at = 0
  /// The innermost element around this place.
  var openElement: String?

  init(_ document: [UInt8], valueLimit: Int) throws(XMLError) {
    self.valueLimit = valueLimit
    switch XMLEncoding.utf8(of: document) {
    case .success(let bytes): self.bytes = bytes
    case .failure(let unknown): throw XMLError(.unknownEncoding(unknown.name))
    }
    if bytes.allSatisfy(Self.isSpace) { throw error(.empty, at: 0) }
  }

  var isAtEnd: Bool { at >= bytes.count }

  // MARK: - Bytes

  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func take(_ text: String) -> Bool {
    let matches = bytes[at...].starts(with: text.utf8)
    if matches { at += text.utf8.count }
    return matches
  }

  mutating func expect(_ text: String) throws(XMLError) {
    guard at < bytes.count else { throw truncated }
    guard take(text) else { throw error(.malformed(expected: text)) }
  }

  /// Moves behind the next `text`; what lies before it.
  mutating func skip(past text: String) throws(XMLError) -> Range<Int> {
    let start = at
    let first = text.utf8.first ?? 0
    while let next = bytes[at...].firstIndex(of: first) {
      at = next
      if take(text) { return start..<next }
      at += 1
    }
    throw truncated
  }

  mutating func skipSpace() {
    while let byte = peek, Self.isSpace(byte) { at += 1 }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  var truncated: XMLError { error(.truncated(open: openElement), at: bytes.count) }

  /// `problem` at `offset`, or where the scanner stands.
  func error(_ problem: XMLError.Problem, at offset: Int? = nil) -> XMLError {
    let place = place(of: offset ?? at)
    return XMLError(problem, line: place.line, column: place.column)
  }

  /// Line and column of a byte, each from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return (line, before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1)
  }

  // MARK: - Names and values

  /// The text of a range as it stands, at most its first `valueLimit` bytes.
  func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(valueLimit), as: UTF8.self)
  }

  /// Characters up to `end`, with references resolved; only the first `valueLimit` bytes are kept.
  mutating func value(until end: UInt8) throws(XMLError) -> String {
    var kept: [UInt8] = []
    while let byte = peek, byte != end {
      if byte == UInt8(ascii: "&") {
        let character = try reference()
        if kept.count < valueLimit { kept.append(contentsOf: character) }
      } else {
        if kept.count < valueLimit { kept.append(byte) }
        at += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// `&lt;`, `&#10;` or `&#xA;`.
  mutating func reference() throws(XMLError) -> [UInt8] {
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
    // Programs write control characters that XML does not allow; they are no reason to refuse a document.
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

  mutating func name() throws(XMLError) -> String {
    let start = at
    while let byte = peek, !Self.isSpace(byte), !Self.delimiters.contains(byte) { at += 1 }
    guard at < bytes.count else { throw truncated }
    guard at > start else { throw error(.malformed(expected: "a name")) }
    return String(decoding: bytes[start..<at].prefix(valueLimit), as: UTF8.self)
  }

  private static let delimiters = Set("<>/=\"'&".utf8)

  /// The name behind a namespace's prefix.
  static func local(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }

  mutating func attribute() throws(XMLError) -> (name: String, value: String) {
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

  /// Skips `<!DOCTYPE testsuites SYSTEM "…">`; one with declarations in brackets is refused.
  mutating func documentType() throws(XMLError) {
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
    throw truncated
  }
}
