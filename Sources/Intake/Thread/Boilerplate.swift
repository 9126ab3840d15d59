import PlanModel

/// Recognises what programs and companies add to people's words.
enum Boilerplate {
  /// The longest line that is looked at, in bytes.
  private static let length = 300

  /// Why a line needs no carrying whoever wrote the rest, or nil.
  static func chatter(ofLine line: ArraySlice<UInt8>) -> Chatter? {
    guard line.count <= length else { return nil }
    if line.first == ASCII.hyphen, isArmour(line) { return .signature }
    let words = line.drop { !$0.isWord }
    guard mayBeAdded(line, words) else { return nil }
    let lower = LowerCase.of(words.prefix(160))[...]
    if DeviceLine.isDevice(lower) || lower.starts(with: "hash: sha".utf8) { return .signature }
    if ReplyMarker.isMarker(line, lower) || gateways.begins(lower) || ListFooter.isFooter(line, lower) {
      return .footer
    }
    return nil
  }

  /// Whether a line begins as one that programs add, or holds what only those hold: of most lines neither is so.
  private static func mayBeAdded(_ line: ArraySlice<UInt8>, _ words: ArraySlice<UInt8>) -> Bool {
    words.prefix(3).contains(where: \.isForeign) || openings.mayBegin(ignoringCase: words)
      || ReplyMarker.isFramed(line) || ListFooter.isTicketMark(line) || ListFooter.mayBeLinks(words)
      || DeviceLine.mayEnd(words)
  }

  private static let openings = PhraseTable(
    [gateways, PhraseTable("hash: sha")] + DeviceLine.starts + ReplyMarker.starts + ListFooter.starts)

  private static func isArmour(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "-----BEGIN PGP SIGN".utf8) || line.starts(with: "-----END PGP".utf8)
  }

  /// What gateways and Exchange put above a message.
  private static let gateways = PhraseTable(
    """
    you don't often get email from|you don’t often get email from|learn why this is important|\
    some people who received this message don't often|some people who received this message don’t often|\
    caution: this email|caution: this message|caution: external|caution! this|caution - this email|warning: this email|\
    [external]|external email|external sender|external message|[extern]|\
    this email originated from outside|this message originated from outside|this message was sent from outside|\
    this sender is from outside|be careful with this message|\
    avg checked|virus-free|checked by avg|scanned by|this is a multi-part message|\
    sie erhalten nicht häufig e-mails|sie erhalten nicht oft e-mails|erfahren sie, warum dies wichtig|\
    achtung: diese e-mail|achtung: externe|vorsicht: diese e-mail|vorsicht! diese|externe e-mail|externer absender|\
    vous ne recevez pas souvent|vous n’obtenez pas souvent|vous n'obtenez pas souvent|découvrez pourquoi cela est important|\
    attention : ce courriel|attention : cet e-mail|attention : ce message|attention: ce courriel|attention: cet e-mail|\
    expéditeur externe|no suele recibir correo|no suele recibir correos|por qué es esto importante|\
    atención: este correo|precaución: este correo|remitente externo|non si ricevono spesso messaggi|\
    informazioni sul perché è importante|attenzione: questa e-mail|attenzione: questo messaggio|\
    atenção: este e-mail|atenção: esta mensagem|cuidado: este e-mail|u ontvangt niet vaak e-mail|\
    meer informatie over waarom dit belangrijk is|let op: deze e-mail|let op: dit bericht|\
    du får inte ofta e-post|varning: detta|du får ikke ofte mails|nie otrzymujesz często wiadomości|uwaga: ta wiadomość
    """)
}

/// "Sent from my iPhone", "Outlook für iOS herunterladen": which program a message was written with.
enum DeviceLine {
  /// `line` is in lower case.
  static func isDevice(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.prefix { $0 != ASCII.less }
    let count = words.runs { $0 != ASCII.space }
    guard count <= 10 else { return false }
    if openings.begins(line) { return true }
    // "Sent from Front": whatever follows is the name of a program.
    if count <= 6, programs.begins(line) { return true }
    guard count <= 8 else { return false }
    let isSaid = verbs.begins(line) || endings.ends(words.trimmed)
    guard isSaid || outlook.isFound(in: line) else { return false }
    return devices.isFound(in: line) && (isSaid || phones.isFound(in: line))
  }

