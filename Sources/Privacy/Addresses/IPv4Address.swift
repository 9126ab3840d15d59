/// An address of version 4: four decimal numbers with dots between them (RFC 3986, section 3.2.2).
///
/// A version looks alike. It is taken for one behind `v`, behind the words `version`, `release`, `build` and their kind,
/// behind the name of a product (`Chrome/120.0.0.0`), and where a fifth part or `-beta` follows.
struct IPv4Address {
  let range: Range<Int>
  /// In network order.
  let value: UInt32

  /// The address whose first digit is at `index`; nil when none is.
  init?(in bytes: [UInt8], at index: Int) {
    guard let (value, end) = Self.parse(bytes, at: index) else { return nil }
    let before = bytes.byte(index - 1)
    if before.isWord || (before == .dot || before == .dash) && bytes.byte(index - 2).isWord { return nil }
    let next = bytes.byte(end)
    if next.isWord || (next == .dot || next == .dash || next == .plus) && bytes.byte(end + 1).isWord { return nil }
    if Self.isVersion(bytes, at: index) { return nil }
    range = index..<end
    self.value = value
  }

  /// The four numbers, with where they end.
  static func parse(_ bytes: [UInt8], at index: Int) -> (value: UInt32, end: Int)? {
    // `192.` at the least: most numbers of a text have no dot behind.
    guard bytes.byte(index + 1) == .dot || bytes.byte(index + 2) == .dot || bytes.byte(index + 3) == .dot else {
      return nil
    }
    var value: UInt32 = 0
    var place = index
    for part in 0..<4 {
      if part > 0 {
        guard bytes.byte(place) == .dot else { return nil }
        place += 1
      }
      let end = bytes.end(from: place, limit: 4) { $0.isDigit }
      guard (1...3).contains(end - place), end - place == 1 || bytes[place] != .zero else { return nil }
      let number = bytes[place..<end].reduce(0) { $0 * 10 + $1.digitValue }
      guard number <= 255 else { return nil }
      value = value << 8 | UInt32(number)
      place = end
    }
    return (value, place)
  }

  /// Whether it can tell who somebody is: not the host itself, many hosts at once, a mask, or an example of documents
  /// (RFC 6890, RFC 5737).
  var isPersonal: Bool { Self.isPersonal(value) }

  static func isPersonal(_ value: UInt32) -> Bool {
    switch value >> 24 {
    case 0, 127, 224...: return false
    default: return ![0xc0_0002, 0xc6_3364, 0xcb_0071].contains(value >> 8)
    }
  }

  private static let versionWords: [StaticString] = [
    "version", "ver", "ver.", "release", "build", "firmware", "upgrade", "update", "versions", "sdk", "driver",
    "kernel",
  ]

  private static func isVersion(_ bytes: [UInt8], at index: Int) -> Bool {
    var end = index
    while end > index - 3, [.space, .colon, .equals, .quote].contains(bytes.byte(end - 1)) { end -= 1 }
    if end < index {
      return versionWords.contains { word in
        bytes.holdsFolded(word, at: end - word.utf8CodeUnitCount)
          && !bytes.byte(end - word.utf8CodeUnitCount - 1).isWord
      }
    }
    // `Chrome/120.0.0.0`, but `/10.0.0.1`, `http://10.0.0.1` and `host.example/10.0.0.1`.
    guard bytes.byte(index - 1) == .slash else { return false }
    var start = index - 1
    while start > index - 24, bytes.byte(start - 1).isLetter { start -= 1 }
    let before = bytes.byte(start - 1)
    return start < index - 1 && !before.isWord && before != .dot && before != .dash && before != .slash
  }
}
