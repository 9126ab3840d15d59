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
