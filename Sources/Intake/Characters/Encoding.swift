/// Whether text of no declared encoding is what people write: UTF-8, or windows-1252 as older programs save it.
enum Encoding {
  /// The first byte that is neither: text that was damaged, or is in another encoding, would come in as words that nobody
  /// said.
  static func firstImplausible(in bytes: [UInt8]) -> Int? {
    if UTF16Order(bytes[...]) != nil { return nil }
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index = ByteScan.endOfASCII(in: bytes[...], from: index)
      } else if let length = UTF8Sequence.length(at: index, in: bytes[...]) {
        index += length
      } else {
        guard isPlausible(at: index, in: bytes) else { return index }
        index += 1
      }
    }
    return nil
  }

  /// A letter or mark of windows-1252 in a place where Western European text has it.
  private static func isPlausible(at index: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    // Euro, ellipsis, quotes, bullet, dashes, trade mark; then no-break space to inverted question mark.
    case 0x80, 0x85, 0x91...0x97, 0x99, 0xA0...0xBF: true
    // Š, Œ, Ž, Ÿ and their small forms.
    case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: true
    // Multiplication and division signs, and letters of Icelandic that are far more often damage elsewhere.
    case 0xD0, 0xD7, 0xDE, 0xF0, 0xF7, 0xFE, 0xFF: false
    // A capital begins a word or stands among capitals.
    case 0xC0...0xDE: isLetter(at: index + 1, in: bytes) || isCapital(at: index - 1, in: bytes)
    case 0xDF...0xFD: true
    default: false
    }
  }

  private static func isLetter(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes.indices.contains(index)
      && (bytes[index] >= 0xC0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[index] | 0x20)
  }

  private static func isCapital(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes.indices.contains(index)
      && (UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[index] || 0xC0...0xDD ~= bytes[index])
  }
}
