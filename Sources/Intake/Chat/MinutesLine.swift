/// Lines of minutes that no speaker says: what was decided and who does what, the topics, and the day.
enum MinutesLine {
  /// `Decision: …`, `TODO Mia: …`, `- **Beschluss:** …`: written by whoever keeps the minutes.
  static func isKeepers(_ line: ArraySlice<UInt8>) -> Bool {
    // Most lines have no label, and are not looked at again.
    guard line.prefix(60).contains(ASCII.colon) else { return false }
    let words = plain(line)
    guard let colon = words.prefix(40).firstIndex(of: ASCII.colon), colon + 1 < words.endIndex else { return false }
    let label = words[..<colon].trimmed
    let first = label.prefix { $0 != ASCII.space }
    return keepers.holds(ignoringCase: label)
      || keepers.holds(ignoringCase: first) && label.count > first.count
        && assignable.holds(ignoringCase: first)
  }

  /// `2. Permissions`: a number and a few words that end in no mark.
  static func isTopic(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.prefix(while: \.isDigit)
    guard 1...2 ~= digits.count, line.count <= 70, let last = line.last, last.isWord || last.isForeign else {
      return false
    }
    let rest = line[digits.endIndex...]
    guard let mark = rest.first, mark == ASCII.dot || mark == ASCII.closeParenthesis else { return false }
    return rest.dropFirst().first == ASCII.space && !rest.contains(ASCII.colon)
  }

  /// ISO 8601 of `Date: 6 November 2026` and `**Datum:** 5. November 2026, 10:00–11:00 Uhr`.
  static func date(_ line: ArraySlice<UInt8>) -> String? {
    let words = plain(line)
    guard words.count <= 80, let colon = words.prefix(20).firstIndex(of: ASCII.colon),
      days.holds(ignoringCase: words[..<colon].trimmed)
    else { return nil }
    let reading = CalendarScanner.reading(of: words[(colon + 1)...])
    guard reading.year != nil, reading.day != nil else { return nil }
    let iso = reading.iso()
    return iso.utf8.count >= 10 ? iso : nil
  }

  /// Without a bullet and emphasis.
  private static func plain(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bullet = ListMarker.layoutLength(of: line) ?? 0
    return line.dropFirst(bullet).filter { $0 != ASCII.star && $0 != ASCII.underscore }[...].trimmed
  }

  private static let keepers = PhraseTable(
    """
    decision|decisions|decided|agreed|resolution|action|actions|action item|action items|ai|todo|to do|todos|task|\
    tasks|next step|next steps|follow up|follow-up|result|outcome|beschluss|beschlüsse|beschlossen|entscheidung|\
    aufgabe|aufgaben|maßnahme|maßnahmen|nächster schritt|nächste schritte|ergebnis|décision|décisions|décidé|tâche|\
    à faire|decisión|decisiones|acuerdo|acuerdos|acción|acciones|tarea|tareas
    """)

  /// Those behind which whoever has to do it is named: `TODO Mia: …`.
  private static let assignable = PhraseTable(
    """
    action|ai|todo|task|follow-up|aufgabe|maßnahme|tâche|acción|tarea
    """)

  private static let days = PhraseTable(
    """
    date|datum|day|when|held on|wann|fecha|jour|data|date and time|datum und uhrzeit|date et heure|fecha y hora
    """)
}
