/// Recognises how people end: "Best regards,", "Thanks, Dana", "Mit freundlichen Grüßen".
enum SignOff {
  /// The longest line that is looked at, in bytes.
  private static let length = 100

  /// Whether a line takes leave and says nothing more, but for at most four words of a name behind a comma.
  static func isSignOff(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= length, mayBegin(line) else { return false }
    return isSignOff(line.string)
  }

  /// Whether a line begins with the first word of some sign-off: most lines do not, and need no closer look.
  private static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.drop(while: parts).prefix { !parts($0) && !$0.isForeign }
    if word.endIndex < line.endIndex, line[word.endIndex].isForeign { return true }
    return word.count <= longestOpening && openings.contains(word.map(\.lowered).string)
  }

  private static let openings = Set(phrases.compactMap { $0.split(separator: " ").first.map(String.init) })
  private static let longestOpening = openings.map(\.utf8.count).max() ?? 0

  /// Whether a byte of ASCII stands between words.
  private static func parts(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.comma, ASCII.dot, ASCII.exclamation, ASCII.hyphen, ASCII.colon, ASCII.semicolon,
      ASCII.tilde, ASCII.star, ASCII.underscore, ASCII.slash, ASCII.backslash, ASCII.openParenthesis,
      ASCII.closeParenthesis:
      true
    default: false
    }
  }

  static func isSignOff(_ line: String) -> Bool {
    let words = words(of: line)
    guard !words.isEmpty else { return false }
    for count in 1...min(words.count, longest) where phrases.contains(words.prefix(count).joined(separator: " ")) {
      if count == words.count || isName(behind: count, in: line) { return true }
    }
    return false
  }

  /// Lower case, without marks: "Best regards," and "best regards -" are the same.
  private static func words(of line: String) -> [String] {
    let bytes = Array(line.utf8)
    // Comparing characters is slow, and needed outside ASCII only.
    if !bytes.contains(where: \.isForeign) { return bytes.map(\.lowered).split(whereSeparator: parts).map(\.string) }
    return line.lowercased().split { " ,.!-–—:;~*_/\\()".contains($0) }.map(String.init)
  }

  private static func isName(behind count: Int, in line: String) -> Bool {
    let words = line.split(separator: " ")
    guard words.count > count, words.count <= count + 4, let last = words[count - 1].last else { return false }
    return ",!.-–—".contains(last)
      && words[count...].allSatisfy { $0.unicodeScalars.first.map { $0.isUppercase } ?? false }
  }

  private static let longest = 7

  private static let phrases: Set<String> = Set(
    """
    regards|best|best regards|kind regards|kindest regards|warm regards|warmest regards|with regards|with best regards|\
    with kind regards|best wishes|with best wishes|all the best|cheers|sincerely|yours sincerely|sincerely yours|\
    yours faithfully|yours truly|yours|respectfully|cordially|take care|br|kr|rgds|rgrds|thx|ty|tia|thanks|thank you|\
    thanks a lot|thanks so much|thank you so much|thank you very much|thanks very much|many thanks|thanks again|\
    thank you again|thanks in advance|thank you in advance|many thanks in advance|thanks for your help|\
    thank you for your help|thanks for the help|thanks for your time|thank you for your time|\
    thanks and regards|thanks & regards|thanks and best regards|thanks & best regards|with thanks|talk soon|\
    looking forward to hearing from you|looking forward to your reply|love|have a nice day|have a great day|have a good day|\
    mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichem gruß|mit besten grüßen|mit vielen grüßen|\
    freundliche grüße|freundliche grüsse|viele grüße|viele grüsse|beste grüße|besten gruß|liebe grüße|schöne grüße|\
    herzliche grüße|gruß|grüße|lg|vg|mfg|bg|danke|vielen dank|besten dank|danke im voraus|vielen dank im voraus|\
    danke und gruß|vielen dank und viele grüße|\
    cordialement|bien cordialement|très cordialement|sincèrement|salutations|meilleures salutations|\
    bien à vous|bien à toi|amicalement|merci|merci d'avance|merci beaucoup|merci par avance|cdlt|à bientôt|\
    saludos|un saludo|saludos cordiales|un cordial saludo|atentamente|cordialmente|gracias|muchas gracias|\
    gracias de antemano|gracias y saludos|\
    cordiali saluti|distinti saluti|un cordiale saluto|saluti|grazie|grazie mille|un saluto|a presto|\
    atenciosamente|abraços|abraço|obrigado|obrigada|muito obrigado|muito obrigada|cumprimentos|os melhores cumprimentos|\
    com os melhores cumprimentos|grato|grata|att|\
    met vriendelijke groet|met vriendelijke groeten|vriendelijke groeten|groeten|groetjes|groet|mvg|bedankt|\
    alvast bedankt|hartelijk dank|dank je wel|\
    med vänliga hälsningar|vänliga hälsningar|hälsningar|mvh|tack|tack på förhand|\
    med venlig hilsen|venlig hilsen|hilsen|vh|tak|med vennlig hilsen|vennlig hilsen|takk|\
    ystävällisin terveisin|terveisin|kiitos|pozdrawiam|z poważaniem|dziękuję|z góry dziękuję|s pozdravem|děkuji|\
    с уважением|спасибо|спасибо заранее|всего доброго|teşekkürler|saygılarımla|iyi çalışmalar|\
    よろしくお願いします|よろしくお願いいたします|よろしくお願い致します|宜しくお願いします|宜しくお願い致します|以上|敬具|\
    谢谢|謝謝|此致|祝好|감사합니다|감사드립니다|تحياتي|مع التحية|תודה|בברכה|trân trọng|salam|terima kasih
    """.split(separator: "|").map(String.init))
}
