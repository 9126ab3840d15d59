/// Tells names of speakers from the labels, times and sentences that stand before a colon as well.
enum SpeakerName {
  /// `text` without emphasis and separators when it can be a name: at most six words, no sentence, no label.
  static func plain(_ text: ArraySlice<UInt8>) -> String? {
    var slice = DirectionMark.trimmed(text)
    while let first = slice.first, isMark(first) { slice.removeFirst() }
    while let last = slice.last, isMark(last) { slice.removeLast() }
    slice = DirectionMark.trimmed(slice)
    guard !slice.isEmpty, slice.count <= 60, let first = slice.first,
      first.isWord || first == ASCII.at || first == ASCII.plus
    else {
      return nil
    }
    guard !slice.contains(where: standsInNoName), words(in: slice) <= 6, !isLabel(slice) else { return nil }
    return WhiteSpace.isFolded(slice) ? slice.string : WhiteSpace.folded(slice).string
  }

  /// Emphasis and what separates a name from what stands around it.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.star, ASCII.underscore, ASCII.hyphen, ASCII.space, ASCII.tab, ASCII.pipe, ASCII.backslash, ASCII.comma,
      ASCII.tilde:
      true
    default: false
    }
  }

  private static func standsInNoName(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.question, ASCII.exclamation, ASCII.semicolon, ASCII.quote, ASCII.less, ASCII.greater, ASCII.equals,
      ASCII.slash, ASCII.backtick, 0x7B, 0x7D:
      true
    default: false
    }
  }

  private static func words(in text: ArraySlice<UInt8>) -> Int {
    var (count, isBehindSpace) = (0, true)
    for byte in text {
      if isBehindSpace && byte != ASCII.space { count += 1 }
      isBehindSpace = byte == ASCII.space
    }
    return count
  }

  /// Whether these words stand before colons that no speaker is before.
  private static func isLabel(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.prefix { $0 != ASCII.space }
    return levels.holds(ignoringCase: word) || labels.holds(ignoringCase: text) || duties.holds(ignoringCase: word)
  }

  /// The name before a time that heads a message, without what programs put between the two: `Dana Ng — Today at`,
  /// `Dana Ng to Everyone`, `Dana Ng @dana`, `[Dana Ng]`, `Dana Ng:smile:`.
  static func heading(_ text: ArraySlice<UInt8>) -> String? {
    var slice = text.trimmed
    if slice.first == ASCII.openBracket, slice.last == ASCII.closeBracket { slice = slice.dropFirst().dropLast() }
    if slice.last == ASCII.colon, let emoji = slice.dropLast().lastIndex(of: ASCII.colon),
      slice[emoji...].dropFirst().dropLast().allSatisfy({ $0.isLetter || $0 == ASCII.underscore })
    {
      slice = slice[..<emoji]
    } else if slice.last == ASCII.colon {
      slice.removeLast()
    }
    return plain(HeadingWords.cut(slice))
  }

  /// Whether a name looks like one: each word with a capital, or a single word.
  static func isNameLike(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count == 1
      || words.count <= 4 && words.allSatisfy { !($0.unicodeScalars.first?.isLowercase ?? true) }
  }

  /// What a speaker is called who has no name.
  static func isRole(_ name: String) -> Bool {
    roles.contains(name.lowercased().split(separator: " ").first.map(String.init) ?? "")
  }

  /// A role and a number, as transcripts call people who are not known: `Unknown Speaker 2`.
  static func isNumberedRole(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ").map(String.init)
    guard let number = words.last, number.utf8.count <= 3, number.utf8.allSatisfy(\.isDigit) else { return false }
    return words.dropLast().contains(where: roles.contains)
  }

  /// Whether a name is that of a part played by whoever answers: `Support`, `Agent 2`.
  static func answers(_ name: String) -> Bool {
    let first = name.lowercased().split(separator: " ").first ?? ""
    return ["agent", "support", "operator", "bot", "assistant", "moderator", "host", "system", "rep", "advisor"]
      .contains(first)
  }

  private static let roles: Set<String> = [
    "customer", "agent", "support", "user", "client", "interviewer", "interviewee", "me", "you", "q", "a", "operator",
    "bot", "host", "guest", "moderator",
    "rep", "caller", "speaker", "participant", "visitor", "kunde", "cliente", "client", "assistant", "system",
    "advisor", "researcher", "pm",
  ]

  /// The words behind which whoever has to do it is named: `TODO Mia`.
  private static let duties = PhraseTable("todo|aufgabe|tâche|tarea")

  /// The words that log lines have in the place of a name.
  private static let levels = PhraseTable(
    """
    error|warn|warning|info|debug|trace|fatal|notice|critical|http|https|ftp|mailto|file
    """)

  private static let labels = PhraseTable(
    """
    note|notes|subject|from|to|cc|bcc|date|sent|version|steps|expected|actual|todo|summary|title|status|priority|\
    description|example|examples|ps|p.s.|p.s|re|fwd|fw|attendees|agenda|present|absent|topics|actions|action|\
    action items|decision|decisions|question|questions|answer|environment|os|browser|device|severity|name|email|\
    e-mail|phone|address|company|url|link|links|time|duration|location|id|tags|update|edit|tl;dr|fyi|important|\
    caution|tip|given|when|then|and|but|scenario|feature|background|rule|as|result|results|step|expected result|\
    expected results|actual result|actual results|expected behavior|actual behavior|expected behaviour|\
    actual behaviour|steps to reproduce|acceptance criteria|problem|solution|goal|goals|why|what|how|who|where|\
    author|owner|topic|meeting|participants|next steps|pros|cons|issue|impact|workaround|reason|cause|root cause|\
    agreed|todo|to do|task|tasks|next step|outcome|beschluss|beschlüsse|entscheidung|aufgabe|aufgaben|maßnahme|\
    maßnahmen|ergebnis|datum|ort|teilnehmer|teilnehmende|anwesend|tagesordnung|thema|frage|fragen|antwort|hinweis|\
    betreff|nächste schritte|décision|décisions|tâche|participants|présents|lieu|objet|ordre du jour|question|\
    decisión|acuerdo|tarea|fecha|lugar|asistentes|asunto|orden del día|pregunta
    """)
}
