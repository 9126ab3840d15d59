import PlanModel

/// Recognises what programs and companies add to people's words.
enum Boilerplate {
  /// Why a line needs no carrying whoever wrote the rest, or nil.
  static func chatter(ofLine line: ArraySlice<UInt8>) -> Chatter? {
    guard line.count <= 300 else { return nil }
    let lower = line.drop { !$0.isWord }.prefix(120).string.lowercased()
    if devices.contains(where: { lower.hasPrefix($0) }) { return .signature }
    if footers.contains(where: { lower.hasPrefix($0) }) { return .footer }
    return nil
  }

  /// Whether a paragraph is a disclaimer: it speaks of the message itself, and of who may read it.
  static func isDisclaimer(_ paragraph: ArraySlice<UInt8>) -> Bool {
    guard paragraph.count >= 40 else { return false }
    let lower = WhiteSpace.folded(paragraph.prefix(1200)).string.lowercased()
    if disclaimerOpenings.contains(where: { lower.hasPrefix($0) }) { return true }
    let words = Array(lower.utf8)[...]
    guard messages.contains(where: { words.firstPlace(of: $0) != nil }) else { return false }
    return disclaimers.contains { words.firstPlace(of: $0) != nil }
  }

  private static let devices = phrases(
    """
    sent from my|sent from mail for|sent from outlook|sent from yahoo|sent from proton|sent from a mobile|sent from the|\
    sent via|sent with|get outlook for|get bluemail|sent using|envoyé de mon|envoyé depuis|envoyé à partir de|\
    von meinem|gesendet von|gesendet mit|von unterwegs gesendet|diese nachricht wurde von meinem|enviado desde|enviado do|\
    enviado a partir|obtener outlook|inviato da|ottieni outlook|verzonden vanaf|verstuurd vanaf|verzonden met|\
    skickat från|sendt fra|lähetetty|wysłane z|wysłano z|отправлено с|отправлено из|odesláno z|iphoneから送信|\
    ipadから送信|发自我的|从我的|傳送自|나의 iphone에서|tôi gửi từ
    """)

  private static let footers = phrases(
    """
    you received this message because|you are receiving this|you received this email because|\
    you're receiving this|you have received this message because|to unsubscribe|unsubscribe|\
    click here to unsubscribe|manage your subscription|manage preferences|update your preferences|\
    view this email in your browser|view in browser|view it on github|reply to this email directly|\
    please type your reply above this line|please reply above this line|reply above this line|\
    -- reply above this line|to view this discussion|for more options, visit|visit this group at|\
    to post to this group|this email is a service from|this email was sent to|this message was sent to|\
    this is a multi-part message|abmelden|se désabonner|pour vous désabonner|darse de baja|uitschrijven|\
    you don't often get email from|caution: this email|caution: external|[external]|external email|\
    this email originated from outside|avg checked|virus-free|checked by avg|scanned by
    """)

  private static let disclaimerOpenings = phrases(
    """
    confidentiality notice|confidentiality:|disclaimer|legal notice|important notice: this e|privileged and confidential|\
    please consider the environment|please think before you print|think before you print|p please consider|\
    this message has been scanned|this e-mail message has been scanned|this email has been scanned|\
    this email has been checked|this e-mail has been scanned|before printing|save paper|vertraulichkeitshinweis|\
    avis de confidentialité|aviso legal|aviso de confidencialidad|avviso di riservatezza|\
    no virus found in this
    """)

  private static let messages = phraseBytes(
    """
    e-mail|email|message|transmission|communication|nachricht|mail|courriel|mensaje|correo|messaggio|mensagem|bericht|\
    meddelande|wiadomość|сообщение|メール|邮件
    """)

  private static let disclaimers = phraseBytes(
    """
    intended recipient|intended only for|intended solely|solely for the use|not the addressee|named addressee|\
    may contain confidential|contain confidential|contains confidential|are confidential|is confidential|\
    strictly confidential|legally privileged|virus-free|viruses and dangerous|enthält vertrauliche|vertrauliche informationen|\
    rechtlich geschützte|nicht der richtige adressat|irrtümlich erhalten|est confidentiel|sont confidentiel|\
    informations confidentielles|destinataire de ce|es confidencial|información confidencial|por error|destinatario|\
    informazioni riservate|per errore|é confidencial|são confidenciais|informações confidenciais|vertrouwelijk|\
    niet de geadresseerde|konfidentiell|fortrolig|poufn|конфиденциальн|機密情報|机密信息|保密信息
    """)

  private static func phrases(_ list: String) -> [String] { list.split(separator: "|").map(String.init) }
  private static func phraseBytes(_ list: String) -> [[UInt8]] { phrases(list).map { Array($0.utf8) } }
}
