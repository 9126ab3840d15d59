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
    } else if let wide = head.indices.first(where: { head[$0] == 0xEF && head[$0...].starts(with: "：".utf8) }) {
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
      (
        .sender,
        """
        from|von|de|da|van|från|fra|lähettäjä|od|от|от кого|від|de la|από|feladó|dari|từ|寄件人名稱|\
        差出人|发件人|寄件者|寄件人|보낸 사람|보낸사람|kimden|מאת|من
        """
      ),
      (
        .date,
        """
        date|sent|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada em|fecha|inviato|data|\
        verzonden|skickat|sendt|dato|lähetetty|päivämäärä|wysłano|wysłane|отправлено|дата|odesláno|\
        送信日時|日時|日付|日期|发送时间|发送日期|時間|寄件日期|傳送時間|傳送日期|날짜|보낸 날짜|\
        보낸 시간|tarih|gönderilen|gönderildi|gönderme|надіслано|στάλθηκε|ημερομηνία|\
        elküldve|dátum|trimis|tanggal|dikirim|đã gửi|ngày|נשלח|תאריך|تاريخ|التاريخ|تم الإرسال|发件时间|\
        inviata|envoyée|enviada
        """
      ),
      (
        .recipient,
        """
        to|cc|bcc|an|kopie|à|para|a|per|aan|till|kopia|til|kopi|vastaanottaja|kopio|do|dw|кому|копия|\
        komu|宛先|收件人|抄送|받는 사람|받는사람|참조|kime|bilgi|收件者|副本|副本抄送|密件副本|προς|\
        κοιν.|κοινοποίηση|címzett|másolatot kap|másolat|către|kepada|ke|tới|đến|אל|עותק|إلى|نسخة|copie|\
        copia|cópia|kopie an|kópia|копія|dla|udostępniono
        """
      ),
      (
        .subject,
        """
        subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|тема|předmět|件名|\
        主题|主旨|主題|제목|konu|נושא|θέμα|tárgy|subiect|subjek|subyek|perihal|chủ đề|الموضوع|předmet|\
        predmet|onderw.|betr.
        """
      ),
      (
        .other,
        """
        reply-to|importance|attachments|priority|wichtigkeit|antwort an|répondre à|responder a|\
        organization|message-id|list|x-original-to
        """
      ),
    ]
    var result: [String: Kind] = [:]
    for (kind, list) in lists {
      for label in list.split(separator: "|") { result[String(label)] = kind }
    }
    return result
  }()
}
