import JSONText
import PlanModel

/// Slack: an export, one channel's folder, one day's file, or a list as `conversations.history` and
/// `conversations.replies` give it.
struct SlackReader: FormatReader {
  static let format = SourceFormat.slack
  /// Exports hold pictures and other files beside the messages.
  static let decodesItself = true

  static func recognises(_ sample: FormatSample) -> Bool {
    sample.json.contains { !messages(in: $0).isEmpty && messages(in: $0).prefix(20).contains(where: isMessage) }
  }

  static func recognises(folder: Material) -> Bool {
    let export = SlackExport(folder)
    return export.channels.prefix(20).contains { channel in
      channel.files.prefix(3).contains { recognises(FormatSample($0.bytes, name: $0.path)) }
    }
  }

  static func exports(in folder: Material) -> [FolderExport] { SlackPlaces(folder).exports(in: folder) }

  /// A channel each, with the lists that name its people.
  static func conversations(in material: Material) throws(IntakeError) -> [Material] {
    let export = SlackExport(material)
    guard export.channels.count > 1 else { return [material] }
    return export.channels.map { Material(folder: export.lists + $0.files, name: $0.folder) }
  }

  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    let export = SlackExport(material)
    let directory = try export.directory()
    var whole: Conversation?
    for channel in export.channels {
      let conversation = try SlackChannel.conversation(of: channel, in: material, directory: directory)
      if whole == nil { whole = conversation } else { whole?.append(conversation) }
    }
    guard var whole else { throw .unexpectedShape(format) }
    // What is true of one channel is not said of all.
    if export.channels.count > 1 { whole.origin.identity = nil }
    return try whole.manuscript()
  }

  // MARK: shapes

  /// The messages of a file: a list, or one under `messages`, and there under `matches` when they were searched for.
  static func messages(in root: JSONNode) -> [JSONNode] {
    if root.kind == .array { return Array(root.elements) }
    if isMessage(root) { return [root] }
    guard let messages = root["messages"] else { return [] }
    return messages["matches"]?.list ?? messages.list
  }

  /// A time stamp that no other program writes: seconds and six digits behind a point, in a string.
  private static func isMessage(_ node: JSONNode) -> Bool {
    guard let stamp = node["ts"]?.string, isStamp(stamp) else { return false }
    if let type = node["type"]?.string, type != "message" { return false }
    return ["user", "bot_id", "username", "subtype", "text"].contains { node[$0] != nil }
  }

  private static func isStamp(_ stamp: String) -> Bool {
    let parts = stamp.split(separator: ".")
    return parts.count == 2 && 9...11 ~= parts[0].utf8.count && 1...6 ~= parts[1].utf8.count
      && parts.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
  }
}
