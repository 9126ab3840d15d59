import JSONText
import PlanModel

/// Telegram: the `result.json` of one chat, or that of an account with all its chats, alone or in the folder of its files.
struct TelegramReader: FormatReader {
  static let format = SourceFormat.telegram
  /// Exports hold pictures and other files beside the messages.
  static let decodesItself = true

  static func recognises(_ sample: FormatSample) -> Bool {
    sample.json.contains { text in isAccount(text) || !chats(in: text).isEmpty }
  }

  static func recognises(folder: Material) -> Bool { !exports(in: folder).isEmpty }

  static func conversations(in material: Material) throws(IntakeError) -> [Material] {
    let chats = try chats(in: material)
    guard chats.count > 1 else { return [material] }
    return chats.map { Material(Array($0.bytes), name: $0.words("name") ?? material.name) }
  }

  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    let chats = try chats(in: material)
    guard let first = chats.first else { throw .unexpectedShape(format) }
    var whole = conversation(of: first)
    for chat in chats.dropFirst() { whole.append(conversation(of: chat)) }
    // What is true of one chat is not said of all.
    if chats.count > 1 { whole.origin.identity = nil }
    return try whole.manuscript()
  }

  // MARK: chats

  private static func exports(in material: Material) -> [Material.File] {
    guard material.isFolder else { return material.files }
    return material.files.filter { $0.path.hasSuffix(".json") && recognises(FormatSample($0.bytes, name: $0.path)) }
  }

  private static func chats(in material: Material) throws(IntakeError) -> [JSONNode] {
    var chats: [JSONNode] = []
    for file in exports(in: material) {
      chats += self.chats(in: try JSONOriginal.document(of: file.bytes, format: format).root)
    }
    return chats
  }

  private static func conversation(of chat: JSONNode) -> Conversation {
    var log = ChatLog()
    let type = chat["type"]?.string
    let id = chat["id"]?.text
    log.title = chat.words("name") ?? (type == "saved_messages" ? "Saved Messages" : "")
    log.identity = id.map { "telegram:" + $0 }
    let bot = type == "bot_chat" ? id.map { "user" + $0 } : nil
    for message in chat["messages"]?.list ?? [] { log.add(TelegramMessage.read(message, bot: bot)) }
    return log.conversation()
  }

  // MARK: shapes

  /// The chats in which something was said.
  private static func chats(in text: JSONNode) -> [JSONNode] {
    let lists = ["chats", "left_chats"].flatMap { text[$0]?["list"]?.list ?? [] }
    return (lists.isEmpty ? [text] : lists).filter { chat in
      chat["messages"]?.elements.prefix(20).contains(where: isMessage) ?? false
    }
  }

  private static func isMessage(_ node: JSONNode) -> Bool {
    guard ["message", "service", "unsupported"].contains(node["type"]?.string), node["ts"] == nil else { return false }
    return (node["date_unixtime"] != nil || node["date"] != nil)
      && ["from", "actor", "from_id", "actor_id"].contains { node.has($0) }
  }

  /// The beginning of an account's export, in which the chats come late.
  private static func isAccount(_ node: JSONNode) -> Bool {
    node["about"]?.string != nil
      && ["personal_information", "profile_pictures", "contacts", "frequent_contacts"].contains { node[$0] != nil }
  }
}
