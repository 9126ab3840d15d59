/// Recognises how people end: "Best regards,", "Thanks, Dana", "Mit freundlichen Grüßen".
enum SignOff {
  /// The longest line that is looked at, in bytes.
  private static let length = 100

  /// Whether a line takes leave and says nothing more, but for at most four words of a name behind a comma.
  static func isSignOff(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= length && takesLeave(line)
  }

  static func isSignOff(_ line: String) -> Bool { takesLeave(Array(line.utf8)[...]) }

  private static func takesLeave(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    // Most lines begin with a word that no sign-off begins with.
    guard let first = nextWord(&rest), first.count <= longestOpening,
      first.count < 2 || first.contains(where: \.isForeign) || openingTable.mayBegin(ignoringCase: first)
    else { return false }
    var phrase = LowerCase.of(first).string
    guard openings.contains(phrase) else { return false }
    var count = 1
    while true {
      let next = nextWord(&rest)
      if phrases.contains(phrase), next == nil || isName(behind: count, in: line.string) { return true }
      guard let next, count < longest else { return false }
      phrase += " " + LowerCase.of(next).string
      count += 1
    }
  }

  /// Takes the next word off the beginning: "Best regards," and "best regards -" have the same words.
  private static func nextWord(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    while let length = markLength(at: rest.startIndex, in: rest) { rest.removeFirst(length) }
    var end = rest.startIndex
    while end < rest.endIndex, markLength(at: end, in: rest) == nil { end += 1 }
    defer { rest = rest[end...] }
    return end > rest.startIndex ? rest[..<end] : nil
  }

  /// How many bytes the mark takes that stands between words here; nil where none does.
  private static func markLength(at index: Int, in line: ArraySlice<UInt8>) -> Int? {
    guard index < line.endIndex else { return nil }
    switch line[index] {
    case ASCII.space, ASCII.comma, ASCII.dot, ASCII.exclamation, ASCII.hyphen, ASCII.colon, ASCII.semicolon,
      ASCII.tilde, ASCII.star, ASCII.underscore, ASCII.slash, ASCII.backslash, ASCII.openParenthesis,
      ASCII.closeParenthesis:
      return 1
    // The dashes – and —.
    case 0xE2:
      let isDash = index + 2 < line.endIndex && line[index + 1] == 0x80 && 0x93...0x94 ~= line[index + 2]
      return isDash ? 3 : nil
    default: return nil
    }
  }

  private static let openings = Set(phrases.compactMap { $0.split(separator: " ").first.map(String.init) })
  private static let openingTable = PhraseTable(openings.filter { $0.utf8.count > 1 }.joined(separator: "|"))
  private static let longestOpening = openings.map(\.utf8.count).max() ?? 0

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
