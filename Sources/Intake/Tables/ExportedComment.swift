/// A comment as Jira exports it in a field: `01/Jan/24 10:00;user;text`.
struct ExportedComment {
  let voice: Voice
  let words: ArraySlice<UInt8>

  /// Nil for a field that holds nothing but a comment's text.
  init?(_ field: ArraySlice<UInt8>, dayOrder: CalendarReading.DayOrder?) {
    let time = field.prefix(40).prefix { $0 != ASCII.semicolon && $0 != ASCII.newline }
    let user = field[time.endIndex...].dropFirst().prefix(200).prefix { $0 != ASCII.semicolon && $0 != ASCII.newline }
    guard user.endIndex < field.endIndex, field[user.endIndex] == ASCII.semicolon, time.contains(where: \.isDigit)
    else {
      return nil
    }
    let iso = CalendarScanner.reading(of: time).iso(dayOrder)
    guard iso.utf8.count >= 10 else { return nil }
    voice = Voice(name: WhiteSpace.folded(user).string, time: iso)
    words = field[(user.endIndex + 1)...].trimmed
  }
}

/// Who answers in a column of replies.
enum ReplyAuthor {
  private static let authors: [String] = ["developer", "vendor", "company", "owner", "business", "merchant", "seller"]

  /// What the column's name calls them, or "developer".
  static func name(_ column: [UInt8]) -> String {
    let words = ColumnName.normalised(column[...]).split(separator: " ")
    return authors.first { author in words.contains { $0 == author } } ?? "developer"
  }
}
