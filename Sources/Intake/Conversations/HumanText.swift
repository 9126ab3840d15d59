/// Tells what people write from what programs put beside it: identifiers, addresses, dates, states.
enum HumanText {
  /// Whether a value is more than a name or a state: words with spaces between them, or text of a script without them.
  static func isProse(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...].trimmed
    guard !bytes.isEmpty, !isAddress(bytes), !isDate(bytes) else { return false }
    let letters = bytes.count { $0.isLetter || $0.isForeign }
    guard letters * 2 > bytes.count else { return false }
    if bytes.contains(where: { $0.isWhite }) { return true }
    return bytes.count(where: \.isForeign) >= 12
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
