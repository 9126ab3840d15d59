/// A character that nobody sees and that changes what is seen or read: no text that a person writes needs it.
///
/// Bidirectional controls show text in another order than it has (CVE-2021-42574); tags are letters to a language model
/// and nothing to the eye; other controls are obeyed by terminals. Marks that languages need (joiners, U+200E, U+200F,
/// U+200B) are none of them.
package struct HiddenCharacter: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case control, order, tag, lineBreak, byteOrder
  }

  package var scalar: UInt32
  /// In bytes of UTF-8, from 0.
  package var offset: Int

  package init(scalar: UInt32, offset: Int) {
    self.scalar = scalar
    self.offset = offset
  }

  package var kind: Kind { Self.kind(scalar) ?? .control }

  /// The first one of each line.
  package static func firstOfLines(in bytes: [UInt8]) -> [HiddenCharacter] {
    var found: [HiddenCharacter] = []
    var line = 0
    var lineFound = -1
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte == 0x0a { line += 1 }
        if (0x20..<0x7f).contains(byte) || byte == 0x0a {
          at += 1
          continue
        }
        let (scalar, length) = decode(bytes, at)
        if lineFound != line, kind(scalar) != nil, !isInPlace(scalar, bytes, at) {
          found.append(HiddenCharacter(scalar: scalar, offset: at))
          lineFound = line
        }
        at += length
      }
    }
    return found
  }

  package static func first(in text: String) -> HiddenCharacter? { firstOfLines(in: Array(text.utf8)).first }

  // MARK: parts

  private static func kind(_ scalar: UInt32) -> Kind? {
    switch scalar {
    case 0x09, 0x0a, 0x0d: nil
    case 0..<0x20, 0x7f..<0xa0: .control
    case 0x2028, 0x2029: .lineBreak
    case 0x202a...0x202e, 0x2066...0x2069: .order
    case 0xfeff: .byteOrder
    case 0xe0000...0xe007f: .tag
    default: nil
    }
  }

  /// A mark of the byte order at the beginning, and the tags of a flag: U+1F3F4 and letters (UTS #51, ED-14a).
  private static func isInPlace(_ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    if scalar == 0xfeff { return at == 0 }
    guard kind(scalar) == .tag else { return false }
    var at = at
    // A flag has at most seven of them.
    for _ in 0..<8 where at >= 4 {
      at -= 4
      let before = decode(bytes, at).scalar
      if before == 0x1f3f4 { return true }
      if kind(before) != .tag { return false }
    }
    return false
  }

  /// The character that begins at a byte, and its bytes; of a byte that begins none, U+FFFD and 1.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc0, at + length <= bytes.count else { return (0xfffd, 1) }
    var scalar = first & (length == 4 ? 0x07 : length == 3 ? 0x0f : 0x1f)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[at + offset]) & 0x3f }
    return (scalar, length)
  }
}
