/// What stands between a name and a time above a message.
enum HeadingWords {
  /// Everybody, as meeting programs say it.
  private static let everybody: Set<String> = [
    "everyone", "everybody", "alle", "tous", "todos", "tutti", "iedereen",
  ]

  /// Words of the time that follows, and what a program calls itself.
  private static let ends: Set<String> = [
    "at", "um", "à", "às", "alle", "om", "kl", "today", "yesterday", "heute", "gestern", "aujourd'hui", "hier", "hoy",
    "ayer", "oggi", "ieri", "vandaag", "gisteren", "app", "bot", "—", "–", "-", "·", "•", "|", "on", "le", "am", "den",
  ]

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
  ]

  /// These are names of people as well, unless a comma stands behind them.
  private static let shortWeekdays: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so", "lun", "mar", "mer",
    "jeu",
    "ven", "sam", "dim",
  ]

  static func isWeekday(_ word: String) -> Bool {
    let word = word.lowercased()
    return weekdays.contains(word) || shortWeekdays.contains(word)
  }

  private static func isEnd(_ word: ArraySlice<UInt8>) -> Bool {
    if word.first == ASCII.at { return true }
    let text = word.string.lowercased()
    if text.hasSuffix(",") { return isWeekday(String(text.dropLast())) }
    return ends.contains(text) || weekdays.contains(text)
  }

  /// `text` without those words, without whom the message goes to, and without the account behind a name.
  static func cut(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var words = text.split(whereSeparator: \.isWhite)
    if words.count > 2, InternalNote.isMark(text[words[words.count - 2].startIndex...]) { words.removeLast(2) }
    if let to = words.firstIndex(where: { $0.elementsEqual("to".utf8) }), to > 0 {
      words.removeSubrange(to...)
    } else if words.count > 2, let last = words.last, everybody.contains(last.string.lowercased()) {
      words.removeLast(2)
    }
    while words.count > 1, let last = words.last, isEnd(last) { words.removeLast() }
    return text[text.startIndex..<(words.last?.endIndex ?? text.startIndex)]
  }

  /// Whether the "name" before a time is the month of its date: `December 31, 2023, 10:32`.
  static func isMonth(_ name: String, of time: CalendarReading) -> Bool {
    time.day != nil && time.month == nil && CalendarWords.months[name.lowercased()] != nil
  }
}
