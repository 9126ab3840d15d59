/// The header lines that Outlook, Apple Mail and others put before what they quote or forward.
///
///     -----Original Message-----
///     From: Dana Ng [mailto:dana@example.com]
///     Sent: Friday, 3 May 2024 10:32
///     To: Support
///     Subject: Cannot mute
struct HeaderBlock {
  /// How many lines it takes, the separator and the blank lines between included.
  var lineCount: Int
  var voice: Voice
  var address: String?

  /// The longest that is believed.
  private static let mostLines = 40

  /// Reads one that begins at the first of `lines`.
  init?(_ lines: ArraySlice<TextLine>, of text: [UInt8]) {
    guard let first = lines.first else { return nil }
    let isSeparated = Separator.isSeparator(text[first.range])
    guard isSeparated || HeaderLabel(text[first.range]) != nil else { return nil }
    var fields: [HeaderLabel.Kind: ArraySlice<UInt8>] = [:]
    var count = isSeparated ? 1 : 0
    var end = count
    var last: HeaderLabel.Kind?
    // Apple's separator stands outside of what it quotes.
    var depth = first.depth
    while count < min(lines.count, Self.mostLines) {
      let line = lines[lines.startIndex + count]
      if isSeparated && fields.isEmpty && !line.isBlank { depth = line.depth }
      guard line.isBlank || line.depth == depth else { break }
      count += 1
      if line.isBlank {
        if Self.blanksEnd(fields, next: lines.dropFirst(count).first, text: text) { break }
        continue
      }
      if let label = HeaderLabel(text[line.range]) {
        fields[label.kind] = fields[label.kind] ?? label.value
        last = label.kind
      } else if last != .recipient || !Self.isMoreRecipients(text[line.range]) {
        break
      }
      end = count
    }
    guard isSeparated ? fields[.sender] != nil || Separator.isWorded(text[first.range]) : Self.isBlock(fields) else {
      return nil
    }
    lineCount = max(end, 1)
    let sender = fields[.sender].map { Mailbox(display: $0) }
    address = sender?.address
    voice = Voice(
      name: sender?.shownName ?? "", time: fields[.date].map { CalendarScanner.reading(of: $0).iso() } ?? "")
  }

  /// Without a separator, only a sender together with two more of the lines is a block.
  private static func isBlock(_ fields: [HeaderLabel.Kind: ArraySlice<UInt8>]) -> Bool {
    fields[.sender] != nil && fields.count >= 3
  }

  /// A blank line ends a block once it has begun, but for programs that put one between every two lines.
  private static func blanksEnd(
    _ fields: [HeaderLabel.Kind: ArraySlice<UInt8>], next: TextLine?, text: [UInt8]
  ) -> Bool {
    guard !fields.isEmpty else { return false }
    guard let next, let label = HeaderLabel(text[next.range]) else { return true }
    return fields[label.kind] != nil
  }

  private static func isMoreRecipients(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(ASCII.at) || line.last == ASCII.semicolon || line.last == ASCII.greater
  }
}

/// "-----Original Message-----", "Begin forwarded message:", and a long row of underscores before a header block.
enum Separator {
  static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    isWorded(line) || line.count >= 10 && line.allSatisfy { $0 == ASCII.underscore || $0 == ASCII.hyphen }
  }

  static func isWorded(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 90 else { return false }
    guard line.first == ASCII.hyphen || line.last == ASCII.colon || line.first == ASCII.star else { return false }
    let words = line.drop { !$0.isWord }.string.lowercased()
    return phrases.contains { words.hasPrefix($0) }
  }

  private static let phrases = [
    "original message", "original appointment", "forwarded message", "begin forwarded message", "forwarded by",
    "ursprüngliche nachricht",
    "weitergeleitete nachricht", "anfang der weitergeleiteten", "original-nachricht", "message d'origine",
    "message transféré",
    "début du message", "message original", "mensaje original", "mensaje reenviado", "messaggio originale",
    "messaggio inoltrato",
    "inizio messaggio inoltrato", "mensagem original", "mensagem encaminhada", "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "ursprungligt meddelande", "vidarebefordrat meddelande", "oprindelig meddelelse", "opprinnelig melding",
    "wiadomość oryginalna",
    "wiadomość przekazana", "исходное сообщение", "пересылаемое сообщение", "转发的邮件", "原始邮件", "轉寄郵件", "元のメッセージ",
    "転送メッセージ", "원본 메시지",
  ]
}

