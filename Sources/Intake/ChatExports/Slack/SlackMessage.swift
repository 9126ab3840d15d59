import JSONText
import PlanModel

/// Reads messages as the files of an export and `conversations.history` give them.
///
/// https://docs.slack.dev/reference/events/message
struct SlackMessage {
  private let node: JSONNode
  private let text: SlackText
  private let subtype: String

  /// What `node` says; nil when it is no message or one that only reports that another one changed.
  static func read(_ node: JSONNode, directory: SlackDirectory) -> ChatMessage? {
    // A change is reported with the message as it is now, a deletion with what it was.
    let changed = node["subtype"]?.string == "message_changed" ? node["message"] : nil
    let deleted = node["subtype"]?.string == "message_deleted" ? node["previous_message"] ?? node["original"] : nil
    guard let node = changed ?? deleted ?? Optional(node), node["ts"]?.text != nil else { return nil }
    let reader = SlackMessage(
      node: node, text: SlackText(directory: directory), subtype: node["subtype"]?.string ?? "")
    var message = reader.message
    if deleted != nil { message.chatter = .notice }
    return message
  }

  private var message: ChatMessage {
    let stamp = node["ts"]?.text ?? ""
    var message = ChatMessage()
    message.author = author
    message.id = stamp + " " + message.author.id
    message.order = Self.microseconds(stamp)
    message.thread = node["thread_ts"]?.text ?? stamp
    message.time = JSONTime.iso(node["ts"])
    message.chatter = Self.notices.contains(subtype) ? .notice : nil
    message.pieces = pieces(isProgram: message.author.isProgram)
    message.reactions = reactions
    let files = SlackFiles(node)
    message.attachments = files.attachments
    message.pieces += files.pieces(besides: message.pieces)
    if message.author.isProgram, message.chatter == nil, message.pieces.allSatisfy({ MachineReport.isOne($0.words) }) {
      message.chatter = .metadata
    }
    return message
  }

  /// The lines that Slack writes itself.
  private static let notices: Set<String> = {
    let events = ["join", "leave", "topic", "purpose", "name", "archive", "unarchive"]
    return Set(
      events.flatMap { ["channel_" + $0, "group_" + $0] } + [
        "channel_posting_permissions", "channel_convert_to_private", "channel_convert_to_public", "pinned_item",
        "unpinned_item", "bot_add", "bot_remove", "bot_enable", "bot_disable", "reminder_add", "reminder_delete",
        "reply_broadcast", "tombstone", "huddle_thread", "sh_room_created", "sh_room_shared", "file_mention",
        "app_conversation_join", "app_conversation_leave", "document_mention",
      ])
  }()

  /// Seconds and six digits behind a point: `1462543383.000002`.
  private static func microseconds(_ stamp: String) -> Int {
    let parts = stamp.split(separator: ".", maxSplits: 1)
    guard let seconds = parts.first.flatMap({ Int($0) }), seconds.magnitude < 1 << 40 else { return 0 }
    let fraction = parts.count > 1 ? parts[1].prefix(6) : ""
    let digits = Int(fraction + String(repeating: "0", count: 6 - fraction.count)) ?? 0
    return seconds * 1_000_000 + digits
  }

  private var author: ChatAuthor {
    let bot = node["bot_profile"]
    if let name = node.words("username") ?? bot?.words("name"), node["bot_id"] != nil || subtype == "bot_message" {
      return ChatAuthor(name: name, id: node["bot_id"]?.string ?? name, isProgram: true)
    }
    // Comments on files name their author only there.
    guard let user = node["user"]?.text ?? node.at("comment", "user")?.text ?? node["bot_id"]?.text else {
      let name = node.words("username") ?? ""
      return ChatAuthor(name: name, id: name)
    }
    let isPosted = subtype == "bot_message" || node["app_id"] != nil && node["bot_id"] != nil && bot != nil
    if var known = text.directory.users[user] {
      known.isProgram = known.isProgram || isPosted || BotName.isProgram(known.name)
      return known
    }
    let name = node.words("username", "user_name") ?? user
    return ChatAuthor(
      name: name, id: user,
      isProgram: node["user"] == nil || user == "USLACKBOT" || isPosted || BotName.isProgram(name))
  }

  private var reactions: ChatReactions {
    var reactions = ChatReactions()
    for reaction in node["reactions"]?.list ?? [] {
      let people = (reaction["users"]?.list ?? []).compactMap(\.string)
      reactions.people.formUnion(people)
      reactions.most = max(reactions.most, reaction["count"]?.int ?? 0, people.count)
    }
    return reactions
  }

  // MARK: words

  /// What is written is in `text`; blocks and attachments say it again, but for what programs post. Pages that links
  /// lead to are no part of the conversation, unless they are all there is.
  private func pieces(isProgram: Bool) -> [ChatPiece] {
    let written = node["text"]?.string.map(text.plain) ?? ""
    if isOldShare && fileComment == nil { return [ChatPiece(words: written, chatter: .notice)] }
    let said = fileComment ?? written
    let isSaid = said.utf8.contains { !$0.isWhite }
    let attachments = SlackAttachments(node, text: text)
    guard !isSaid || isProgram else {
      return FencedCode.pieces(of: said, namesLanguage: false) + attachments.pieces(withPreviews: false)
    }
    let blocks = SlackBlocks(text: text).pieces(node["blocks"]) + attachments.pieces(withPreviews: !isSaid)
    return RepeatedLines.without(in: FencedCode.pieces(of: said, namesLanguage: false) + blocks)
  }

  /// Until 2018 a file was shared with a sentence of Slack's own, and the comment lay beside it.
  private var fileComment: String? {
    guard subtype == "file_share" || subtype == "file_comment" else { return nil }
    let comment = node["comment"]?.words("comment") ?? node.at("file", "initial_comment")?.words("comment")
    return comment.map(text.plain)
  }

  /// "<@U1|dana> uploaded a file: <https://…|Plan>"
  private var isOldShare: Bool {
    guard subtype == "file_share", let written = node["text"]?.string, written.hasPrefix("<@") else { return false }
    let behind = written.drop { $0 != ">" }.dropFirst()
    return [" uploaded a", " shared a"].contains { behind.hasPrefix($0) }
  }
}
