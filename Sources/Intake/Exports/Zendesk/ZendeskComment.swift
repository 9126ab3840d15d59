import JSONText
import PlanModel

/// A comment, alone or as an event of an audit: what an event does not say itself is said by the audit.
struct ZendeskComment {
  private let event: JSONNode
  private let audit: JSONNode

  static func all(in part: JSONNode) -> [ZendeskComment] {
    let events = (part["events"] ?? part["child_events"])?.list ?? [part]
    return events.map { ZendeskComment(event: $0, audit: part) }
  }

  var id: String? { event["id"]?.text }

  var authorID: JSONNode? { event["author_id"] ?? audit["author_id"] ?? audit["updater_id"] }

  var author: JSONNode? { event["author"] ?? audit["author"] }

  /// Who wrote the mail that the comment came by.
  var sender: JSONNode? { (event["via"] ?? audit["via"])?.at("source", "from") }

  /// The field that an event sets, and what to.
  var field: String? { event["field_name"]?.text }
  var value: String? { event["value"]?.text }

  var subject: String? { field == "subject" ? event.words("value") : nil }

  private var time: String { JSONTime.iso(event["created_at"] ?? audit["created_at"] ?? audit["timestamp"]) }

  /// Of each comment one form: `body` is what was written, the others are made from it.
  func turns(by speaker: ZendeskSpeaker) -> [Turn] {
    let chat = ZendeskChat.turns(of: event)
    guard chat.isEmpty else { return chat }
    let isNotification = event["type"]?.string == "Notification"
    let isAutomatic =
      isNotification || authorID?.text == "-1" || BotName.isBot(speaker.name)
      || event.at("via", "channel")?.string == "rule"
    let attachments = attachments
    let isInternal = (event["public"] ?? audit["public"])?.bool == false
    return words.map { words, form in
      Turn(
        speaker: isNotification ? "" : speaker.name, address: speaker.address, time: time, words: words, form: form,
        chatter: isAutomatic ? .metadata : nil, isInternal: isInternal, attachments: attachments
      ).said(by: isAutomatic ? nil : isInternal ? speaker.role ?? .agent : speaker.role)
    }
  }

  /// Whether this is `text`, white space apart.
  func says(_ text: String) -> Bool {
    let wanted = text.foldingWhiteSpace()
    for name in ["body", "plain_body"] where event[name]?.string?.foldingWhiteSpace() == wanted { return true }
    guard let html = event["html_body"]?.string else { return false }
    return HTMLText.text(of: Array(html.utf8)[...]).string.foldingWhiteSpace() == wanted
  }

  private var words: [(String, Turn.Form)] {
    if field != nil {
      guard let value = event.words("value"), field != "subject", HumanText.isProse(value) else { return [] }
      return [(value, .whole)]
    }
    var words: [(String, Turn.Form)] = []
    if let subject = event.words("subject") { words.append((subject, .whole)) }
    if let body = event.words("body") {
      words.append((body, .plain))
    } else if let body = event.words("html_body") {
      words.append((body, .html))
    } else if let body = event.words("plain_body") ?? event["data"]?.words("transcription_text") {
      words.append((body, .plain))
    } else if let message = event.words("message", "comment") {
      words.append((message, .plain))
    }
    return words
  }

  private var attachments: [Attachment] {
    (event["attachments"]?.list ?? []).map { file in
      Attachment(
        name: file.words("file_name", "name") ?? "", type: file.words("content_type")?.lowercased() ?? "",
        bytes: file["size"]?.int, url: file.words("content_url"))
    }
  }
}

/// A chat that became a ticket: an event with the messages in its value.
enum ZendeskChat {
  static func turns(of event: JSONNode) -> [Turn] {
    guard let history = event.at("value", "history") else { return [] }
    return history.list.compactMap { message in
      guard let words = message.words("message") else { return nil }
      return Turn(
        speaker: message.words("actor_name") ?? "", time: JSONTime.iso(message["timestamp"]), words: words,
        chatter: message["type"]?.string == "ChatMessage" ? nil : .notice, startsAnew: true)
    }
  }
}
