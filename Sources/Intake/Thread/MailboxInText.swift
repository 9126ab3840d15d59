/// An address in running text: `<dana@example.com>`, `[mailto:dana@example.com]`, `(dana@example.com)`.
struct MailboxInText {
  var address: String
  /// With the brackets around it.
  var range: Range<Int>

  /// The first word with an `@` between two of its letters, else an address as list archives hide it.
  init?(_ text: ArraySlice<UInt8>) {
    guard let found = Self.written(in: text) ?? Self.hidden(in: text) else { return nil }
    self = found
  }

  private init(address: String, range: Range<Int>) {
    self.address = address
    self.range = range
  }

  private static func written(in text: ArraySlice<UInt8>) -> MailboxInText? {
    guard let at = text.indices.first(where: { isAt($0, in: text) }) else { return nil }
    var start = at
    while start > text.startIndex, isAddress(text[start - 1]) { start -= 1 }
    var end = at + 1
    while end < text.endIndex, isAddress(text[end]) { end += 1 }
    while end > at + 1, text[end - 1] == ASCII.dot { end -= 1 }
    let address = text[start..<end].string
    while start > text.startIndex, opens(text, before: start) { start -= 1 }
    while end < text.endIndex, closes(text[end]) { end += 1 }
    return MailboxInText(address: address, range: start..<end)
  }

  /// `<dana at example.com>`: two words with " at " between them, the second a domain.
  private static func hidden(in text: ArraySlice<UInt8>) -> MailboxInText? {
    let words = text.split(separator: ASCII.space)
    for (place, word) in words.enumerated() where word.elementsEqual("at".utf8) {
      guard place > 0, place + 1 < words.count else { continue }
      let name = words[place - 1].drop { $0 == ASCII.less || $0 == ASCII.openParenthesis }
      let domain = words[place + 1].prefix { $0.isWord || $0 == ASCII.dot || $0 == ASCII.hyphen }
      guard let dot = domain.lastIndex(of: ASCII.dot), domain.first?.isLetter ?? false,
        dot + 2 < domain.endIndex, domain[(dot + 1)...].allSatisfy(\.isLetter), name.allSatisfy(isAddress)
      else { continue }
      let end = text[domain.endIndex...].prefix(while: closes).endIndex
      let address = name.string + "@" + domain.string
      return MailboxInText(address: address, range: words[place - 1].startIndex..<end)
    }
    return nil
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
