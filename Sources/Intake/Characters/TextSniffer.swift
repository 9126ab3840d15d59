/// Tells text from everything else.
enum TextSniffer {
  /// How much is looked at for control characters, in bytes.
  private static let sample = 64 * 1024

  /// The offset of a byte that shows this to be no text, or nil: a NUL anywhere, or the first control character where
  /// more than one byte in twenty is one.
  static func firstForeignByte(in bytes: [UInt8]) -> Int? {
    if UTF16Order(bytes[...]) != nil { return nil }
    if let zero = ByteScan.firstIndex(of: 0, in: bytes[...]) { return zero }
    let head = bytes.prefix(sample)
    guard let first = head.firstIndex(where: isControl) else { return nil }
    return head.count(where: isControl) * 20 > head.count ? first : nil
  }

  /// Control characters that text files do not use; ESC stays, as logs are coloured with it.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !byte.isWhite && byte != ASCII.escape || byte == 0x7F
  }
}
