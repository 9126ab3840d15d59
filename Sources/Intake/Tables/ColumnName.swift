/// A column's name in its header, as it is compared: lower case, words parted by single spaces.
enum ColumnName {
  /// `App_Version`, `appVersion`, `APP VERSION *` and `Custom field (App version)` are `app version`.
  static func normalised(_ name: ArraySlice<UInt8>) -> String {
    let name = withoutRemark(name.prefix(400).trimmed)
    var result: [UInt8] = []
    var previous: UInt8 = ASCII.space
    for byte in unwrapped(name) {
      if byte.isUpper, previous.isLower || previous.isDigit { result.append(ASCII.space) }
      result.append(isMark(byte) ? ASCII.space : byte)
      previous = byte
    }
    return WhiteSpace.folded(result[...]).string.lowercased()
  }

  /// Words that somebody chose to ask others with, not what a program calls a field.
  static func isQuestion(_ name: ArraySlice<UInt8>) -> Bool {
    let trimmed = name.trimmed
    if trimmed.last == ASCII.question || trimmed.suffix(3).elementsEqual("？".utf8) { return true }
    return trimmed.count(where: { $0 == ASCII.space }) >= 3
  }

  /// The name without what forms add for those who fill them in: `Name (optional)`, `E-Mail (freiwillig)`.
  static func withoutRemark(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = name.last, last == ASCII.closeParenthesis || last == ASCII.closeBracket else { return name }
    let open = last == ASCII.closeParenthesis ? ASCII.openParenthesis : ASCII.openBracket
    guard let start = name.lastIndex(of: open), start > name.startIndex else { return name }
    let remark = name[(start + 1)...].dropLast().trimmed.string.lowercased()
    return remarks.contains { remark.hasPrefix($0) } ? name[..<start].trimmed : name
  }

  private static let remarks = [
    "optional", "not required", "required", "if you like", "if you want", "voluntary", "freiwillig", "pflichtfeld",
    "facultatif", "facultative", "opcional", "facoltativo", "optioneel", "obligatoire", "obligatorio", "任意", "選填", "选填",
  ]

  private static func unwrapped(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard name.hasPrefix(ignoringCase: "custom field ("), name.last == ASCII.closeParenthesis else { return name }
    return name.dropFirst(14).dropLast()
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.underscore, ASCII.hyphen, ASCII.dot, ASCII.slash, ASCII.colon, ASCII.star, ASCII.openParenthesis,
      ASCII.closeParenthesis, ASCII.question, ASCII.exclamation, ASCII.hash, ASCII.quote, ASCII.openBracket,
      ASCII.closeBracket, ASCII.comma:
      true
    default: byte.isWhite
    }
  }
}
