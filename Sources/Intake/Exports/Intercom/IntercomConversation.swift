import JSONText
import PlanModel

struct IntercomConversation {
  let node: JSONNode

  var conversation: Conversation {
    var conversation = Conversation()
    let source = node["source"] ?? node["conversation_message"]
    let author = IntercomAuthor(source?["author"] ?? contacts.first)
    let time = JSONTime.iso(node["created_at"])
    let attributes = node["ticket_attributes"]
    let titles = [node["title"], attributes?["_default_title_"], source?["subject"]].compactMap { $0?.string }
    let subjects = titles.map(Self.text).filter { !$0.isEmpty }
    conversation.title = subjects.first ?? ""
    conversation.received = time.nonEmpty
    conversation.origin.identity = node["id"]?.text.map { "intercom:" + $0 }
    conversation.origin.segments = segments
    conversation.people = contacts.map(IntercomAuthor.init).filter { !$0.name.isEmpty && !$0.isUnnamed }.map(\.person)
    var opening = Array(Set(subjects).count == 1 ? subjects.prefix(1) : subjects[...]).map {
      Turn(words: $0, form: .title)
    }
    if let source { opening += Self.words(of: source) }
    opening += IntercomAttributes.turns(attributes) + IntercomAttributes.turns(node["custom_attributes"])
    conversation.turns = opening.map { author.says($0, at: time) }
    if !conversation.turns.isEmpty { conversation.turns[0].startsAnew = true }
    conversation.turns += parts.inTime + rating
    return conversation
  }

  /// The parts in which somebody wrote; assignments and the like have no words.
  private var parts: Contributions {
    var contributions = Contributions()
    for name in ["conversation_parts", "ticket_parts"] {
      guard let list = node[name] else { continue }
      for part in (list[name] ?? list["data"] ?? list).list {
        let author = IntercomAuthor(part["author"])
        let time = JSONTime.iso(part["created_at"])
        let isInternal = part["part_type"]?.string?.lowercased().hasPrefix("note") == true
        contributions.add(Self.words(of: part).map { author.says($0, at: time, isInternal: isInternal) })
      }
    }
    return contributions
  }

  private static func words(of part: JSONNode) -> [Turn] {
    let files = (part["attachments"]?.list ?? []).map { file in
      Attachment(
        name: file.words("name") ?? "", type: file.words("content_type")?.lowercased() ?? "",
        bytes: file["filesize"]?.int, url: file.words("url"))
    }
    guard let body = part.words("body") else { return files.isEmpty ? [] : [Turn(words: "", attachments: files)] }
    return [Turn(words: body, form: .html, attachments: files)]
  }

  private var rating: [Turn] {
    let remarks = [node["conversation_rating"]?.words("remark"), node["ai_agent"]?.words("rating_remark")]
    let source = node["source"] ?? node["conversation_message"]
    var author = IntercomAuthor(contacts.first ?? source?["author"])
    if author.isUnnamed { author = IntercomAuthor(source?["author"]) }
    return remarks.compactMap(\.self).map { words in
      var turn = author.says(Turn(words: words), at: JSONTime.iso(node["conversation_rating"]?["created_at"]))
      turn.startsAnew = true
      turn.chatter = nil
      return turn
    }
  }

  private var contacts: [JSONNode] {
    let lists = [node.at("contacts", "contacts"), node["contacts"], node["customers"], node["user"].map { $0 }]
    return lists.lazy.compactMap { $0?.kind == .array ? $0?.list : nil }.first ?? []
  }

  /// The companies of those who ask, where the export names them.
  private var segments: [String] {
    let companies = contacts.flatMap { ($0.at("companies", "data") ?? $0["companies"])?.list ?? [] }
    return [node["company"]].compactMap { $0?.words("name") } + companies.compactMap { $0.words("name") }
  }

  /// Subjects are HTML.
  private static func text(of html: String) -> String {
    HTMLText.text(of: Array(html.utf8)[...]).string.foldingWhiteSpace()
  }
}

/// Fields that the team defines: what somebody wrote in them.
enum IntercomAttributes {
  static func turns(_ attributes: JSONNode?) -> [Turn] {
    var turns: [Turn] = []
    for member in attributes?.members.map(\.self) ?? [] where member.name != "_default_title_" {
      let words = member.value.string ?? ""
      if HumanText.isProse(words) || member.name == "_default_description_" { turns.append(Turn(words: words)) }
    }
    return turns
  }
}

/// Who wrote a part: somebody who asks (`user`, `lead`, `contact`), the team (`admin`, `team`), or a program (`bot`).
struct IntercomAuthor {
  private(set) var name = ""
  private var address: String?
  private var isBot = false
  private var role: Person.Role?
  /// Known by their part alone.
  private(set) var isUnnamed = false

  init(_ node: JSONNode?) {
    guard let node else { return }
    let type = node.words("type") ?? ""
    isUnnamed = node.words("name", "email") == nil
    name = node.words("name", "email") ?? type
    address = node.words("email")
    role = Person.Role(word: type) ?? (type == "user" ? .customer : nil)
    isBot = type == "bot" || node["from_ai_agent"]?.bool == true || BotName.isBot(name)
  }

  var person: Person { Person(name: name, address: address, role: role) }

  func says(_ turn: Turn, at time: String, isInternal: Bool = false) -> Turn {
    var turn = turn
    (turn.role, turn.isInternal) = (isBot ? nil : role, isInternal)
    (turn.speaker, turn.address, turn.time) = (name, address, time)
    if isBot { turn.chatter = .metadata }
    return turn
  }
}
