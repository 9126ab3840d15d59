import JSONText
import PlanModel

/// A comment on an issue, a review, or a comment or reply within one.
enum GitHubComment {
  /// A body by somebody with a login, and a time or an address.
  static func isComment(_ node: JSONNode) -> Bool {
    guard GitHubPerson.isNamed(in: node), !node.has("title"), node.has("body") || GitHubBody.has(node) else {
      return false
    }
    return GitHubAddress(of: node) != nil || !time(of: node).isEmpty
  }

  static func time(of node: JSONNode) -> String {
    JSONTime.iso(
      node["created_at"] ?? node["createdAt"] ?? node["submitted_at"] ?? node["submittedAt"] ?? node["publishedAt"])
  }

  static func turns(of node: JSONNode) -> [Turn] {
    let author = GitHubPerson(in: node)
    let chatter = author.isBot ? .metadata : hidden(node)
    return GitHubBody.turns(of: node).map { turn in
      var turn = turn
      (turn.speaker, turn.address, turn.time) = (author.name, author.address, time(of: node))
      (turn.chatter, turn.startsAnew) = (chatter, true)
      if !author.isBot, isOfTeam(node) { turn.role = .agent }
      return turn
    }
  }

  /// <https://docs.github.com/en/graphql/reference/enums#commentauthorassociation>
  private static func isOfTeam(_ node: JSONNode) -> Bool {
    ["OWNER", "MEMBER", "COLLABORATOR"].contains(node.words("author_association", "authorAssociation"))
  }

  /// What the maintainers hid: spam, insults, what is said twice or is no longer true.
  private static func hidden(_ node: JSONNode) -> Chatter? {
    guard node["isMinimized"]?.bool == true || node["is_minimized"]?.bool == true else { return nil }
    return node.words("minimizedReason")?.lowercased() == "duplicate" ? .repetition : .metadata
  }
}

/// Gathers all that is said below an issue, each thing once.
struct GitHubComments {
  private var contributions = Contributions()
  private var seen: Set<String> = []
  /// Review comments that answer others, by the comment that they answer.
  private var replies: [String: [JSONNode]] = [:]
  private var first: [JSONNode] = []
  /// The titles of issues that it is linked with.
  private var linked: [Turn] = []

  /// Finds the comments in an issue: they lie in its `comments`, `reviews`, `reviewThreads`, `timelineItems`, `answer`, …
  mutating func collect(in issue: JSONNode) {
    let members = issue.members.map(\.value).filter(\.isContainer)
    for node in JSONRecords.all(in: members, where: Self.isRecord) { take(node) }
  }

  /// Comments, commits, and issues that are linked.
  private static func isRecord(_ node: JSONNode) -> Bool {
    GitHubBody.has(node) || node.words("title") != nil || commit(node) != nil
  }

  private static func commit(_ node: JSONNode) -> String? {
    node.words("message") ?? node.words("messageHeadline").map { $0 + "\n\n" + (node.words("messageBody") ?? "") }
  }

  private mutating func take(_ node: JSONNode) {
    if let title = node.words("title") {
      // A milestone is the team's own plan, and no part of what is said.
      if node["number"] != nil, node["due_on"] == nil, !node.has("dueOn"), node["url"] != nil {
        linked.append(Turn(words: title, form: .whole, chatter: .metadata, startsAnew: true))
      }
    } else if let message = Self.commit(node), !GitHubBody.has(node) {
      let author = node["author"] ?? node.at("commit", "author") ?? node["authors"]?.list.first
      let name = author?.words("login", "name") ?? ""
      contributions.add([
        Turn(
          speaker: name, address: author?.words("email"),
          time: JSONTime.iso(node["authoredDate"] ?? node["committedDate"] ?? author?["date"]), words: message,
          chatter: .metadata)
      ])
    } else {
      add(node)
    }
  }

  mutating func add(_ node: JSONNode) {
    if let key = node.words("html_url", "node_id", "url") ?? node["id"]?.text,
      !seen.insert(key + "\n" + (node.words("body") ?? "")).inserted
    {
      return
    }
    if let parent = node["in_reply_to_id"]?.text ?? node["parent_id"]?.text {
      replies[parent, default: []].append(node)
    } else {
      first.append(node)
    }
  }

  /// In the order of time, each with the replies to it.
  var turns: [Turn] {
    var (contributions, replies) = (contributions, replies)
    for node in first {
      let key = node["id"]?.text ?? ""
      contributions.add(Self.thread(node, replies.removeValue(forKey: key) ?? []))
    }
    for orphan in replies.sorted(by: { $0.key < $1.key }) {
      contributions.add(orphan.value.flatMap { Self.thread($0, []) })
    }
    return contributions.inTime + linked
  }

  /// A comment, the comments of its review, and its replies.
  private static func thread(_ node: JSONNode, _ replies: [JSONNode]) -> [Turn] {
    let nested = JSONRecords.all(in: [node["comments"], node["replies"]].compactMap(\.self), where: GitHubBody.has)
    var answers = Contributions()
    for reply in nested + replies {
      answers.add(
        GitHubComment.turns(of: reply)
          + JSONRecords.all(in: [reply["replies"]].compactMap(\.self), where: GitHubBody.has).flatMap(
            GitHubComment.turns))
    }
    return GitHubComment.turns(of: node) + answers.inTime
  }
}
