/// Recognises how people begin: "Hi team,", "Dear Ms Weaver,", "Hope you are well."
enum Greeting {
  /// The longest line that is looked at, in bytes.
  private static let length = 90

  /// Whether a line or sentence greets and says nothing more.
  static func isGreeting(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= length, let first = text.first, first.isLetter || first.isForeign,
      text.last != ASCII.question
    else { return false }
    let lower = text.string.lowercased()
    if text.last == ASCII.comma && isName(text.dropLast()) || isHonoured(lower) { return true }
    guard let opening = openings(for: lower).first(where: { begins(lower, with: $0) }) else { return false }
    return isAddress(text.string.unicodeScalars.dropFirst(opening.unicodeScalars.count))
  }

  /// Whether a sentence only wishes well.
  static func isPleasantry(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= length else { return false }
    let lower = text.string.lowercased()
    let wish = lower.hasPrefix("i ") ? lower.dropFirst(2) : lower[...]
    return pleasantries.contains { wish.hasPrefix($0) } && lower.split(separator: " ").count <= 12
  }

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
  private static func isHonoured(_ text: String) -> Bool {
    let name = text.utf8.count <= 60 ? text.filter { !"、,。 ".contains($0) } : ""
    return name.count > 1 && ["様", "御中", "さま", "殿"].contains { name.hasSuffix($0) }
  }

  private static func isConnective(_ word: String) -> Bool {
    Abbreviations.starters.contains(word) || SignOff.isSignOff(word)
      || ["first", "second", "third", "next", "finally", "first of", "otherwise", "unfortunately", "later"].contains(
        word)
  }

  private static func begins(_ text: String, with opening: Substring) -> Bool {
    guard text.hasPrefix(opening) else { return false }
    guard let next = text.unicodeScalars.dropFirst(opening.unicodeScalars.count).first else { return true }
    // Scripts without spaces go on without one.
    return !next.isLetter || (opening.unicodeScalars.first?.value ?? 0) > 0x2E80
  }

  private static func openings(for text: String) -> [Substring] {
    text.utf8.first.flatMap { byFirstByte[$0] } ?? []
  }

  /// Longest first, so that "good morning" is not read as "good".
  private static let byFirstByte: [UInt8: [Substring]] = Dictionary(
    grouping: openings.split(separator: "|").sorted { $0.utf8.count > $1.utf8.count }
  ) { $0.utf8.first ?? 0 }

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
