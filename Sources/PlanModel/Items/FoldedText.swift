/// Tells text whose white space is folded already, as nearly all is: `foldingWhiteSpace` makes a new text of any other.
package enum FoldedText {
  /// Whether `foldingWhiteSpace` would leave the text as it is.
  package static func isFolded(_ text: ArraySlice<UInt8>) -> Bool {
    // Read eight bytes at a time and in place, as every word that is taken in comes by here.
    text.withUnsafeBytes { bytes in
      guard let last = bytes.last, bytes[0] != space, last != space else { return bytes.isEmpty }
      var index = 0
      while index + 10 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let next = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self))
        if mayNeedFolding(word, next), !isFolded(bytes, from: index, to: index + 10) { return false }
        index += 8
      }
      return isFolded(bytes, from: index, to: bytes.count)
    }
  }

  private static let space = UInt8(ascii: " ")
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// Whether there is a control character, the first byte of a wide space, or a space with another behind it.
  ///
  /// - Parameter next: the eight bytes that begin one byte later.
  private static func mayNeedFolding(_ word: UInt64, _ next: UInt64) -> Bool {
    let controls = ~((word & lows) &+ ones &* 0x60 | word) & ~lows
    // 0xC2, and 0xE0 to 0xE3.
    let leads = zeros(in: word ^ ones &* 0xC2) | zeros(in: word & (ones &* 0xFC) ^ ones &* 0xE0)
    return controls | leads | zeros(in: (word ^ ones &* 0x20) | (next ^ ones &* 0x20)) != 0
  }

  /// The highest bit of each byte that is zero.
  private static func zeros(in word: UInt64) -> UInt64 {
    ~((word & lows) &+ lows | word | lows)
  }

  private static func isFolded(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Bool {
    for index in start..<end {
      switch bytes[index] {
      case space where index > 0 && bytes[index - 1] == space, 0x09...0x0D: return false
      case 0x80...0xBF where index > 0:
        if WideSpace.ends(index > 1 ? bytes[index - 2] : space, bytes[index - 1], bytes[index]) { return false }
      default: break
      }
    }
    return true
  }
}

/// White space outside ASCII in UTF-8: White_Space of Unicode's PropList.txt.
private enum WideSpace {
  /// Whether such a character ends with `last`, behind the two bytes before it.
  static func ends(_ first: UInt8, _ second: UInt8, _ last: UInt8) -> Bool {
    switch (first, second, last) {
    case (_, 0xC2, 0x85), (_, 0xC2, 0xA0), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80), (0xE2, 0x81, 0x9F): true
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): true
    default: false
    }
  }
}
