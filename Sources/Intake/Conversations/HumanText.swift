/// Tells what people write from what programs put beside it: identifiers, addresses, dates, states.
enum HumanText {
  /// Whether a value is more than a name or a state: words with spaces between them, or text of a script without them.
  static func isProse(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...].trimmed
    guard let first = bytes.first, !isAddress(bytes), !isDate(bytes) else { return false }
    // JSON or XML in a string.
    if first == ASCII.openBrace || first == ASCII.openBracket && bytes.last == ASCII.closeBracket { return false }
    let letters = bytes.count { $0.isLetter || $0.isForeign }
    guard letters * 2 > bytes.count else { return false }
    let foreign = bytes.count(where: \.isForeign)
    let words = 1 + bytes.count(where: \.isWhite)
    // Encoded data has line ends too.
    guard words > 1, foreign > 0 || bytes.count < words * 30 else { return foreign >= 12 }
    return true
  }

  /// Prose of four words or more, with a mark at its end, or in a script without spaces.
  static func isSentence(_ text: String) -> Bool {
    guard isProse(text) else { return false }
    let bytes = Array(text.utf8)[...].trimmed
    let words = 1 + bytes.count(where: \.isWhite)
    if words >= 4 || bytes.last == ASCII.dot || bytes.last == ASCII.question || bytes.last == ASCII.exclamation {
      return true
    }
    return bytes.count(where: \.isForeign) * 2 > bytes.count && bytes.count >= 12
  }

  /// One address of the web or of mail, and nothing else.
  static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.contains(where: { $0.isWhite }) { return false }
    return bytes.contains(ASCII.at) || bytes.prefix(12).contains(ASCII.colon) && bytes.contains(ASCII.slash)
      || bytes.first == ASCII.slash
  }

  /// A date or time of any kind, with nothing but its own words and digits.
  static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 40 && bytes.count(where: \.isDigit) >= 4 && bytes.count(where: \.isLetter) <= 8
  }
}
