import JSONText
import PlanModel

/// A comment, or the note beside the hours that somebody worked.
enum JiraComment {
  static func isComment(_ node: JSONNode) -> Bool {
    guard node["body"]?.string != nil || node["body"].map(JiraWords.isDocument) == true else { return false }
    if node["self"]?.string?.contains("/comment/") == true { return true }
    return node["author"]?.has("displayName") == true && node.has("created") && (node.has("updated") || node.has("id"))
  }

  /// The number of the issue in `https://…/rest/api/2/issue/10010/comment/10000`.
  static func issue(of comment: JSONNode) -> String? {
    let parts = (comment["self"]?.string ?? "").split(separator: "/")
    guard let place = parts.lastIndex(of: "comment"), place > 1, parts[place - 2] == "issue" else { return nil }
    return String(parts[place - 1])
  }

  static func comments(in issue: JSONNode) -> [JSONNode] {
    let fields = issue["fields"] ?? issue
    let comments = fields["comment"]?["comments"] ?? fields["comments"] ?? fields["comment"] ?? issue["comments"]
    let worklogs = fields.at("worklog", "worklogs") ?? fields["worklogs"]
    return ((comments?["comments"] ?? comments)?.list ?? []) + (worklogs?.list ?? [])
  }

  /// Jira Service Management hides a comment from customers; a restriction to a role or group hides it, too.
  ///
  /// https://developer.atlassian.com/cloud/jira/platform/jira-entity-properties/ (`sd.public.comment`)
  private static func isInternal(_ comment: JSONNode) -> Bool {
    if InternalNote.isMarked(comment) || comment["visibility"]?.words("value") != nil { return true }
    return (comment["properties"]?.list ?? []).contains {
      $0["key"]?.string == "sd.public.comment" && $0.at("value", "internal")?.bool == true
    }
  }

  static func turns(of comment: JSONNode) -> [Turn] {
    let author = JiraPerson(comment["author"])
    let time = JSONTime.iso(comment["created"] ?? comment["started"])
    let words = comment.kind == .string ? comment : comment["body"] ?? comment["comment"]
    return JiraWords.turns(words).map { turn in
      var turn = turn
      (turn.speaker, turn.address, turn.time) = (author.name, author.address, time)
      turn.chatter = author.isBot ? .metadata : nil
      turn.isInternal = isInternal(comment)
      turn.role = turn.isInternal && !author.isBot ? .agent : nil
      return turn
    }
  }
}

/// What is written in a field: wiki markup in version 2 of the interface, a document in version 3.
enum JiraWords {
  static func isDocument(_ node: JSONNode) -> Bool {
    node["type"]?.string == "doc" && node["content"]?.kind == .array
  }

  static func turns(_ node: JSONNode?) -> [Turn] {
    guard let node else { return [] }
    if isDocument(node) { return [Turn(words: AtlassianDocument.html(of: node), form: .html)] }
    return node.string.map(JiraMarkup.turns) ?? []
  }

  /// Jira's own values in fields of text: places in lists, sprints as Java prints them, development summaries.
  static func isInternal(_ words: String) -> Bool {
    words.hasPrefix("com.atlassian.") || words.hasPrefix("{") && words.contains("=") || words.contains("|i0")
  }
}
