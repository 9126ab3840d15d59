/// What mailing lists, newsletters and help desks put below a message: how to leave, who sent it, a tracker's marks.
enum ListFooter {
  /// `lower` is the line in lower case, from its first letter on.
  static func isFooter(_ line: ArraySlice<UInt8>, _ lower: ArraySlice<UInt8>) -> Bool {
    notices.begins(lower) || isLinks(lower) || isTicketMark(line)
  }

  /// Whether a paragraph that begins with this line is a footer to its end.
  static func opensFooter(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.drop { !$0.isWord }
    guard words.prefix(3).contains(where: \.isForeign) || notices.mayBegin(ignoringCase: words) else { return false }
    return notices.begins(LowerCase.of(words.prefix(160))[...])
  }

  /// How lines begin that may be one, but for links.
  static let starts = [notices]

  /// Whether a line of these words may be nothing but links, by how it begins.
  static func mayBeLinks(_ words: ArraySlice<UInt8>) -> Bool {
    words.prefix(3).contains(where: mayEndLabel) || links.mayBegin(ignoringCase: words)
      || words.hasPrefix(ignoringCase: "http")
  }

  /// "Unsubscribe | Manage preferences": nothing but what links are called.
  private static func isLinks(_ lower: ArraySlice<UInt8>) -> Bool {
    // Most lines begin as no link does; only an address may come first.
    guard lower.prefix(3).contains(where: mayEndLabel) || links.mayBegin(lower) || lower.starts(with: "http".utf8)
    else { return false }
    let head = lower.prefix { !mayEndLabel($0) }.trimmed
    guard links.holds(head) || head.count < lower.count && links.mayBegin(head) || lower.starts(with: "http".utf8)
    else { return false }
    var labels: [String] = []
    for label in lower.string.split(whereSeparator: { "|•·–".contains($0) }) {
      let words = label.split(separator: " ").filter { !$0.hasPrefix("<") && !$0.hasPrefix("http") && $0 != "*" }
      if !words.isEmpty { labels.append(words.joined(separator: " ")) }
    }
    guard let first = labels.first else { return false }
    // The address of a link may stand behind it in brackets.
    let plain = first.prefix { !"<([:".contains($0) }.split(separator: " ").joined(separator: " ")
    return links.holds(Array(plain.utf8)[...]) && labels.dropFirst().allSatisfy { $0.split(separator: " ").count <= 5 }
  }

  /// Brackets and bars, and the first bytes of `·`, `•` and `–`.
  private static func mayEndLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.pipe, ASCII.less, ASCII.openParenthesis, ASCII.openBracket, ASCII.colon, 0xC2, 0xE2: true
    default: false
    }
  }

  /// `[ABC123-DE4F]`, by which Zendesk finds the ticket of an answer.
  static func isTicketMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count == 13, line.first == ASCII.openBracket, line.last == ASCII.closeBracket else { return false }
    let mark = line.dropFirst().dropLast()
    return mark[mark.startIndex + 6] == ASCII.hyphen
      && mark.allSatisfy { $0.isUpper || $0.isDigit || $0 == ASCII.hyphen }
  }

  private static let links = PhraseTable(
    """
    unsubscribe|unsubscribe here|unsubscribe from this list|click here to unsubscribe|manage your subscription|\
    manage your subscriptions|manage subscriptions|manage preferences|manage your preferences|manage notifications|\
    manage your notifications|email preferences|update your preferences|update preferences|notification settings|\
    view this email in your browser|view in browser|view online|view it on github|view it on gitlab|privacy policy|\
    terms of service|opt out|abmelden|abbestellen|newsletter abbestellen|hier abmelden|im browser ansehen|datenschutz|\
    se désabonner|se désinscrire|me désabonner|désabonnement|gérer mes préférences|darse de baja|cancelar suscripción|\
    cancelar la suscripción|anular suscripción|annulla iscrizione|disiscriviti|cancellati|cancella iscrizione|\
    cancelar subscrição|cancelar inscrição|cancelar assinatura|descadastrar|uitschrijven|afmelden|\
    avregistrera dig|avregistrera dig här|avsluta prenumerationen|avprenumerera|afmeld|afmeld nyhedsbrev|meld deg av|\
    avmeld|peruuta tilaus|wypisz się|zrezygnuj z subskrypcji|odhlásit se|отписаться|отказаться от рассылки|відписатися|\
    配信停止はこちら|配信停止|配信解除|退订|取消订阅|取消訂閱|수신거부|수신 거부|abonelikten çık|leiratkozás|dezabonare
    """)

  private static let notices = PhraseTable(
    """
    you received this message because|you are receiving this because|you are receiving this email|\
    you are receiving this message|you are receiving this notification|you received this email because|\
    you're receiving this|you’re receiving this|you have received this message because|\
    you have received this email because|you are subscribed to|to unsubscribe|unsubscribe from|unsubscribe:|unsubscribe <|\
    click here to unsubscribe|if you no longer wish to receive|if you no longer want to receive|\
    if you would like to unsubscribe|if you wish to unsubscribe|if you'd like to unsubscribe|\
    if you want to unsubscribe|don't want to receive these emails|don’t want to receive these emails|\
    reply to this email directly|to view this discussion|for more options, visit|visit this group at|\
    for additional commands, e-mail|to post to this group|this email is a service from|this email was sent to|\
    this message was sent to|this email was sent by|this e-mail was sent to|this is an automated message|\
    this is an automatically generated|please do not reply to this email|please do not reply to this message|\
    do not reply to this email|message id: <|copyright ©|copyright (c)|© 2|©2|\
    falls sie keine weiteren e-mails|wenn sie keine weiteren e-mails|wenn sie diesen newsletter nicht|\
    falls sie diesen newsletter nicht|um sich abzumelden|um sich von dies|sie erhalten diese e-mail, weil|\
    sie erhalten diese nachricht, weil|diese e-mail wurde an|diese e-mail wurde automatisch|\
    bitte antworten sie nicht auf diese e-mail|pour vous désabonner|pour vous désinscrire|\
    si vous ne souhaitez plus recevoir|cliquez ici pour vous dés|vous recevez cet e-mail|vous recevez ce message|\
    ce message a été envoyé à|merci de ne pas répondre à ce|si no desea recibir más|si ya no desea recibir|\
    si no deseas recibir más|para darse de baja|para cancelar su suscripción|ha recibido este correo|\
    recibes este correo|has recibido este correo|por favor, no responda a este correo|se non desideri più ricevere|\
    se non vuoi più ricevere|per annullare l'iscrizione|per cancellarti|hai ricevuto questa e-mail|\
    ricevi questa e-mail|para cancelar a sua subscrição|para cancelar sua inscrição|se não deseja receber mais|\
    se não quiser mais receber|você recebeu este e-mail|você está recebendo est|recebeu este e-mail porque|\
    klik hier om u af te melden|klik hier om je af te melden|om je af te melden|om u af te melden|\
    u ontvangt deze e-mail|je ontvangt deze e-mail|wilt u geen e-mails meer|wil je geen e-mails meer|\
    du får detta mejl|du får det här mejlet|om du inte vill ha fler|du modtager denne|hvis du ikke ønsker at modtage|\
    du mottar denne|jos et halua|sait tämän viestin, koska|aby zrezygnować z|aby wypisać się|\
    otrzymujesz tę wiadomość|вы получили это письмо|чтобы отписаться|если вы не хотите получать|\
    このメールは、|本メールは配信専用|このメールに心当たり|配信停止を|如果您不想再收到|如不想再收到|本邮件由系统自动
    """)
}
