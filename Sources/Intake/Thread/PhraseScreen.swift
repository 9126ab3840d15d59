/// Tells in one pass, without a copy, that none of many phrases can stand in a text: most texts hold none.
///
/// Of each phrase one run of bytes is looked for, four where a word of it has as many, whatever the case of its letters. What the
/// screen lets pass may still hold no phrase; what it keeps back holds none.
struct PhraseScreen {
  /// A bit for each hash of four bytes, and of three for phrases of short words.
  private var fours = [UInt64](repeating: 0, count: 1 << 10)
  private var threes = [UInt64](repeating: 0, count: 1 << 10)
  /// Whether a phrase has no word of three ASCII characters: every text in letters beyond Latin-1 passes then.
  private var hasForeign = false

  init(_ tables: PhraseTable...) {
    for phrase in tables.flatMap(\.phrases) {
      let words = phrase.split { $0 == ASCII.space || $0.isForeign }
      guard let word = words.max(by: { $0.count < $1.count }), word.count > 2 else {
        precondition(phrase.contains(where: Self.isForeign), "a phrase has nothing that it could be screened by")
        hasForeign = true
        continue
      }
      let slot = Self.slot(word[word.startIndex...].prefix(4))
      let bit: UInt64 = 1 << UInt64(slot & 63)
      if word.count > 3 { fours[slot >> 6] |= bit } else { threes[slot >> 6] |= bit }
    }
  }

  /// Whether one of the phrases may stand in `text`, in capitals or not, with any white space between its words.
  func mayHold(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      fours.withUnsafeBufferPointer { fours in
        threes.withUnsafeBufferPointer { threes in
          var window: UInt32 = 0
          for byte in bytes {
            if hasForeign && Self.isForeign(byte) { return true }
            window = window << 8 | UInt32(byte.lowered)
            let (four, three) = (Self.slot(window), Self.slot(window & 0xFF_FFFF))
            let hit = fours[four >> 6] >> UInt64(four & 63) | threes[three >> 6] >> UInt64(three & 63)
            if hit & 1 == 1 { return true }
          }
          return false
        }
      }
    }
  }

  /// Whether a byte begins a letter beyond Latin-1; dashes and curled quotation marks begin with E2.
  private static func isForeign(_ byte: UInt8) -> Bool { byte >= 0xC4 && byte != 0xE2 }

  private static func slot(_ bytes: ArraySlice<UInt8>) -> Int {
    slot(bytes.reduce(0) { $0 << 8 | UInt32($1) })
  }

  private static func slot(_ window: UInt32) -> Int { Int((window &* 0x9E37_79B1) >> 16) }
}
