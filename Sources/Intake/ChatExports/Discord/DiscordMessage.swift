import JSONText
import PlanModel

/// Reads messages as DiscordChatExporter writes them and as Discord's interface gives them.
///
/// https://github.com/Tyrrrz/DiscordChatExporter (JsonMessageWriter), https://discord.com/developers/docs/resources/message
struct DiscordMessage {
  private let node: JSONNode
  private let text: DiscordText

  static func read(_ node: JSONNode, text: DiscordText) -> ChatMessage {
    DiscordMessage(node: node, text: text).message
  }

  private var message: ChatMessage {
    var message = ChatMessage()
    message.id = node["id"]?.text ?? ""
    // Ids grow with time.
    message.order = Int(message.id) ?? 0
    message.author = author
    message.time = JSONTime.iso(node["timestamp"])
    message.chatter = isNotice ? .notice : nil
    message.pieces = pieces(isProgram: message.author.isProgram)
    message.attachments = Self.attachments(of: node) + forwarded.flatMap(Self.attachments)
    message.reactions = reactions
    return message
  }

  /// The kinds of message that people write: by their names, and by the numbers that the interface gives.
  private static let written: Set<String> = ["Default", "Reply", "0", "19", "20", "21", "23"]

  private var isNotice: Bool { node["type"]?.text.map { !Self.written.contains($0) } ?? false }

  private var author: ChatAuthor {
    guard let author = node["author"] else { return ChatAuthor() }
    let name = Self.name(of: author, in: node["member"]) ?? ""
    let isProgram = author["isBot"]?.bool ?? author["bot"]?.bool ?? (node["webhook_id"] != nil)
    return ChatAuthor(name: name, id: author["id"]?.text ?? name, isProgram: isProgram)
  }

  /// What people are called in the server, or else everywhere.
  static func name(of person: JSONNode, in member: JSONNode?) -> String? {
    member?.words("nick") ?? person.words("nickname", "global_name", "username", "name")
  }

  private var reactions: ChatReactions {
    var reactions = ChatReactions()
    for reaction in node["reactions"]?.list ?? [] {
      let people = (reaction["users"]?.list ?? []).compactMap { $0["id"]?.text }
      reactions.people.formUnion(people)
      reactions.most = max(reactions.most, reaction["count"]?.int ?? 0)
    }
    return reactions
  }

  private static func attachments(of node: JSONNode) -> [Attachment] {
    let files = (node["attachments"]?.list ?? []).map { file in
      Attachment(
        name: file.words("fileName", "filename") ?? "", type: file.words("content_type")?.lowercased() ?? "",
        bytes: (file["fileSizeBytes"] ?? file["size"])?.int, url: file.words("url"))
    }
    let stickers = ((node["stickers"] ?? node["sticker_items"])?.list ?? []).compactMap { sticker in
      sticker.words("name").map { Attachment(name: $0, type: "", url: sticker.words("sourceUrl")) }
    }
    return files + stickers
  }

  // MARK: words

  /// Pages that links lead to are no part of the conversation, unless they are all there is; what programs say often
  /// stands in embeds alone.
  private func pieces(isProgram: Bool) -> [ChatPiece] {
    var pieces = words(node["content"])
    if let poll = node["poll"] { pieces += Self.poll(poll) }
    for forwarded in forwarded {
      let voice = Voice(time: JSONTime.iso(forwarded["timestamp"]))
      pieces += words(forwarded["content"]).map { ChatPiece(words: $0.words, form: $0.form, speaker: voice) }
    }
    guard isProgram || pieces.isEmpty else { return pieces }
    for embed in node["embeds"]?.list ?? [] { pieces += self.embed(embed) }
    return RepeatedLines.without(in: pieces)
  }

  private func words(_ node: JSONNode?) -> [ChatPiece] {
    node?.string.map { FencedCode.pieces(of: text.plain($0), namesLanguage: true) } ?? []
  }

  private var forwarded: [JSONNode] {
    [node["forwardedMessage"]].compactMap { $0 } + (node["message_snapshots"]?.list ?? []).compactMap { $0["message"] }
  }

  private func embed(_ embed: JSONNode) -> [ChatPiece] {
    var pieces = [embed["author"]?["name"], embed["title"]].flatMap(words) + words(embed["description"])
    for field in embed["fields"]?.list ?? [] {
      let words = LabelledField.line(field.words("name").map(text.plain), field.words("value").map(text.plain))
      pieces.append(ChatPiece(words: words))
    }
    return pieces + words(embed["footer"]?["text"])
  }

  private static func poll(_ poll: JSONNode) -> [ChatPiece] {
    let answers = (poll["answers"]?.list ?? []).map { $0["poll_media"] ?? $0 }
    return ([poll["question"]] + answers).compactMap { $0?.string ?? $0?.words("text") }
      .map { ChatPiece(words: $0, form: .whole) }
  }
}
