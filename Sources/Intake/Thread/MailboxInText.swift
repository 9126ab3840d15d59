/// An address in running text: `<dana@example.com>`, `[mailto:dana@example.com]`, `(dana@example.com)`.
struct MailboxInText {
  var address: String
  /// With the brackets around it.
  var range: Range<Int>

  /// The first word with an `@` between two of its letters.
  init?(_ text: ArraySlice<UInt8>) {
    guard let at = text.indices.first(where: { Self.isAt($0, in: text) }) else { return nil }
    var start = at
    while start > text.startIndex, Self.isAddress(text[start - 1]) { start -= 1 }
    var end = at + 1
    while end < text.endIndex, Self.isAddress(text[end]) { end += 1 }
    while end > at + 1, text[end - 1] == ASCII.dot { end -= 1 }
    address = text[start..<end].string
    while start > text.startIndex, Self.opens(text, before: start) { start -= 1 }
    while end < text.endIndex, Self.closes(text[end]) { end += 1 }
    range = start..<end
  }

  private static func isAt(_ index: Int, in text: ArraySlice<UInt8>) -> Bool {
    text[index] == ASCII.at && index > text.startIndex && index + 1 < text.endIndex && isAddress(text[index - 1])
      && text[index + 1].isWord
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    byte.isWord || byte == ASCII.dot || byte == ASCII.hyphen || byte == ASCII.underscore || byte == ASCII.plus
      || byte == ASCII.equals || byte == ASCII.apostrophe
  }

  /// Brackets, and the `mailto:` between them.
  private static func opens(_ text: ArraySlice<UInt8>, before index: Int) -> Bool {
    let byte = text[index - 1]
    if byte == ASCII.less || byte == ASCII.openBracket || byte == ASCII.openParenthesis || byte == ASCII.colon {
      return true
    }
    let lead = text[..<index].suffix(16)
    return byte.isLetter && (lead.contains(ASCII.openBracket) || lead.contains(ASCII.less))
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == ASCII.greater || byte == ASCII.closeBracket || byte == ASCII.closeParenthesis
  }
}
