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
    let start = line.drop { !$0.isWord }
    guard start.prefix(3).contains(where: \.isForeign) || table.mayBegin(ignoringCase: start) else { return false }
    let words = start.string.lowercased()
    return phrases.contains { words.hasPrefix($0) }
  }

  /// Most lines begin otherwise, which tells without making text of them.
  private static let table = PhraseTable(phrases.joined(separator: "|"))

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
