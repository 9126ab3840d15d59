extension CommitMessage {
  /// A message file of more bytes is not read: git itself stores more, but no person writes it.
  package static let sizeLimit = 32 << 20

  /// Whether some line could be a comment or the scissors under any `core.commentChar` that is no letter or digit.
  ///
  /// Where none can, what git stores differs from the file by white space only, and its configuration need not be asked.
  package static func mayHoldComments(_ text: String) -> Bool {
    var isLineStart = true
    for byte in text.utf8 {
      if isLineStart, byte >= 0x21, byte != 0x7f, !isWordByte(byte) { return true }
      isLineStart = byte == UInt8(ascii: "\n")
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
