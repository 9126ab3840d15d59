/// What a chat program writes itself.
enum ChatNotice {
  private static let beginnings = [
    "=== ", "*** ", "-!- ", "--> ", "-->\t", "<-- ", "<--\t", "--\t", "--- Log ", "--- Day ", "**** BEGIN ",
    "**** ENDING ",
  ].map { Array($0.utf8) }

  /// Phones put these words in the place of a file, a message or a call.
  private static let placeholders: Set<String> = [
    "This message was deleted", "You deleted this message", "Missed voice call", "Missed video call", "null",
    "Diese Nachricht wurde gelöscht", "Se eliminó este mensaje", "Ce message a été supprimé", "Mensagem apagada",
    "Questo messaggio è stato eliminato", "Dit bericht is verwijderd",
  ]

  private static let attached = [
    "(file attached)", "(Datei angehängt)", "(archivo adjunto)", "(fichier joint)", "(arquivo anexado)",
    "(file allegato)", "(bestand bijgevoegd)",
  ].map { Array($0.utf8) }

  /// Lines of somebody who joins or leaves, and of the program's own log.
  static func isNotice(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first,
      first == ASCII.equals || first == ASCII.star || first == ASCII.hyphen
        || first == ASCII.less
    else { return false }
    return beginnings.contains { line.starts(with: $0) }
  }

  /// What meeting programs note among what is said, behind a name or alone.
  private static let events = [
    " started transcription", " stopped transcription", " started recording", " stopped recording",
    " started the transcription", " stopped the transcription", " started the recording", " stopped the recording",
    " joined the meeting", " left the meeting", " joined the call", " left the call", " joined the conversation",
    " left the conversation", " entered the meeting", " is sharing their screen", " stopped sharing their screen",
    "transcription started", "transcription stopped", "recording started", "recording stopped",
    "recording in progress", "this meeting is being recorded", "this call is being recorded", "meeting ended",
    "meeting started", " hat die transkription gestartet", " hat die transkription beendet",
    " hat die aufzeichnung gestartet", " hat die aufzeichnung beendet", " hat die aufnahme gestartet",
    " hat die aufnahme beendet", " ist der besprechung beigetreten", " hat die besprechung verlassen",
    "aufzeichnung gestartet", "aufzeichnung beendet", " a démarré la transcription", " a arrêté la transcription",
    " a démarré l'enregistrement", " a arrêté l'enregistrement", " a rejoint la réunion", " a quitté la réunion",
    " inició la transcripción", " detuvo la transcripción", " inició la grabación", " detuvo la grabación",
  ].map { Array($0.utf8) }

  /// "Priya Nair stopped transcription" on a line of its own, with or without a stop.
  static func isEvent(_ line: ArraySlice<UInt8>) -> Bool {
    var words = line.trimmed
    while words.last == ASCII.dot { words.removeLast() }
    guard 12...100 ~= words.count, let last = words.last?.lowered, "dngetnr".utf8.contains(last) || last >= 0x80 else {
      return false
    }
    guard
      let event = events.first(where: { event in
        event.count <= words.count && zip(words.suffix(event.count), event).allSatisfy { $0.lowered == $1 }
      })
    else { return false }
    let name = words.dropLast(event.count)
    if event.first != ASCII.space { return name.isEmpty }
    return SpeakerName.plain(name).map(SpeakerName.isNameLike) ?? false
  }

  /// What programs write below what they export: when that was, and that a machine wrote it down.
  static func isFooter(_ line: ArraySlice<UInt8>) -> Bool {
    guard 20...160 ~= line.count, let first = line.first?.lowered, "etp".utf8.contains(first) else { return false }
    guard let footer = footers.first(where: { line.startsIgnoringCase($0) }) else { return false }
    return !footer.hasSuffix(" ") || line.contains(where: \.isDigit) || line.contains(ASCII.slash)
  }

  /// Behind those that end with a space stands a day, a time or an address.
  private static let footers = [
    "Exported from ", "Exported by ", "Exported on ", "Transcription ended after ", "Transcribed by ",
    "This editable transcript was computer generated", "This transcript was computer generated",
    "This transcript was generated automatically", "People can also change the text after it was created",
  ]

  /// Marks that phones put behind words which were changed later.
  private static let edits = [
    "<This message was edited>", "<Diese Nachricht wurde bearbeitet>", "<Diese Nachricht wurde bearbeitet.>",
    "<Se editó este mensaje>", "<Se editó este mensaje.>", "<Ce message a été modifié>", "<Mensagem editada>",
    "<Questo messaggio è stato modificato>", "<Dit bericht is bewerkt>", "(edited)", "(bearbeitet)",
  ].map { Array($0.utf8) }

  /// Where such a mark begins at the end of `words`; nil where none stands.
  static func editMark(in words: ArraySlice<UInt8>) -> Int? {
    guard let last = words.last, last == ASCII.greater || last == ASCII.closeParenthesis else { return nil }
    guard let mark = edits.first(where: { words.suffix($0.count).elementsEqual($0) }) else { return nil }
    return words.endIndex - mark.count
  }

  /// The name that a notice says a group has: `Carlos created group "Pilot"`; nil for other notices.
  static func groupName(in notice: ArraySlice<UInt8>) -> String? {
    guard notice.count <= 300 else { return nil }
    let lower = LowerCase.of(notice)[...]
    guard groups.isFound(in: lower) else { return nil }
    let words = notice.string
    for (open, close) in [("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("'", "'")] {
      guard let end = words.lastIndex(of: Character(close)),
        let start = words[..<end].lastIndex(of: Character(open))
      else { continue }
      let name = words[words.index(after: start)..<end]
      if !name.isEmpty { return String(name) }
    }
    return nil
  }

  private static let groups = PhraseTable(
    """
    created group|created this group|changed the subject|changed the group name|changed the name of the group|\
    hat die gruppe|hat den betreff|den gruppennamen|a créé le groupe|a changé le nom|creó el grupo|cambió el nombre|\
    criou o grupo|mudou o nome|ha creato il gruppo|heeft de groep
    """)

  /// `<Media omitted>` in any language, words behind a mark of direction as iPhones put before their own, and files.
  static func isPlaceholder(_ words: ArraySlice<UInt8>, before: ArraySlice<UInt8>) -> Bool {
    if before.count >= DirectionMark.length,
      DirectionMark.stands(at: before.endIndex - DirectionMark.length, in: before)
    {
      return true
    }
    guard words.count <= 120, let first = words.first, let last = words.last else { return false }
    if first == ASCII.less, last == ASCII.greater {
      return words.contains(ASCII.space) && !words.contains { $0 == ASCII.equals || $0 == ASCII.slash }
    }
    if last == ASCII.closeParenthesis { return attached.contains { words.suffix($0.count).elementsEqual($0) } }
    return words.count <= 40 && placeholders.contains((last == ASCII.dot ? words.dropLast() : words).string)
  }
}
