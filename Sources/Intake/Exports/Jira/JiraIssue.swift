import JSONText
import PlanModel

struct JiraIssue {
  let node: JSONNode
  /// Where the words are: the interface keeps them under `fields`, simpler exports in the issue itself.
  private let fields: JSONNode

  init(node: JSONNode) {
    self.node = node
    fields = node["fields"] ?? node
  }

  static func isIssue(_ node: JSONNode) -> Bool {
    if let fields = node["fields"], fields.kind == .object {
      return key(of: node) != nil || fields.has("summary") && (fields.has("issuetype") || node.has("id"))
    }
    guard node["summary"]?.string != nil else { return false }
    return key(of: node) != nil || node.has("externalId") && (node.has("issueType") || node.has("reporter"))
  }

  /// `PAY-1`
  static func key(of node: JSONNode) -> String? {
    guard let key = node.words("key", "issueKey") else { return nil }
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].utf8.first, first.isUpper, !parts[1].isEmpty,
      parts[0].utf8.allSatisfy({ $0.isUpper || $0.isDigit || $0 == ASCII.underscore }),
      parts[1].utf8.allSatisfy(\.isDigit)
    else { return nil }
    return key
  }

  var conversation: Conversation {
    var conversation = Conversation(title: fields["summary"]?.string ?? "")
    let time = JSONTime.iso(fields["created"])
    conversation.received = time.nonEmpty
    conversation.origin = origin
    let author = JiraPerson(fields["reporter"] ?? fields["creator"])
    var turns =
      [Turn(words: conversation.title, form: .title, startsAnew: true)] + JiraWords.turns(fields["description"])
    turns += otherWords
    conversation.turns = turns.map { turn in
      var turn = turn
      (turn.speaker, turn.address, turn.time) = (author.name, author.address, time)
      return turn
    }
    conversation.turns[0].attachments = attachments
    conversation.turns += linked
    return conversation
  }

  private var origin: Origin {
    var origin = Origin()
    let key = Self.key(of: node)
    origin.identity = key.map { "jira:" + $0 }
    if let key, let address = node["self"]?.string, let end = address.firstRange(of: "/rest/")?.lowerBound {
      origin.url = "\(address[..<end])/browse/\(key)"
    }
    // The reporter cannot vote for what they reported. Watchers are mostly those who work on it, and are not counted.
    origin.reach = (fields.at("votes", "votes") ?? fields["votes"])?.int.map(Origin.voices)
    for version in fields["versions"]?.list ?? [] {
      if let name = version["name"]?.string { origin.segments.append(name) }
    }
    return origin
  }

  /// Fields whose words are others' or the tracker's: what the interface names, or what is read for itself.
  private static let known: Set<String> = [
    "key", "id", "self", "expand", "summary", "description", "comment", "comments", "created", "updated", "worklog",
    "attachment", "issuetype", "issueType", "status", "priority", "project", "assignee", "reporter", "creator",
    "resolution", "labels", "components", "versions", "fixVersions", "externalId", "duedate", "timetracking", "url",
    "statuscategorychangedate", "lastViewed", "resolutiondate", "issuelinks", "subtasks", "parent", "security",
  ]

  /// The environment, and custom fields in which somebody wrote.
  private var otherWords: [Turn] {
    var turns: [Turn] = []
    for member in fields.members where !Self.known.contains(member.name) {
      if member.value.kind == .object {
        if JiraWords.isDocument(member.value) { turns += JiraWords.turns(member.value) }
      } else if let words = member.value.string, HumanText.isProse(words), !JiraWords.isInternal(words) {
        turns += JiraWords.turns(member.value)
      }
    }
    return turns
      + ((node["fields"] == nil ? fields["customFieldValues"]?.list : nil) ?? []).flatMap { value in
        value["value"]?.string.map { HumanText.isProse($0) ? JiraWords.turns(value["value"]) : [] } ?? []
      }
  }

  private var attachments: [Attachment] {
    ((fields["attachment"] ?? fields["attachments"])?.list ?? []).map { file in
      Attachment(
        name: file.words("filename", "name") ?? "", type: file.words("mimeType")?.lowercased() ?? "",
        bytes: file["size"]?.int, url: file.words("content", "uri"))
    }
  }

  /// The summaries of the issues that it is linked with.
  private var linked: [Turn] {
    let others = [fields["parent"], fields["subtasks"], fields["issuelinks"]].compactMap(\.self)
    return JSONRecords.all(in: others, where: Self.isIssue).compactMap { issue in
      issue.at("fields", "summary")?.string.map { Turn(words: $0, form: .whole, chatter: .metadata, startsAnew: true) }
    }
  }
}

struct JiraPerson {
  var name = ""
  var address: String?
  var isBot = false

  init(_ person: JSONNode?) {
    guard let person else { return }
    name = person.string ?? person.words("displayName", "name", "emailAddress", "accountId") ?? ""
    address = person.words("emailAddress")
    isBot = person["accountType"]?.string == "app" || BotName.isBot(name)
  }
}
