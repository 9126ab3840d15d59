import JSONText
import PlanModel

/// An issue, merge request or epic: all have a number within their project, the `iid`.
struct GitLabIssue {
  let node: JSONNode
  /// A webhook names the author beside the issue.
  var author: JSONNode?
  var project: String?

  static func isIssue(_ node: JSONNode) -> Bool {
    node["iid"]?.text != nil && node["title"]?.string != nil && !node.has("start_date", "group_id", "state", "expired")
  }

  /// The type and number by which notes name what they are made on.
  static func key(of node: JSONNode) -> String? {
    guard let id = node["id"]?.text else { return nil }
    // GraphQL writes `gid://gitlab/Issue/5`.
    if let number = id.split(separator: "/").last, id.hasPrefix("gid://") {
      return id.split(separator: "/").dropLast().last.map { "\($0) \(number)" }
    }
    // Epics are numbered apart from issues.
    let kind = node["source_branch"] != nil ? "MergeRequest " : node["group_id"] != nil ? "Epic " : "Issue "
    return kind + id
  }

  var conversation: Conversation {
    var conversation = Conversation(title: node["title"]?.string ?? "")
    let person = GitLabPerson(author ?? node["author"])
    let time = JSONTime.iso(node["created_at"] ?? node["createdAt"])
    conversation.received = time.nonEmpty
    conversation.origin.url = url
    conversation.origin.identity = reference.map { "gitlab:" + $0 }
    conversation.origin.reach = reach
    let words = [(conversation.title, Turn.Form.title)] + body
    conversation.turns = words.map { words, form in
      Turn(speaker: person.name, address: person.address, time: time, words: words, form: form)
    }
    conversation.turns[0].startsAnew = true
    return conversation
  }

  private var body: [(String, Turn.Form)] {
    if let words = node.words("description") { return [(words, .markdown)] }
    if let words = node.words("description_html", "descriptionHtml") { return [(words, .html)] }
    let widgets = node["widgets"]?.list ?? []
    return widgets.compactMap { $0.words("description") }.map { ($0, .markdown) }
  }

  private var url: String? { node.words("web_url", "webUrl", "url") }

  /// `group/project#42`, with `!` for merge requests and `&` for epics as GitLab writes them.
  private var reference: String? {
    if let full = node.at("references", "full")?.string ?? node.words("reference"), full.contains("/") { return full }
    guard let number = node["iid"]?.text else { return nil }
    if let url, let place = GitLabPlace(url: url) { return place.project + place.mark + number }
    let mark = node.has("source_branch") || node.has("sourceBranch") ? "!" : "#"
    return project.map { $0 + mark + number }
  }

  /// The author and everybody who gave it a thumbs up.
  private var reach: Int? {
    if let votes = node["upvotes"]?.int { return Origin.voices(besides: votes) }
    guard let awards = node["award_emoji"] ?? node["awardEmoji"] else { return nil }
    return 1 + awards.list.count { $0["name"]?.string == "thumbsup" }
  }
}

/// `https://gitlab.example.com/group/project/-/issues/42`
private struct GitLabPlace {
  var project: String
  var mark: String

  init?(url: String) {
    let parts = url.split(separator: "/")
    let kinds = ["issues": "#", "work_items": "#", "merge_requests": "!", "epics": "&"]
    guard let kind = parts.indices.last(where: { kinds[String(parts[$0])] != nil }), kind > 3,
      let mark = kinds[String(parts[kind])]
    else { return nil }
    project = parts[2..<kind].filter { $0 != "-" && $0 != "groups" }.joined(separator: "/")
    self.mark = mark
  }
}

struct GitLabPerson {
  var name = ""
  var address: String?
  var isBot = false

  init(_ person: JSONNode?) {
    guard let person else { return }
    name = person.string ?? person.words("username", "name") ?? ""
    address = person.words("email", "public_email", "publicEmail").flatMap { $0.contains("@") ? $0 : nil }
    // Tokens of a project or group write as `project_42_bot_…`.
    let isToken = (name.hasPrefix("project_") || name.hasPrefix("group_")) && name.contains("_bot")
    isBot = person["bot"]?.bool == true || isToken || BotName.isBot(name)
  }
}
