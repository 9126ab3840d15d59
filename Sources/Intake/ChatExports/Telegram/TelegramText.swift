import JSONText

/// The text of Telegram's messages: a string, or a list of strings and of words with a meaning.
///
///     ["See ", {"type": "text_link", "text": "the page", "href": "https://example.com"}]
///
/// https://core.telegram.org/import-export
enum TelegramText {
  static func string(_ node: JSONNode?) -> String {
    pieces(node).map(\.words).joined(separator: "\n")
  }

  /// The words, and code in between as it stands.
  static func pieces(_ node: JSONNode?) -> [ChatPiece] {
    guard let node else { return [] }
    var pieces: [ChatPiece] = []
    var words = node.string ?? ""
    for part in node.elements {
      let text = part.string ?? part["text"]?.string ?? ""
      switch part["type"]?.string {
      case "pre":
        pieces += [ChatPiece(words: words), ChatPiece(words: text, form: .whole)]
        words = ""
      case "blockquote":
        let isOpen = !words.isEmpty && !words.hasSuffix("\n")
        words += (isOpen ? "\n" : "") + QuotedLines.quoting(text) + "\n"
      case "text_link": words += link(text, part["href"]?.string)
      default: words += text
      }
    }
    pieces.append(ChatPiece(words: words))
    return pieces.filter { $0.words.utf8.contains { !$0.isWhite } }
  }

  private static func link(_ label: String, _ target: String?) -> String {
    guard let target, target != label, !target.hasSuffix("://" + label) else { return label }
    return "\(label) (\(target))"
  }
}
