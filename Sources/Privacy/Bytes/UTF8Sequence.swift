/// One character's bytes in UTF-8 (RFC 3629, section 4).
enum UTF8Sequence {
  /// How many bytes of `bytes` are its first character; 0 when they are none.
  static func length(in bytes: ArraySlice<UInt8>) -> Int {
    let start = bytes.startIndex
    guard let lead = bytes.first else { return 0 }
    let length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    guard length > 1 else { return length }
    guard bytes.count >= length else { return 0 }
    for index in start + 1..<start + length where bytes[index] & 0xc0 != 0x80 { return 0 }
    let second = bytes[start + 1]
    let isForbidden =
      (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90)
      || (lead == 0xf4 && second > 0x8f)
    return isForbidden ? 0 : length
  }
}
