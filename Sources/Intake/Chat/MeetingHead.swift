/// The lines above a transcript that say when the meeting was.
enum MeetingHead {
  /// ISO 8601 of a line that is nothing but a date, with or without a time: `February 11, 2025, 9:03AM`; behind words that
  /// say so, whatever zone follows: `Started on November 4, 2026 at 9:58 PM America/New_York time`.
  static func date(_ line: ArraySlice<UInt8>) -> String? {
    if let label = labels.first(where: { line.startsIgnoringCase($0) }), line.count <= 120 {
      let rest = line.dropFirst(label.utf8.count)
      guard let next = rest.first, next == ASCII.space || next == ASCII.colon else { return nil }
      let reading = CalendarScanner.reading(of: rest)
      let iso = reading.iso()
      return reading.year != nil && iso.utf8.count >= 10 ? iso : nil
    }
    guard line.count <= 60, line.contains(where: \.isDigit) else { return nil }
    let reading = CalendarScanner.reading(of: line)
    guard reading.year != nil, reading.day != nil || !reading.ambiguous.isEmpty else { return nil }
    var words = 0
    for word in line.split(whereSeparator: { !$0.isLetter && !$0.isForeign }) where word.count > 2 {
      let word = word.string.lowercased()
      if CalendarWords.months[word] == nil, CalendarWords.zones[word] == nil { words += 1 }
    }
    let iso = reading.iso()
    // The day of the week is no other word.
    return words <= 1 && iso.utf8.count >= 10 ? iso : nil
  }

  /// The longer ones first.
  private static let labels = [
    "Conversation started on", "Conversation started", "Chat started on", "Chat started", "Call started on",
    "Call started",
    "Started on", "Started at", "Started", "Gestartet am", "Chat gestartet am", "Chat gestartet", "Beginn",
    "Discussion commencée le", "Début", "Iniciado el", "Inicio",
  ]

  /// `47m 12s`, `1h 2m`, `00:47:12`.
  static func isDuration(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 24, line.first?.isDigit ?? false else { return false }
    let isClock = line.allSatisfy { $0.isDigit || $0 == ASCII.colon || $0 == ASCII.dot }
    if isClock { return line.contains(ASCII.colon) }
    return line.split(separator: ASCII.space).allSatisfy { word in
      let unit = word.drop(while: \.isDigit).string.lowercased()
      return [
        "", "h", "m", "s", "hr", "hrs", "min", "mins", "minutes", "sec", "secs", "seconds", "hours", "std", "sek",
      ].contains(unit)
    }
  }
}
