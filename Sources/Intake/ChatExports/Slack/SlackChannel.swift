import JSONText
import PlanModel

/// Reads the days of a channel into one conversation.
enum SlackChannel {
  static func conversation(
    of channel: SlackExport.Channel, in material: Material, directory: SlackDirectory
  ) throws(IntakeError) -> Conversation {
    var roots: [JSONNode] = []
    for file in channel.files { roots += try JSONOriginal.texts(of: file.bytes, format: .slack) }
    let messages = roots.flatMap(messages)
    var directory = directory
    for message in messages { learn(from: message, into: &directory) }
    var log = ChatLog()
    for message in messages {
      if let message = SlackMessage.read(message, directory: directory) { log.add(message) }
    }
    let folder = channel.folder.isEmpty && material.isFolder ? folderName(material.name) : channel.folder
    name(&log, folder: folder, roots, messages, directory)
    return log.conversation()
  }

  /// The messages of a file, with the answers that some programs nest in the message that is answered.
  private static func messages(in root: JSONNode) -> [JSONNode] {
    SlackReader.messages(in: root).flatMap { message in
      [message] + (message["slackdump_thread_replies"]?.list ?? [])
    }
  }

  private static func learn(from message: JSONNode, into directory: inout SlackDirectory) {
    if let profile = message["user_profile"], let user = message["user"]?.string {
      directory.add(profile: profile, of: user)
    }
  }

  private static func folderName(_ path: String?) -> String {
    path?.split(separator: "/").last.map(String.init) ?? ""
  }

  // MARK: name and identity

  /// Found by the folder, by what the file says beside its messages, or by the messages themselves.
  private static func name(
    _ log: inout ChatLog, folder: String, _ roots: [JSONNode], _ messages: [JSONNode], _ directory: SlackDirectory
  ) {
    let root = roots.first
    let stated = root?["channel"]?.string ?? messages.first?["channel"]?.string
    let id =
      root?.words("channel_id") ?? root?["channel"]?.words("id") ?? stated ?? messages.first?["channel"]?.words("id")
      ?? directory.id(ofChannel: folder)
    let name = root?.words("name") ?? root?["channel"]?.words("name") ?? messages.first?["channel"]?.words("name")
    log.title = title(id: id, name: name ?? folder, directory)
    guard let channel = id ?? (folder.isEmpty ? name : folder) else { return }
    log.identity = "slack:" + channel + (log.onlyThread.map { ":" + $0 } ?? "")
  }

  private static func title(id: String?, name: String, _ directory: SlackDirectory) -> String {
    if let people = id.flatMap({ directory.members[$0] }) ?? directory.members[name], !people.isEmpty {
      return people.map(directory.name).joined(separator: ", ")
    }
    let name = id.flatMap { directory.channels[$0] } ?? name
    return name.isEmpty ? "" : name.hasPrefix("#") ? name : "#" + name
  }
}
