import JSONText
import PlanModel

/// A comment, or what GitLab itself noted.
enum GitLabNote {
  static func isNote(_ node: JSONNode) -> Bool {
    guard node.words("body", "note") != nil, !node.has("title") else { return false }
    return node.has("noteable_type") || node.has("noteable_id") || node["system"]?.bool != nil
      || node.has("resolvable") && node["author"] != nil
  }

  /// Notes that answer each other; one alone is a discussion too.
  static func isDiscussion(_ node: JSONNode) -> Bool {
    node["notes"]?.isContainer == true && node["iid"] == nil && !node.has("title")
  }

  /// What lies beside an issue: a note or a discussion.
  static func isPart(_ node: JSONNode) -> Bool {
    isNote(node) || isDiscussion(node) && node["notes"]?.list.first.map(isNote) == true
  }

  /// See `GitLabIssue.key`.
  static func key(of part: JSONNode) -> String? {
    let node = part["notes"]?.list.first ?? part
    guard let type = node["noteable_type"]?.string, let id = node["noteable_id"]?.text else { return nil }
    return "\(type) \(id)"
  }

  static func turn(of node: JSONNode, author: JSONNode? = nil) -> Turn? {
    guard let words = node.words("body", "note", "description") else { return nil }
    let person = GitLabPerson(author ?? node["author"])
    let isSystem = node["system"]?.bool == true || person.isBot
    let isInternal = node["internal"]?.bool == true || node["confidential"]?.bool == true
    return Turn(
      speaker: person.name, address: person.address, time: JSONTime.iso(node["created_at"] ?? node["createdAt"]),
      words: words, form: .markdown, chatter: isSystem ? .metadata : nil, isInternal: isInternal, startsAnew: true
    ).said(by: isInternal && !isSystem ? .agent : nil)
  }
}

/// Gathers what is said below an issue, discussion by discussion.
struct GitLabNotes {
  private var contributions = Contributions()
  private var seen: Set<String> = []
  /// The titles of issues and merge requests that it is linked with.
  private var linked: [Turn] = []

  /// Finds discussions, notes that stand alone, and what is linked.
  mutating func collect(in issue: JSONNode) {
    for member in issue.members where member.value.isContainer && member.name != "milestone" {
      let records = JSONRecords.all(in: [member.value]) {
        GitLabNote.isDiscussion($0) || GitLabNote.isNote($0) || $0.words("body", "note") != nil
          || GitLabIssue.isIssue($0)
      }
      for record in records { take(record) }
    }
  }

  private mutating func take(_ record: JSONNode) {
    if GitLabIssue.isIssue(record) {
      let title = record["title"]?.string ?? ""
      linked.append(Turn(words: title, form: .whole, chatter: .metadata, startsAnew: true))
    } else {
      add(record)
    }
  }

  /// Adds a note or a discussion; notes that were given before, in another list, are passed over.
  mutating func add(_ part: JSONNode) {
    var turns: [Turn] = []
    for note in GitLabNote.isDiscussion(part) ? part["notes"]?.list ?? [] : [part] {
      if let id = note["id"]?.text, !seen.insert(id).inserted { continue }
      if let turn = GitLabNote.turn(of: note) { turns.append(turn) }
    }
    contributions.add(turns)
  }

  var turns: [Turn] { contributions.inTime + linked }
}

/// A webhook's message: an issue with its author beside it, or a note with what it is made on.
enum GitLabEvent {
  static func isEvent(_ node: JSONNode) -> Bool {
    node["object_kind"]?.string != nil && (node["object_attributes"]?.has("iid") ?? false || subject(of: node) != nil)
  }

  private static func subject(of event: JSONNode) -> JSONNode? { event["issue"] ?? event["merge_request"] }

  static func conversation(of event: JSONNode) -> Conversation {
    guard let attributes = event["object_attributes"] else { return Conversation() }
    let project = event.at("project", "path_with_namespace")?.string
    if let subject = subject(of: event) {
      var conversation = GitLabIssue(node: subject, project: project).conversation
      if let turn = GitLabNote.turn(of: attributes, author: event["user"]) { conversation.turns.append(turn) }
      return conversation
    }
    // Whoever changes an issue need not be its author.
    let isAuthor = attributes["action"]?.string == "open"
    return GitLabIssue(node: attributes, author: isAuthor ? event["user"] : nil, project: project).conversation
  }
}
