import JSONText
import PlanModel

/// Reads messages as Telegram Desktop exports them.
///
/// https://core.telegram.org/import-export and export_output_json.cpp of Telegram Desktop.
struct TelegramMessage {
  private let node: JSONNode
  /// The id of whoever answers by program, in a chat with a bot.
  private let bot: String?

  static func read(_ node: JSONNode, bot: String?) -> ChatMessage { TelegramMessage(node: node, bot: bot).message }

  private var message: ChatMessage {
    var message = ChatMessage()
    message.id = node["id"]?.text ?? ""
    message.order = node["id"]?.int ?? 0
    let name = node.words("from", "actor") ?? ""
    let id = (node["from_id"] ?? node["actor_id"])?.text ?? name
    message.author = ChatAuthor(name: name, id: id, isProgram: id == bot)
    // Older exports give the time of day where they were made, and no zone.
    message.time = JSONTime.iso(node["date_unixtime"] ?? node["date"])
    if node["type"]?.string == "service" {
      message.chatter = .notice
      message.pieces = [ChatPiece(words: event)] + TelegramText.pieces(node["text"])
    } else {
      message.pieces = handedOn(pieces, from: name, at: message.time)
    }
    message.attachments = attachments
    message.reactions = reactions
    return message
  }

  /// Words of somebody else are theirs; of some, Telegram tells no name.
  private func handedOn(_ pieces: [ChatPiece], from author: String, at time: String) -> [ChatPiece] {
    guard node.has("forwarded_from"), node["forwarded_from"]?.string != author else { return pieces }
    let voice = Voice(name: node.words("forwarded_from") ?? "", time: time)
    return pieces.map { ChatPiece(words: $0.words, form: $0.form, speaker: voice) }
  }

  // MARK: words

  /// What happened, in the export's own words: "Dana invite members Sam".
  private var event: String {
    let action = node["action"]?.string?.split(separator: "_").joined(separator: " ")
    let members = (node["members"]?.list ?? []).compactMap(\.string).joined(separator: ", ")
    return [node.words("actor", "from"), action, node.words("title", "new_title"), members].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var pieces: [ChatPiece] {
    var pieces = TelegramText.pieces(node["text"])
    if pieces.isEmpty { pieces = TelegramText.pieces(node["text_entities"]) }
    return pieces + enclosed.filter { $0.utf8.contains { !$0.isWhite } }.map { ChatPiece(words: $0, form: .whole) }
  }

  /// What people enclose that is words itself: polls, lists, addresses, places.
  private var enclosed: [String] {
    var words: [String] = []
    if let poll = node["poll"] {
      words.append(TelegramText.string(poll["question"]))
      words += (poll["answers"]?.list ?? []).map { TelegramText.string($0["text"]) }
    }
    if let list = node["todo_list"] {
      words.append(TelegramText.string(list["title"]))
      words += ((list["items"] ?? list["answers"])?.list ?? []).map { TelegramText.string($0["text"]) }
    }
    if let contact = node["contact_information"] {
      let parts = ["first_name", "last_name", "phone_number"].compactMap { contact.words($0) }
      words.append(parts.joined(separator: " "))
    }
    if let invoice = node["invoice_information"] { words += ["title", "description"].compactMap { invoice.words($0) } }
    return words + ["place_name", "address", "game_title", "game_description"].compactMap { node.words($0) }
  }

  // MARK: files

  private var attachments: [Attachment] {
    var attachments: [Attachment] = []
    if let photo = node.words("photo") {
      attachments.append(
        Attachment(
          name: Self.name(of: photo), type: "image/jpeg", bytes: node["photo_file_size"]?.int,
          url: Self.place(of: photo)))
    }
    if let file = node.words("file") {
      attachments.append(
        Attachment(
          name: node.words("file_name") ?? Self.name(of: file), type: node.words("mime_type")?.lowercased() ?? "",
          bytes: node["file_size"]?.int, url: Self.place(of: file)))
    }
    return attachments
  }

  /// Its place in the export; a file that was left out has a remark in brackets there.
  private static func place(of file: String) -> String? { file.hasPrefix("(") ? nil : file }

  private static func name(of file: String) -> String {
    place(of: file)?.split(separator: "/").last.map(String.init) ?? ""
  }

  private var reactions: ChatReactions {
    var reactions = ChatReactions()
    for reaction in node["reactions"]?.list ?? [] {
      reactions.people.formUnion((reaction["recent"]?.list ?? []).compactMap { $0["from_id"]?.text })
      reactions.most = max(reactions.most, reaction["count"]?.int ?? 0)
    }
    return reactions
  }
}
