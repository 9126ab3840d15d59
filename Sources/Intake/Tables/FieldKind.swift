/// What a single field looks like, whatever its column is called.
enum FieldKind: Hashable, CaseIterable {
  /// A yes or no that a person may have given, and one that only programs write.
  case number, date, boolean, flag, address, url
  /// Letters and digits that only programs read: an identifier, a checksum.
  case token
  case text

  private static let booleans: Set<String> = [
    "yes", "no", "y", "n", "ja", "nein", "oui", "non", "sí", "si", "sim", "não", "nee",
    "はい", "いいえ", "是", "否",
  ]

  /// Judges a field without white space at its ends; nil for an empty one.
  init?(_ field: ArraySlice<UInt8>) {
    guard let first = field.first else { return nil }
    if Self.isNumber(field) {
      self = .number
    } else if field.hasPrefix(ignoringCase: "http://") || field.hasPrefix(ignoringCase: "https://") {
      self = field.contains(where: \.isWhite) ? .text : .url
    } else if field.count <= 5, ["true", "false", "t", "f"].contains(field.string.lowercased()) {
      self = .flag
    } else if field.count <= 6, Self.booleans.contains(field.string.lowercased()) {
      self = .boolean
    } else if field.count <= 40, first.isDigit || first.isLetter, Self.isDate(field) {
      self = .date
    } else if field.contains(where: \.isWhite) {
      self = .text
    } else if Self.isAddress(field) {
      self = .address
    } else {
      self = Self.isToken(field) ? .token : .text
    }
  }

  /// `4`, `-1.5`, `1.234,50`, `80 %`, `#12`.
  private static func isNumber(_ field: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var marks = 0
    for byte in field {
      switch byte {
      case 0x30...0x39: digits += 1
      case ASCII.dot, ASCII.comma, ASCII.percent, ASCII.plus, ASCII.hyphen, ASCII.hash, ASCII.space: marks += 1
      default: return false
      }
    }
    guard digits > 0, marks <= digits + 2 else { return false }
    if field.count <= 3 { return true }
    return !field.dropFirst().contains(ASCII.hyphen) && field.count { $0 == ASCII.dot } <= 1
  }

  private static func isDate(_ field: ArraySlice<UInt8>) -> Bool {
    let digits = field.count(where: \.isDigit)
    guard digits >= 3, !field.contains(ASCII.semicolon), !hasOtherWords(field) else { return false }
    let iso = CalendarScanner.reading(of: field).iso(.dayFirst).utf8
    return iso.count >= 10 || !iso.isEmpty && field.count <= 20
  }

  /// More words than the name of a day or a time zone that are in no calendar.
  private static func hasOtherWords(_ field: ArraySlice<UInt8>) -> Bool {
    var others = 0
    for word in field.split(whereSeparator: { !$0.isLetter && !$0.isForeign }) where word.count > 2 {
      let word = word.string.lowercased()
      if CalendarWords.months[word] == nil, CalendarWords.zones[word] == nil { others += 1 }
    }
    return others > 1
  }

  private static func isAddress(_ field: ArraySlice<UInt8>) -> Bool {
    guard let at = field.firstIndex(of: ASCII.at), at > field.startIndex else { return false }
    return field[at...].contains(ASCII.dot)
  }

  private static func isToken(_ field: ArraySlice<UInt8>) -> Bool {
    guard field.count >= 8, !field.contains(where: \.isForeign) else { return false }
    let isHexadecimal = field.allSatisfy { $0.hexadecimal != nil || $0 == ASCII.hyphen || $0 == ASCII.colon }
    return field.contains(where: \.isDigit) && (isHexadecimal || field.count >= 16)
  }
}
