/// Recognises statements in which nothing is said: "Mm-hmm.", ":pizza:", "Bye!", "Ciao, bye."
enum Filler {
  /// The longest statement that is looked at, in bytes.
  private static let longest = 48

  static func isFiller(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= longest, let first = text.first else { return false }
    if first == ASCII.colon { return isEmojiName(text) }
    if !first.isWord || first.isForeign, isPictures(text) { return true }
    // Most statements begin otherwise, which their first bytes tell.
    guard first.isForeign || starts.mayBegin(ignoringCase: text) else { return false }
    return isSound(text) || isFarewell(text)
  }

  /// `:pizza:`, `:pizza: :tada:`
  private static func isEmojiName(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(whereSeparator: \.isWhite).allSatisfy { word in
      word.count > 2 && word.first == ASCII.colon && word.last == ASCII.colon
        && !word.dropFirst().dropLast().contains {
          !$0.isWord && $0 != ASCII.hyphen && $0 != ASCII.plus && $0 != ASCII.colon
        }
        && word.contains(where: \.isLetter)
    }
  }

  /// Emoji and other signs alone.
  private static func isPictures(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: \.isForeign), !text.contains(where: { $0.isLetter || $0.isDigit }) else { return false }
    return text.string.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isEmojiPresentation || scalar.properties.isEmojiModifier || scalar.properties.isWhitespace
        || scalar.value == 0x200D || scalar.value == 0xFE0F
        || 0x2190...0x2BFF ~= scalar.value && scalar.properties.isEmoji
    }
  }

  private static func isSound(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let last = rest.last, !last.isWord { rest.removeLast() }
    return sounds.holds(ignoringCase: rest)
  }

  /// Farewells, with those whom they are said to, and what is said before: "OK, thanks, bye everybody!"
  private static func isFarewell(_ text: ArraySlice<UInt8>) -> Bool {
    var isOne = false
    for part in text.split(whereSeparator: { $0 == ASCII.comma || $0 == ASCII.dot || $0 == ASCII.exclamation }) {
      let words = part.trimmed
      if words.isEmpty { continue }
      if isParting(words) { isOne = true } else if !before.holds(ignoringCase: words) { return false }
    }
    return isOne
  }

  private static func isParting(_ words: ArraySlice<UInt8>) -> Bool {
    if farewells.holds(ignoringCase: words) { return true }
    let lower = LowerCase.of(words)[...]
    if lower.contains(where: \.isForeign), farewells.holds(lower) { return true }
    // "bye Tom", "bye everybody": one word more, behind a farewell that stands alone as well.
    guard let space = words.lastIndex(of: ASCII.space) else { return false }
    let name = words[(space + 1)...]
    let isAddressee = name.first?.isUpper ?? false || all.holds(ignoringCase: name)
    return isAddressee && farewells.holds(ignoringCase: words[..<space])
  }

  private static let starts = PhraseTable([sounds, farewells, before])

  private static let sounds = PhraseTable(
    """
    mm-hmm|mm-hm|mmhmm|mhm|mmm|mm|hmm|hm|uh-huh|uh huh|uh|um|umm|er|erm|ah|ahh|oh|ohh|aha|äh|ähm|öh|hä|ähem|euh|eh
    """)

  private static let farewells = PhraseTable(
    """
    bye|bye bye|bye-bye|byebye|good bye|goodbye|see you|see ya|see you later|see you soon|see you then|see you tomorrow|\
    see you next week|talk soon|talk to you soon|talk to you later|speak soon|speak to you soon|take care|\
    have a good day|have a great day|have a nice day|have a good one|have a good weekend|have a great weekend|\
    have a nice weekend|have a good evening|good night|ciao|ciao ciao|tschüss|tschüß|tschüs|tschau|servus|\
    auf wiedersehen|auf wiederhören|bis dann|bis bald|bis später|bis morgen|bis nächste woche|schönen tag|\
    schönen tag noch|schönes wochenende|schönen feierabend|schönen abend|mach's gut|machs gut|au revoir|à bientôt|\
    à plus|à demain|bonne journée|bonne soirée|bon week-end|adiós|adios|hasta luego|hasta pronto|hasta mañana|chao|\
    buen día|que tengas un buen día|arrivederci|a presto|a dopo|buona giornata|buona serata|tchau|até logo|até amanhã|\
    até já|doei|dag|tot ziens|tot straks|fijne dag|hej då|vi ses|ha det|farvel|hei hei|do widzenia|na razie|пока|\
    до свидания|再见|再見|拜拜|さようなら|じゃあまた
    """)

  /// What people say before they part.
  private static let before = PhraseTable(
    """
    ok|okay|alright|all right|right|well|so|yeah|yes|thanks|thank you|thanks a lot|thanks everyone|thank you all|\
    thanks all|great|perfect|cool|cheers|danke|vielen dank|danke schön|danke euch|gut|alles klar|super|na dann|merci|\
    gracias|grazie|obrigado|obrigada|bedankt|tack
    """)

  private static let all = PhraseTable(
    "all|everyone|everybody|guys|folks|team|then|now|there|zusammen|alle|allerseits|à tous|a todos|a tutti")
}
