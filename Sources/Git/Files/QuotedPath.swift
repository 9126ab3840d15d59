/// A path as git quotes it, in double quotes with C's escapes (git-config(1), `core.quotePath`).
package enum QuotedPath {
  /// Reads the quoted path at the start of `text`: the path, and what stands behind the closing quote.
  /// Nil when the quote never closes or an escape is unknown.
  package static func read(_ text: Substring) -> (path: String, rest: Substring)? {
    var bytes: [UInt8] = []
    var rest = text.utf8.dropFirst()
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        return (String(decoding: bytes, as: UTF8.self), Substring(rest))
      case UInt8(ascii: "\\"):
        guard let escaped = escape(&rest) else { return nil }
        bytes.append(escaped)
      default:
        bytes.append(byte)
      }
    }
    return nil
  }

  /// One escape behind its backslash: a letter, or three octal digits.
  private static func escape(_ rest: inout Substring.UTF8View) -> UInt8? {
    guard let byte = rest.popFirst() else { return nil }
    if let simple = letters[byte] { return simple }
    guard rest.count >= 2, case let digits = String(decoding: rest.prefix(2), as: UTF8.self),
      let value = UInt8(String(UnicodeScalar(byte)) + digits, radix: 8)
    else { return nil }
    rest = rest.dropFirst(2)
    return value
  }

  private static let letters: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11,
    UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13, UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92,
  ]
}
