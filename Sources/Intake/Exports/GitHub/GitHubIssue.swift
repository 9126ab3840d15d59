import JSONText
import PlanModel

/// An issue, pull request or discussion.
struct GitHubIssue {
  let node: JSONNode

  /// A number and a title are what many things have: one more member must be GitHub's.
  static func isIssue(_ node: JSONNode) -> Bool {
    if isBodyOfIssue(node) { return true }
    guard node["number"]?.int != nil, node["title"]?.string != nil, node["open_issues"] == nil else { return false }
    if GitHubAddress(of: node) != nil || GitHubPerson.isNamed(in: node) { return true }
    if node.has("reactionGroups") || node.has("authorAssociation") || node.has("author_association") { return true }
    return ["OPEN", "CLOSED", "MERGED", "open", "closed"].contains(node["state"]?.string) && node["body"]?.string != nil
  }

  /// What `gh issue view --json title,body,author,comments` gives: a title, a body, and people with a login, without a
  /// number.
  private static func isBodyOfIssue(_ node: JSONNode) -> Bool {
    guard node["title"]?.string != nil, node["body"]?.string != nil, node["open_issues"] == nil else { return false }
    if GitHubPerson.isNamed(in: node) { return true }
    guard let comments = node["comments"] else { return false }
    return comments.list.contains { GitHubPerson.isNamed(in: $0) && GitHubBody.has($0) }
  }

  var conversation: Conversation {
    var conversation = Conversation(title: node["title"]?.string ?? "")
    let time = JSONTime.iso(node["created_at"] ?? node["createdAt"])
    let author = GitHubPerson(in: node)
    conversation.received = time.nonEmpty
    conversation.origin.identity = GitHubAddress(of: node)?.identity
    conversation.origin.url = url
    conversation.origin.reach = reach
    conversation.turns = [
      Turn(
        speaker: author.name, address: author.address, time: time, words: conversation.title, form: .title,
        startsAnew: true)
    ]
    for var turn in GitHubBody.turns(of: node) + poll {
      (turn.speaker, turn.address, turn.time) = (author.name, author.address, time)
      conversation.turns.append(turn)
    }
    return conversation
  }

  /// The page that people see; `url` alone is an address of the REST interface there, and the page everywhere else.
  private var url: String? {
    node["html_url"]?.string ?? node["url"]?.string.flatMap { $0.contains("/repos/") ? nil : $0 }
  }

  /// The author, and everybody who gave it a thumbs up, as GitHub asks its users to vote. A discussion counts its votes
  /// itself, the author's among them. Comments are not counted: they are voices of their own, and often the same one's.
  private var reach: Int? {
    if let votes = node["upvoteCount"]?.int { return max(1, votes) }
    if let votes = node.at("reactions", "+1")?.int { return Origin.voices(besides: votes) }
    for group in node["reactionGroups"]?.list ?? [] where group["content"]?.string == "THUMBS_UP" {
      return Origin.voices(besides: (group["users"] ?? group["reactors"])?["totalCount"]?.int ?? 0)
    }
    if let groups = node["reactionGroups"], groups.kind == .array { return 1 }
    return node.at("reactions", "totalCount")?.int.map(Origin.voices)
  }

  private var poll: [Turn] {
    guard let poll = node["poll"], let question = poll["question"]?.string else { return [] }
    let options = (poll["options"]?.list ?? []).compactMap { $0["option"]?.string }
    return ([question] + options).map { Turn(words: $0, form: .whole) }
  }
}

/// Who wrote something.
struct GitHubPerson {
  /// The login; `ghost` stands for those who left, as on the site.
  var name = ""
  var address: String?
  var isBot = false

  init(in node: JSONNode) {
    guard let person = Self.person(in: node) else {
      if node.has("user") || node.has("author") { name = "ghost" }
      return
    }
    name = person.string ?? person.words("login", "name", "username") ?? ""
    address = person.words("email")
    isBot =
      person["type"]?.string == "Bot" || person["__typename"]?.string == "Bot" || person["is_bot"]?.bool == true
      || BotName.isBot(name)
  }

  static func isNamed(in node: JSONNode) -> Bool { person(in: node)?["login"]?.string != nil }

  private static func person(in node: JSONNode) -> JSONNode? { node["user"] ?? node["author"] ?? node["actor"] }
}

/// What is written in an issue or a comment.
enum GitHubBody {
  static func has(_ node: JSONNode) -> Bool {
    node.words("body", "body_text", "bodyText", "body_html", "bodyHTML") != nil
  }

  /// One form of it: `body` is what was written, the others are made from it.
  static func turns(of node: JSONNode) -> [Turn] {
    if let words = node.words("body") { return [Turn(words: words, form: .markdown)] }
    if let words = node.words("body_text", "bodyText") { return [Turn(words: words)] }
    return node.words("body_html", "bodyHTML").map { [Turn(words: $0, form: .html)] } ?? []
  }
}
