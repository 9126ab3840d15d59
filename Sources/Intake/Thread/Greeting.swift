/// Recognises how people begin: "Hi team,", "Dear Ms Weaver,", "Hope you are well."
enum Greeting {
  /// The longest line that is looked at, in bytes.
  private static let length = 90

  /// Whether a line or sentence greets and says nothing more.
  static func isGreeting(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= length, let first = text.first, first.isLetter || first.isForeign,
      text.last != ASCII.question
    else { return false }
    if text.last == ASCII.comma && isName(text.dropLast()) { return true }
    if isHonoured(text) { return true }
    // Of ASCII the beginning tells at once.
    guard text.prefix(3).contains(where: \.isForeign) || openingTable.mayBegin(ignoringCase: text) else { return false }
    // Capitals outside ASCII are rare in an opening, and slow to tell.
    let lower = text.prefix(40).contains(where: \.isForeign) ? LowerCase.of(text)[...] : text
    let openings = lower.first.flatMap { byFirstByte[$0.lowered] } ?? []
    guard let opening = openings.first(where: { begins(lower, with: $0) }) else { return false }
    return isAddress(text.string.unicodeScalars.dropFirst(opening.string.unicodeScalars.count))
  }

  /// Whether a sentence only wishes well.
  static func isPleasantry(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= length, let first = text.first, mayWish(first.lowered) else { return false }
    let wish = text.hasPrefix(ignoringCase: "I ") ? text.dropFirst(2) : text
    guard wishes.mayBegin(ignoringCase: wish) else { return false }
    return pleasantries.contains { wish.startsIgnoringCase($0) } && text.count { $0 == ASCII.space } < 12
  }

  /// The letters that pleasantries begin with.
  private static func mayWish(_ letter: UInt8) -> Bool { "hitjes".utf8.contains(letter) }

  /// After the opening: at most six words, each a name or one of those that address people.
  private static func isAddress(_ rest: Substring.UnicodeScalarView) -> Bool {
    let words = String(rest).split { $0 == " " || $0 == "," || $0 == "!" || $0 == "." || $0 == ":" || $0 == "/" }
    return words.count <= 6 && words.allSatisfy(isNameLike)
  }

  private static func isNameLike(_ word: Substring) -> Bool {
    if addressees.contains(word.lowercased()) { return true }
    guard let first = word.unicodeScalars.first else { return true }
    return !first.isLowercase && (first.isLetter || !first.isASCII || first == "@")
  }

  /// "Sam," and "Team," on a line of their own.
  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(separator: ASCII.space)
    return words.count <= 2 && text.allSatisfy { $0.isLetter || $0.isForeign || $0 == ASCII.space }
      && words.allSatisfy { $0.first?.isUpper ?? false } && !isConnective(text.string.lowercased())
  }

  /// A Japanese name or office and the word that honours it.
  private static func isHonoured(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 60, text.suffix(4).contains(where: \.isForeign) else { return false }
    var name = text
    while let mark = stops.first(where: { name.suffix($0.count).elementsEqual($0) }) { name.removeLast(mark.count) }
    return honours.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
  }

  private static let honours = ["様", "御中", "さま", "殿"].map { Array($0.utf8) }
  private static let stops = ["、", ",", "。", " "].map { Array($0.utf8) }

  private static func isConnective(_ word: String) -> Bool {
    Abbreviations.starters.contains(word) || SignOff.isSignOff(word)
      || ["first", "second", "third", "next", "finally", "first of", "otherwise", "unfortunately", "later"].contains(
        word)
  }

  private static func begins(_ text: ArraySlice<UInt8>, with opening: [UInt8]) -> Bool {
    guard text.count >= opening.count, zip(text, opening).allSatisfy({ $0.lowered == $1 }) else { return false }
    guard let next = text.dropFirst(opening.count).prefix(4).string.unicodeScalars.first else { return true }
    // Scripts without spaces go on without one.
    return !next.isLetter || (opening.string.unicodeScalars.first?.value ?? 0) > 0x2E80
  }

  /// Longest first, so that "good morning" is not read as "good".
  private static let byFirstByte: [UInt8: [[UInt8]]] = Dictionary(
    grouping: openings.split(separator: "|").map { Array($0.utf8) }.sorted { $0.count > $1.count }
  ) { $0.first ?? 0 }

  private static let openingTable = PhraseTable(openings)

  private static let openings = """
    hi|hello|hey|hiya|howdy|heya|dear|greetings|good morning|good afternoon|good evening|good day|morning|to whom it may concern|\
    hallo|guten tag|guten morgen|guten abend|moin|servus|sehr geehrte damen und herren|sehr geehrte|sehr geehrter|liebe|lieber|liebes|\
    bonjour|bonsoir|salut|cher|chère|chers|chères|madame|monsieur|madame, monsieur|\
    hola|buenos días|buenos dias|buenas tardes|buenas|estimado|estimada|estimados|querido|querida|\
    olá|ola|oi|bom dia|boa tarde|boa noite|prezado|prezada|prezados|caro|cara|cari|\
    ciao|salve|buongiorno|buonasera|gentile|gentili|egregio|spettabile|\
    beste|geachte|goedemorgen|goedemiddag|goedendag|hoi|dag|\
    hej|hejsan|hei|god morgon|god morgen|kära|kære|kjære|hyvä|moi|terve|\
    cześć|witam|dzień dobry|szanowni państwo|szanowny|szanowna|dobrý den|ahoj|\
    здравствуйте|привет|добрый день|добрый вечер|доброе утро|уважаемый|уважаемая|уважаемые|вітаю|\
    merhaba|selam|sayın|γεια σας|γεια|καλημέρα|شكرا|مرحبا|السلام عليكم|שלום|היי|नमस्ते|สวัสดี|xin chào|kính gửi|halo|\
    こんにちは|おはようございます|お世話になっております|お世話になります|拝啓|你好|您好|大家好|안녕하세요|안녕하십니까
    """

  private static let addressees: Set<String> = [
    "team", "all", "everyone", "everybody", "there", "folks", "guys", "again", "both", "support", "sir", "madam", "or",
    "and", "to", "sirs", "y'all", "friends", "colleagues", "people", "customer", "customers", "van", "der", "den", "de",
    "von", "la", "the", "ladies", "gentlemen", "mr", "mrs", "ms", "dr", "from", "zusammen", "alle", "allerseits",
    "leute",
    "und", "à", "tous", "toutes", "a", "todos", "todas", "tutti", "allemaal", "iedereen", "alla", "kollegen", "equipe",
    "équipe", "equipo", "y", "et", "e", "en", "och", "og", "i", "さん", "さま", "様", "hi", "hello", "good", "morning",
    "afternoon", "evening", "happy", "monday", "friday",
  ]

  private static let wishes = PhraseTable(pleasantries.joined(separator: "|"))

  private static let pleasantries = [
    "hope you're well", "hope you are well", "hope you're doing", "hope you are doing", "hope you're having",
    "hope you are having", "hope this email finds", "hope this e-mail finds", "hope this message finds",
    "hope this finds", "hope all is well", "hope everyone is well", "hope your week", "hope your day",
    "hope you had a", "trust you are well", "how are you?", "how are you doing", "happy monday", "happy friday",
    "ich hoffe, es geht ihnen gut", "ich hoffe, dir geht es gut", "j'espère que vous allez bien",
    "espero que estés bien",
    "espero que esté bien", "espero que estejam bem", "espero que esteja bem", "spero che tu stia bene",
  ]
}
