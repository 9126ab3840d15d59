/// Lines about a meeting or a document, and not about its matter.
enum Formality {
  /// What may stand before the colon of such a line, wherever it is.
  private static let anywhere: Set<String> = [
    "attendees", "present", "participants", "apologies", "absent", "chair", "facilitator", "minute taker",
    "minutes taken by", "note taker", "notetaker", "scribe", "recorded by", "next meeting", "next call", "next session",
    "in attendance", "regrets", "minutes by", "date and time", "meeting date", "recording",
    "teilnehmer", "teilnehmerinnen", "teilnehmende", "anwesend", "anwesende", "abwesend", "entschuldigt", "protokoll",
    "protokollant", "protokollantin", "protokollführer", "protokollführung", "nächster termin", "nächstes treffen",
    "nächste sitzung", "verteiler", "sitzungsleitung", "moderation",
    "participants", "présents", "présentes", "absents", "excusés", "secrétaire", "prochaine réunion", "rédacteur",
    "asistentes", "ausentes", "secretario", "secretaria", "próxima reunión", "participantes", "presentes",
  ]
  /// What says so only at the top.
  private static let atTop: Set<String> = [
    "author", "authors", "status", "date", "version", "last updated", "updated", "created", "owner", "pm", "time",
    "place", "location", "where", "when", "duration", "reviewers", "approvers", "team", "department", "document owner",
    "autor", "autorin", "verfasser", "datum", "stand", "ort", "uhrzeit", "zeit", "dauer", "auteur", "lieu", "heure",
    "durée", "statut", "fecha", "lugar", "hora", "estado", "duración",
  ]

  /// Whether the lines of a document say that people met.
  static func isOfMeeting(_ lines: [Said]) -> Bool {
    lines.contains { line in label(of: line.text).map(anywhere.contains) ?? false }
  }

  static func isOne(_ text: String, isAtTop: Bool) -> Bool {
    if let label = label(of: text) { return anywhere.contains(label) || isAtTop && atTop.contains(label) }
    return text.utf8.count <= 80
      && (text.hasSuffix(" started transcription") || text.hasSuffix(" stopped transcription"))
  }

  /// What stands before the first colon, in lower case and without marks.
  static func label(of text: String) -> String? {
    guard let colon = text.utf8.prefix(48).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let words = text[..<colon].lowercased().filter { !"*_#-\u{a0}\u{202f}".contains($0) }
    return words.split(separator: " ").joined(separator: " ")
  }
}
