/// What stands between a name and a time above a message.
enum HeadingWords {
  /// Everybody, as meeting programs say it.
  private static let everybody: Set<String> = [
    "everyone", "everybody", "alle", "tous", "todos", "tutti", "iedereen",
  ]

  /// Words of the time that follows, and what a program calls itself.
  private static let ends: Set<String> = [
    "at", "um", "à", "às", "alle", "om", "kl", "today", "yesterday", "heute", "gestern", "aujourd'hui", "hier", "hoy",
    "ayer", "oggi", "ieri", "vandaag", "gisteren", "app", "bot", "—", "–", "-", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]

  /// `text` without those words, without whom the message goes to, and without the account behind a name.
  static func cut(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var words = text.split(separator: ASCII.space)
    if let to = words.firstIndex(where: { $0.elementsEqual("to".utf8) }), to > 0 {
      words.removeSubrange(to...)
    } else if words.count > 2, let last = words.last, everybody.contains(last.string.lowercased()) {
      words.removeLast(2)
    }
    while words.count > 1, let last = words.last, ends.contains(last.string.lowercased()) || last.first == ASCII.at {
      words.removeLast()
    }
    return text[text.startIndex..<(words.last?.endIndex ?? text.startIndex)]
  }

  /// Whether the "name" before a time is the month of its date: `December 31, 2023, 10:32`.
  static func isMonth(_ name: String, of time: CalendarReading) -> Bool {
    time.day != nil && time.month == nil && CalendarWords.months[name.lowercased()] != nil
  }
}
