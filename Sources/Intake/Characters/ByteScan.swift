/// Looks for bytes eight at a time: whole originals are looked through for what hardly ever stands in them.
///
/// Words are read from memory in place: checking the bounds of each byte would cost more than the look. They are within
/// the bytes that it is given.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first place of `byte`.
  static func firstIndex(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    let pattern = ones &* UInt64(byte)
    return first(in: bytes, from: bytes.startIndex) {
      zeros(in: $0 ^ pattern)
    } orByte: {
      $0 == byte
    }
  }

  /// The first place of any of three bytes from `start` on, or the end.
  static func firstIndex(
    of one: UInt8, _ two: UInt8, _ three: UInt8, in bytes: ArraySlice<UInt8>, from start: Int
  ) -> Int {
    let patterns = (ones &* UInt64(one), ones &* UInt64(two), ones &* UInt64(three))
    return first(in: bytes, from: start) {
      zeros(in: $0 ^ patterns.0) | zeros(in: $0 ^ patterns.1) | zeros(in: $0 ^ patterns.2)
    } orByte: {
      $0 == one || $0 == two || $0 == three
    } ?? bytes.endIndex
  }

  /// The first byte from `start` on that is part of a character outside ASCII, or the end.
  static func endOfASCII(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    first(in: bytes, from: start) {
      $0 & highs
    } orByte: {
      $0 >= 0x80
    } ?? bytes.endIndex
  }

  /// The first byte from `start` on that is outside ASCII or a control character other than tab and line feed, or the
  /// end: before it, text is as it should be.
  static func endOfPlain(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    first(in: bytes, from: start) { word in
      let controls = ~((word & ~highs) &+ (ones &* 0x60)) & highs
      let usual = zeros(in: word ^ ones &* 0x0A) | zeros(in: word ^ ones &* 0x09)
      return word & highs | controls & ~usual
    } orByte: {
      $0 >= 0x80 || $0 < 0x20 && $0 != ASCII.newline && $0 != ASCII.tab
    } ?? bytes.endIndex
  }

  /// All bytes, eight at a time, ASCII letters as small ones; the last word is filled up with zeros.
  @inline(__always)
  static func loweredWords(of bytes: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        body(lowered(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))))
        index += 8
      }
      guard index < bytes.count else { return }
      body(lowered(bytes[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }))
    }
  }

  /// The word with each capital letter of ASCII made a small one.
  private static func lowered(_ word: UInt64) -> UInt64 {
    let low = word & ~highs
    let isLetter = (low &+ ones &* (0x80 - 0x41)) ^ (low &+ ones &* (0x80 - 0x5B))
    return word | (isLetter & ~word & highs) >> 2
  }

  /// The highest bit of each byte that is zero.
  private static func zeros(in word: UInt64) -> UInt64 {
    ~((word & ~highs) &+ ~highs | word | ~highs)
  }

  /// The highest bit of each byte that is `byte` once only the bits of `mask` are looked at, and perhaps of bytes behind
  /// the first of them: enough for whoever looks for the first, at half the cost of `zeros`.
  @inline(__always)
  static func marks(of byte: UInt8, masked mask: UInt8 = 0xFF, in word: UInt64) -> UInt64 {
    let different = word & (ones &* UInt64(mask)) ^ (ones &* UInt64(byte))
    return (different &- ones) & ~different & highs
  }

  /// The first place from `start` on that is marked by the highest bit of its byte in what `marks` gives for a word.
  @inline(__always)
  static func first(
    in bytes: ArraySlice<UInt8>, from start: Int, marks: (UInt64) -> UInt64, orByte isMarked: (UInt8) -> Bool
  ) -> Int? {
    let base = bytes.startIndex
    return bytes.withUnsafeBytes { bytes in
      var index = start - base
      while index + 8 <= bytes.count {
        let found = marks(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        if found != 0 { return base + index + found.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count {
        if isMarked(bytes[index]) { return base + index }
        index += 1
      }
      return nil
    }
  }
}
