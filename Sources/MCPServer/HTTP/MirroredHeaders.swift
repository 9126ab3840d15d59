import JSONText
import Views

/// What a request says in its headers too, so that what stands between can read it (2026-07-28, Transports): both have to
/// say the same.
enum MirroredHeaders {
  static let version = "mcp-protocol-version"

  /// The parameter that `Mcp-Name` repeats.
  private static let named = ["tools/call": "name", "prompts/get": "name", "resources/read": "uri"]

  static func check(_ headers: [String: String], _ method: String, _ params: JSONNode?) throws(ProtocolError) {
    let header = headers[version]
    guard let said = params?["_meta"]?[Request.versionKey]?.string else {
      // What a revision is called that is not known, an older client cannot have agreed to.
      if let header, Revision(rawValue: header) == nil { throw .unsupported(header) }
      return
    }
    guard header == said else { throw .headers("MCP-Protocol-Version is not the revision that the message says") }
    guard Revision(rawValue: said)?.isStateless == true else { return }
    guard headers["mcp-method"] == method else { throw .headers("Mcp-Method is not the method of the message") }
    guard let name = named[method], let value = params?[name]?.string else { return }
    guard headers["mcp-name"].map(decoded) == value else { throw .headers("Mcp-Name is not the message's \(name)") }
  }

  /// A value as it stands, or between `=?base64?` and `?=` where it could not stand in a header.
  private static func decoded(_ value: String) -> String {
    guard value.hasPrefix("=?base64?"), value.hasSuffix("?="), value.utf8.count >= 11 else { return value }
    return Base64.decoded(value.utf8.dropFirst(9).dropLast(2)).map { String(decoding: $0, as: UTF8.self) } ?? value
  }
}

/// RFC 4648 section 4.
enum Base64 {
  /// Nil for what is none.
  static func decoded(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.prefix(while: { $0 != UInt8(ascii: "=") }) {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return text.count.isMultiple(of: 4) ? bytes : nil
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
