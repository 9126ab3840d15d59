/// How a character may stand in a mail address.
enum Script {
  /// In none: white space, marks, punctuation.
  case none
  /// Digits and the low line, beside letters of any script.
  case common
  /// Letters of scripts that put spaces between words.
  case alphabetic
  /// Han, Kana, Hangul and their neighbours, where words stand without spaces.
  case ideographic

  /// The character that ends before `end`, with its start; a byte that is no character is one of no script.
  static func character(in bytes: [UInt8], before end: Int, from floor: Int) -> (start: Int, script: Script) {
    var start = end - 1
    while start > floor, end - start < 4, bytes[start] & 0xc0 == 0x80 { start -= 1 }
    guard UTF8Sequence.length(in: bytes[start..<end]) == end - start else { return (end - 1, .none) }
    return (start, of(bytes[start..<end]))
  }

  /// The character that begins at `start`, with its end.
  static func character(in bytes: [UInt8], at start: Int) -> (end: Int, script: Script) {
    let length = UTF8Sequence.length(in: bytes[start..<min(bytes.count, start + 4)])
    return length == 0 ? (start + 1, .none) : (start + length, of(bytes[start..<start + length]))
  }

  private static func of(_ bytes: ArraySlice<UInt8>) -> Script {
    let lead = bytes[bytes.startIndex]
    if lead < 0x80 { return lead.isLetter ? .alphabetic : lead.isDigit || lead == .underscore ? .common : .none }
    var scalar = UInt32(lead) & (bytes.count == 2 ? 0x1f : bytes.count == 3 ? 0x0f : 0x07)
    for byte in bytes.dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3f) }
    return of(scalar)
  }

  /// By blocks of Unicode: Latin-1 begins with marks, U+2000 to U+2E7F are punctuation and symbols, U+3000 to U+3004 and
  /// U+3008 to U+3020 are brackets of East Asia, U+E000 on are private or forms of width.
  private static func of(_ scalar: UInt32) -> Script {
    switch scalar {
    case ..<0xc0, 0xd7, 0xf7, 0x2000..<0x2c00, 0x2e00..<0x2e80, 0x3000..<0x3005, 0x3008..<0x3021, 0x30fb: .none
    case 0x2e80..<0xa4d0, 0xac00..<0xd800, 0xf900..<0xfb00, 0x20000..<0x32000: .ideographic
    case 0xe000..<0xf900, 0xfe00..<0xfe70, 0xfeff..<0x10000, 0x1f000..<0x20000, 0xe0000...: .none
    default: .alphabetic
    }
  }
}
