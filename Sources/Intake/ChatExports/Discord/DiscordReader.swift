import JSONText
import PlanModel

/// Discord: a channel as DiscordChatExporter writes it, several of them or their parts in a folder, or a list of messages
/// as Discord's interface gives it, newest first.
struct DiscordReader: FormatReader {
  static let format = SourceFormat.discord
  /// Exports hold pictures and other files beside the messages.
  static let decodesItself = true

  static func recognises(_ sample: FormatSample) -> Bool {
    sample.json.contains { text in
      let messages = messages(in: text).prefix(20)
      return messages.contains(where: isMessage) || isChannel(text) && messages.contains(where: isSaid)
    }
  }

  static func recognises(folder: Material) -> Bool { !exports(in: folder).isEmpty }

  /// A channel each, with all of its parts.
  static func conversations(in material: Material) throws(IntakeError) -> [Material] {
    let channels = try channels(in: material)
    guard channels.count > 1 else { return [material] }
    return channels.map { files in
      files.count == 1
        ? Material(files[0].bytes, name: files[0].path) : Material(folder: files, name: files.first?.path)
    }
  }

  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    var whole: Conversation?
    let channels = try channels(in: material)
    for channel in channels {
      let conversation = try conversation(of: channel)
      if whole == nil { whole = conversation } else { whole?.append(conversation) }
    }
    guard var whole else { throw .unexpectedShape(format) }
    // What is true of one channel is not said of all.
    if channels.count > 1 { (whole.origin.identity, whole.origin.url) = (nil, nil) }
    return try whole.manuscript()
  }

  // MARK: files

  private static func exports(in material: Material) -> [Material.File] {
    guard material.isFolder else { return material.files }
    return material.files.filter { $0.path.hasSuffix(".json") && recognises(FormatSample($0.bytes, name: $0.path)) }
  }

  /// The files of each channel; large channels are written in parts.
  private static func channels(in material: Material) throws(IntakeError) -> [[Material.File]] {
    var channels: [[Material.File]] = []
    var places: [String: Int] = [:]
    let files = exports(in: material)
    for file in files {
      let texts = files.count > 1 ? try JSONOriginal.texts(of: file.bytes, format: format) : []
      let id = texts.first?.at("channel", "id")?.text
      if let id, let place = places[id] {
        channels[place].append(file)
      } else {
        if let id { places[id] = channels.count }
        channels.append([file])
      }
    }
    return channels
  }

  private static func conversation(of files: [Material.File]) throws(IntakeError) -> Conversation {
    var texts: [JSONNode] = []
    for file in files { texts += try JSONOriginal.texts(of: file.bytes, format: format) }
    let messages = texts.flatMap(messages)
    var text = DiscordText()
    for message in messages { text.learn(from: message) }
    var log = ChatLog()
    if let channel = texts.first?["channel"] { describe(channel, guild: texts.first?["guild"], in: &log) }
    if let id = messages.first?["channel_id"]?.text, log.identity == nil { log.identity = "discord:" + id }
    for message in messages { log.add(DiscordMessage.read(message, text: text)) }
    return log.conversation()
  }

  private static func describe(_ channel: JSONNode, guild: JSONNode?, in log: inout ChatLog) {
    let name = channel.words("name") ?? ""
    let isText = channel["type"]?.string == "GuildTextChat"
    log.title = isText && !name.isEmpty ? "#" + name : name
    if let topic = channel.words("topic") {
      log.add(ChatMessage(order: .min, pieces: [ChatPiece(words: topic)], chatter: .metadata))
    }
    guard let id = channel["id"]?.text else { return }
    log.identity = "discord:" + id
    if let guild = guild?["id"]?.text {
      log.url = "https://discord.com/channels/\(guild == "0" ? "@me" : guild)/\(id)"
    }
  }

  // MARK: shapes

  /// The messages of a file: a list, one under `messages`, or lists of them, as a search gives.
  private static func messages(in text: JSONNode) -> [JSONNode] {
    if isMessage(text) { return [text] }
    return (text["messages"] ?? text).list.flatMap { $0.kind == .array ? $0.list : [$0] }
  }

  /// A server and a channel beside the messages tell whose they are, however little each message says.
  private static func isChannel(_ text: JSONNode) -> Bool {
    text["guild"]?.has("name") ?? false && text["channel"]?.has("name") ?? false
  }

  private static func isSaid(_ node: JSONNode) -> Bool {
    node["content"]?.string != nil && node["timestamp"]?.string != nil
      && node["author"]?.words("name", "username") != nil
  }

  private static func isMessage(_ node: JSONNode) -> Bool {
    guard isSaid(node), let author = node["author"], author["id"] != nil else { return false }
    return author["username"] != nil || author.has("discriminator") || author.has("isBot")
  }
}
