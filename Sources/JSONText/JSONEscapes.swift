/// The backslash sequences of a string (RFC 8259, section 7).
enum JSONEscapes {
  /// Decodes what stands between the quotation marks of a string that was scanned.
  static func text(of written: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(written.count)
    var rest = written
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        append(escape: &rest, to: &decoded)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func append(escape rest: inout ArraySlice<UInt8>, to decoded: inout [UInt8]) {
    switch rest.popFirst() {
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"): decoded += Array(String(character(&rest)).utf8)
    case let byte?: decoded.append(byte)
    case nil: break
    }
  }

  private static func character(_ rest: inout ArraySlice<UInt8>) -> Character {
    let unit = takeUnit(&rest)
    guard UTF16.isLeadSurrogate(unit) else { return Character(Unicode.Scalar(unit) ?? "\u{FFFD}") }
    guard rest.starts(with: "\\u".utf8) else { return "\u{FFFD}" }
    var ahead = rest.dropFirst(2)
    let trail = takeUnit(&ahead)
    guard UTF16.isTrailSurrogate(trail) else { return "\u{FFFD}" }
    rest = ahead
    return Character(UTF16.decode(UTF16.EncodedScalar([unit, trail])))
  }

  private static func takeUnit(_ rest: inout ArraySlice<UInt8>) -> UInt16 {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
  }
}