/// A line such as `Sent: Friday, 3 May 2024 10:32`, in the languages of the common mail programs.
struct HeaderLabel {
  enum Kind {
    case sender, date, recipient, subject, other
  }

  var kind: Kind
  var value: ArraySlice<UInt8>

  init?(_ line: ArraySlice<UInt8>) {
    let head = line.prefix(40)
    let start = head.firstIndex { $0 != ASCII.star && $0 != ASCII.underscore } ?? head.endIndex
    guard start < head.endIndex, head[start].isUpper || head[start].isForeign || head[start].isLower else { return nil }
    let (labelEnd, valueStart): (Int, Int)
    if let colon = head.firstIndex(of: ASCII.colon) {
      (labelEnd, valueStart) = (colon, colon + 1)
    } else if let wide = head.indices.first(where: { head[$0...].starts(with: "：".utf8) }) {
      (labelEnd, valueStart) = (wide, wide + 3)
    } else {
      return nil
    }
    let label = head[start..<labelEnd].filter { $0 != ASCII.star && $0 != ASCII.underscore }[...].trimmed.string
    guard let kind = Self.kinds[label.lowercased()] else { return nil }
    self.kind = kind
    value = line[valueStart...].drop { $0 == ASCII.star || $0 == ASCII.underscore || $0.isWhite }
  }

  private static let kinds: [String: Kind] = {
    let lists: [(Kind, String)] = [
      (.sender, "from|von|de|da|van|från|fra|lähettäjä|od|от|от кого|від|de la|από|feladó|dari|từ|寄件人名稱|差出人|发件人|寄件者|寄件人|보낸 사람|보낸사람|kimden|από|מאת|من"),
      (
        .date,
        "date|sent|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada em|fecha|inviato|data|verzonden|skickat|sendt|dato|"
          + "lähetetty|päivämäärä|wysłano|wysłane|отправлено|дата|odesláno|送信日時|日時|日付|日期|发送时间|发送日期|時間|寄件日期|傳送時間|傳送日期|날짜|보낸 날짜|보낸 시간|tarih|gönderilen|gönderildi|gönderme|надіслано|надісланo|στάλθηκε|ημερομηνία|elküldve|dátum|trimis|tanggal|dikirim|đã gửi|ngày|נשלח|תאריך|تاريخ|التاريخ|تم الإرسال|发件时间|inviata|envoyée|enviada"
      ),
      (
        .recipient,
        "to|cc|bcc|an|kopie|à|para|a|per|aan|till|kopia|til|kopi|vastaanottaja|kopio|do|dw|кому|копия|komu|宛先|收件人|抄送|받는 사람|받는사람|참조|kime|bilgi|收件者|副本|副本抄送|密件副本|προς|κοιν.|κοινοποίηση|címzett|másolatot kap|másolat|către|kepada|ke|tới|đến|אל|עותק|إلى|نسخة|copie|copia|cópia|bcc|kopie an|kópia|копія|dla|udostępniono"
      ),
      (
        .subject,
        "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|тема|předmět|件名|主题|主旨|主題|제목|konu|נושא|θέμα|tárgy|subiect|subjek|subyek|perihal|chủ đề|الموضوع|předmet|predmet|onderw.|betr."
      ),
      (
        .other,
        "reply-to|importance|attachments|priority|wichtigkeit|antwort an|répondre à|responder a|organization|message-id|list|x-original-to"
      ),
    ]
    var result: [String: Kind] = [:]
    for (kind, list) in lists {
      for label in list.split(separator: "|") { result[String(label)] = kind }
    }
    return result
  }()
}
