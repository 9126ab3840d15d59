/// A value that is given to a name that means a secret: `password = …`, `"api_key": "…"`, `Authorization: Bearer …`.
/// The match is the value.
///
/// The value has to look like one that a machine made, or a careful person: see `isSecret`.
enum Assignment {
  private static let keyLimit = 64
  private static let valueLimit = 1024

  /// The value that is given by the `=` or `:` at `index` to a name that begins at `floor` or behind.
  static func value(in bytes: [UInt8], at index: Int, from floor: Int) -> Range<Int>? {
    guard let key = SecretName.before(index, in: bytes, from: floor) else { return nil }
    var start = index + 1
    // `:=`, `=>`, `==`
    if bytes.byte(start) == .equals || bytes.byte(start) == UInt8(ascii: ">") { start += 1 }
    // `**Password:** …`
    if bytes.byte(start) == UInt8(ascii: "*"), bytes.byte(start + 1) == UInt8(ascii: "*") { start += 2 }
    start = skippingBlanks(bytes, start)
    if key == .authorization { start = skippingScheme(bytes, start) }
    let quote = closingQuote(for: bytes.byte(start))
    if quote != nil { start += 1 }
    let end = end(of: start, in: bytes, quote: quote)
    guard start >= floor, isSecret(bytes[start..<end], isQuoted: quote != nil) else { return nil }
    return start..<end
  }

  private static func skippingBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes.end(from: start, limit: 4) { $0.isBlank }
  }

  /// `Bearer abc`, `Basic abc`, `token abc`; RFC 9110, section 11.4.
  private static func skippingScheme(_ bytes: [UInt8], _ start: Int) -> Int {
    let quoted = closingQuote(for: bytes.byte(start)) == nil ? start : start + 1
    for scheme: StaticString in ["bearer ", "basic ", "token ", "apikey "] where bytes.holdsFolded(scheme, at: quoted) {
      return skippingBlanks(bytes, quoted + scheme.utf8CodeUnitCount)
    }
    return start
  }

  private static func closingQuote(for byte: UInt8) -> UInt8? {
    [.quote, UInt8(ascii: "'"), UInt8(ascii: "`")].contains(byte) ? byte : nil
  }

  private static func end(of start: Int, in bytes: [UInt8], quote: UInt8?) -> Int {
    if let quote { return bytes.end(from: start, limit: valueLimit) { $0 != quote && $0 != .newline } }
    let end = bytes.end(from: start, limit: valueLimit) { byte in
      switch byte {
      case 0...(.space), 0x7f, .quote, UInt8(ascii: "'"), UInt8(ascii: "`"), .comma, .semicolon, .closeSquare,
        UInt8(ascii: "}"), .closeRound, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
        return false
      default: return true
      }
    }
    let value = bytes[start..<(parameterEnd(in: bytes, start..<end) ?? end)]
    // Marks at the end are the sentence's.
    return value.lastIndex { $0 != .dot && $0 != .colon && $0 != UInt8(ascii: "?") }.map { $0 + 1 } ?? start
  }

  /// `a=1&b=2`: where the next name of a query begins.
  private static func parameterEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let sign = bytes[range].firstIndex(of: UInt8(ascii: "&")) else { return nil }
    let name = bytes.end(from: sign + 1, limit: range.upperBound - sign - 1) { $0.isWord || $0 == .dash }
    return name > sign + 1 && bytes.byte(name) == .equals ? sign : nil
  }

  /// Whether `value` is one that tells nothing but itself: eight bytes or more, of several kinds, not the same few over
  /// and over; no placeholder, no path, no URL, no name of a variable, no words with dashes between them.
  static func isSecret(_ value: ArraySlice<UInt8>, isQuoted: Bool) -> Bool {
    guard value.count >= 8, value.count < valueLimit, !value.contains(.space), !Placeholder.isLikely(value),
      !isReference(value, isQuoted: isQuoted), !isWords(value)
    else { return false }
    let hasDigit = value.contains { $0.isDigit }
    let hasLower = value.contains { $0.isLower }
    let hasUpper = value.contains { $0.isUpper }
    let hasMark = value.contains { "!@#$%^&*?+~§€".utf8.contains($0) }
    guard Entropy.bits(of: value) >= 2.5 else { return false }
    return hasDigit ? hasLower || hasUpper : hasLower && hasUpper && hasMark
  }

  /// What leads to a value elsewhere: a call, a path, a URL, a chain of names.
  private static func isReference(_ value: ArraySlice<UInt8>, isQuoted: Bool) -> Bool {
    if "/~.@".utf8.contains(value[value.startIndex]) || value.contains(.openRound) || value.contains(.openSquare) {
      return true
    }
    if value.firstRange(of: "://".utf8) != nil || value.firstRange(of: "->".utf8) != nil { return true }
    guard !isQuoted, value.contains(.dot) || value.contains(.underscore) else { return false }
    return value.split(separator: .dot).allSatisfy { part in
      part.first.map { $0.isLetter || $0 == .underscore } == true && part.allSatisfy { $0.isWord } && isName(part)
    }
  }

  /// Whether the digits of `part` stand at the ends of its words, as in `oauth2_token`.
  private static func isName(_ part: ArraySlice<UInt8>) -> Bool {
    part.split(separator: .underscore).allSatisfy { word in
      let digits = word.reversed().prefix { $0.isDigit }.count
      return digits <= 2 && !word.dropLast(digits).contains { $0.isDigit }
    }
  }

  /// Words and numbers with dashes between them: `at-least-8-characters`.
  private static func isWords(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split { $0 == .dash || $0 == .underscore }
    return parts.count > 2
      && parts.allSatisfy { part in part.allSatisfy { $0.isLower } || part.allSatisfy { $0.isDigit } && part.count < 4 }
  }
}
