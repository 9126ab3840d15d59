import JSONText

/// The words of blocks: what people write with the editor, and what applications post.
///
/// https://docs.slack.dev/reference/block-kit/blocks. Buttons, menus and pictures say nothing.
struct SlackBlocks {
  let text: SlackText

  func pieces(_ blocks: JSONNode?) -> [ChatPiece] {
    var pieces: [ChatPiece] = []
    for block in blocks?.list ?? [] { pieces += self.pieces(of: block) }
    return pieces
  }

  private func pieces(of block: JSONNode) -> [ChatPiece] {
    switch block["type"]?.string {
    case "rich_text": return (block["elements"]?.list ?? []).compactMap(richText)
    case "section": return [block["text"]].compactMap(plain) + (block["fields"]?.list ?? []).compactMap(plain)
    case "header", "markdown": return [block["text"]].compactMap(plain)
    case "context": return (block["elements"]?.list ?? []).compactMap(plain)
    case "image": return [block["title"]].compactMap(plain)
    case "video": return [block["title"], block["description"]].compactMap(plain)
    case "table": return (block["rows"]?.list ?? []).compactMap(row)
    default: return []
    }
  }

  /// A text object, or a string.
  private func plain(_ node: JSONNode?) -> ChatPiece? {
    guard let words = node?.string ?? node?.words("text") else { return nil }
    return ChatPiece(words: text.plain(words))
  }

  private func row(_ row: JSONNode) -> ChatPiece? {
    let cells = row.list.map { cell in
      cell.words("text").map(text.plain)
        ?? (cell["elements"]?.list ?? []).map { inline($0["elements"]) }.joined(separator: " ")
    }
    return cells.isEmpty ? nil : ChatPiece(words: cells.joined(separator: " | "), form: .whole)
  }

  // MARK: rich text

  private func richText(_ element: JSONNode) -> ChatPiece? {
    let inside = element["elements"]
    switch element["type"]?.string {
    case "rich_text_section": return ChatPiece(words: inline(inside))
    case "rich_text_preformatted": return ChatPiece(words: inline(inside), form: .whole)
    case "rich_text_quote": return ChatPiece(words: QuotedLines.quoting(inline(inside)))
    case "rich_text_list":
      let mark = element["style"]?.string == "ordered" ? "1. " : "• "
      return ChatPiece(words: (inside?.list ?? []).map { mark + inline($0["elements"]) }.joined(separator: "\n"))
    default: return nil
    }
  }

  private func inline(_ elements: JSONNode?) -> String {
    (elements?.list ?? []).map(words).joined()
  }

  private func words(of element: JSONNode) -> String {
    let id = { (name: String) in element[name]?.string ?? "" }
    switch element["type"]?.string {
    case "link": return SlackText.link(id("url"), label: element.words("text"))
    case "user": return "@" + text.directory.name(of: id("user_id"))
    case "usergroup": return "@" + id("usergroup_id")
    case "channel": return "#" + (text.directory.channels[id("channel_id")] ?? id("channel_id"))
    case "broadcast": return "@" + id("range")
    case "emoji": return ":" + id("name") + ":"
    case "date": return element.words("fallback") ?? JSONTime.iso(element["timestamp"])
    default: return element["text"]?.string ?? ""
    }
  }
}
