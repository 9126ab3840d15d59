import JSONText

/// What hangs below a message: messages that it hands on, what programs post, and previews of the pages that it links.
///
/// https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments
struct SlackAttachments {
  private let attachments: [JSONNode]
  private let text: SlackText

  init(_ message: JSONNode, text: SlackText) {
    attachments = message["attachments"]?.list ?? []
    self.text = text
  }

  func pieces(withPreviews: Bool) -> [ChatPiece] {
    var pieces: [ChatPiece] = []
    for attachment in attachments {
      if Self.isMessage(attachment) {
        pieces += message(attachment)
      } else if withPreviews || !Self.isPreview(attachment) {
        pieces += post(attachment)
      }
    }
    return pieces
  }

  /// Somebody's message from elsewhere, shared with or linked from this one.
  private static func isMessage(_ attachment: JSONNode) -> Bool {
    attachment["is_share"]?.bool ?? false || attachment["is_msg_unfurl"]?.bool ?? false
      || attachment["message_blocks"] != nil
  }

  private static func isPreview(_ attachment: JSONNode) -> Bool {
    attachment["from_url"] != nil || attachment["original_url"] != nil || attachment["app_unfurl_url"] != nil
  }

  private func message(_ attachment: JSONNode) -> [ChatPiece] {
    guard let words = attachment.words("text", "fallback").map(text.plain) else { return [] }
    let author = attachment["author_id"]?.string.flatMap { text.directory.users[$0]?.name }
    let name = author ?? attachment.words("author_name", "author_subname") ?? ""
    let voice = Voice(name: name, time: JSONTime.iso(attachment["ts"]))
    return FencedCode.pieces(of: words, namesLanguage: false).map { piece in
      var piece = piece
      piece.speaker = voice
      return piece
    }
  }

  private func post(_ attachment: JSONNode) -> [ChatPiece] {
    var lines: [String] = []
    for name in ["pretext", "author_name", "title", "text"] {
      if let words = attachment.words(name) { lines.append(text.plain(words)) }
    }
    for field in attachment["fields"]?.list ?? [] {
      lines.append(LabelledField.line(field.words("title").map(text.plain), field.words("value").map(text.plain)))
    }
    let pieces = lines.map { ChatPiece(words: $0) } + SlackBlocks(text: text).pieces(attachment["blocks"])
    if pieces.isEmpty, let fallback = attachment.words("fallback") { return [ChatPiece(words: text.plain(fallback))] }
    return RepeatedLines.without(in: pieces)
  }
}