  /// How lines begin that may be one.
  static let starts = [openings, programs, verbs]

  /// Whether a line may be one by what stands elsewhere than at its beginning.
  static func mayEnd(_ line: ArraySlice<UInt8>) -> Bool {
    screen.mayHold(line.prefix(160))
  }

  private static let screen = PhraseScreen(outlook, endings)

  private static let outlook = PhraseTable("outlook")
  private static let phones = PhraseTable("ios|android")

  private static let openings = PhraseTable(
    """
    sent from my|sent from mail for|sent from outlook|sent from yahoo|sent from proton|sent from a mobile|\
    sent from samsung|sent from gmail|sent via superhuman|sent with proton|get outlook for|get bluemail|envoyé de mon|\
    envoyé depuis|envoyé à partir de mon|envoyé à partir d'outlook|von meinem|gesendet von meinem|\
    gesendet von outlook|gesendet von mail|gesendet mit|von unterwegs gesendet|diese nachricht wurde von meinem|\
    von outlook gesendet|enviado desde mi|enviado desde outlook|enviado do meu|enviado del meu|enviado a partir do|\
    inviato da iphone|inviato da ipad|inviato da outlook|inviato dal mio|inviato da posta|verzonden vanaf mijn|\
    verstuurd vanaf|verzonden met|verzonden vanuit|skickat från min|skickades från min|sendt fra min|sendt fra outlook|\
    wysłane z iphone|wysłano z|отправлено с iphone|отправлено с моего|отправлено из|\
    odesláno z|odoslané z|发自我的|从我的|傳送自|나의 iphone에서|tôi gửi từ
    """)

  private static let programs = PhraseTable(
    "sent from |sent via |sent with |sent using |gesendet von |enviado desde ")

  private static let devices = PhraseTable(
    "iphone|ipad|ios|android|outlook|samsung|galaxy|huawei|xiaomi|blackberry|smartphone|windows phone|mobiel|handy")

  private static let verbs = PhraseTable(
    """
    lähetetty|wysłane z|отправлено|надіслано|trimis de|küldve|στάλθηκε|נשלח|تم الإرسال|أرسلت|dikirim dari|\
    enviat des|dit bericht is verzonden|poslano|изпратено|послато
    """)

  private static let endings = PhraseTable(
    "gesendet|gönderildi|から送信|傳送|发送|보냄|iphonesta|verzonden vanaf mijn mobiel")
}

/// The line above which a help desk wants the answer: `##- Please type your reply above this line -##`.
enum ReplyMarker {
  /// `lower` is the line in lower case, from its first letter on.
  static func isMarker(_ line: ArraySlice<UInt8>, _ lower: ArraySlice<UInt8>) -> Bool {
    guard isFramed(line) || openings.begins(lower) else { return false }
    return line.count <= 160 && phrases.isFound(in: lower)
  }

  static func isFramed(_ line: ArraySlice<UInt8>) -> Bool {
    line.first.map { "#-=~*_".utf8.contains($0) } ?? false || line.starts(with: "—".utf8)
  }

  /// How lines begin that may be one without a frame.
  static let starts = [openings]

  private static let openings = PhraseTable(
    "please type your reply|please reply above|reply above|please enter your reply")

  private static let phrases = PhraseTable(
    """
    above this line|oberhalb dieser zeile|über dieser zeile|au-dessus de cette ligne|encima de esta línea|\
    sobre esta línea|sopra questa riga|sopra questa linea|acima desta linha|boven deze regel|boven deze lijn|\
    ovanför den här raden|ovanför denna rad|over denne linje|ovenfor denne linje|tämän rivin yläpuolelle|\
    powyżej tej linii|nad tímto řádkem|выше этой строки|над этой строкой|この行より上|この線より上|此行上方|在此行之上|\
    此線以上|이 줄 위에|bu satırın üst
    """)
}
