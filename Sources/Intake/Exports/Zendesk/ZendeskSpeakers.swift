import JSONText
import PlanModel

struct ZendeskSpeaker {
  var name = ""
  var address: String?
  var role: Person.Role?
}

/// Who the numbers in a ticket stand for.
struct ZendeskSpeakers {
  private let ticket: JSONNode?
  private var users: [String: JSONNode] = [:]
  /// Their part in the ticket, where there is no name.
  private var parts: [String: String] = [:]
  private let asker, answerer: String?

  init(_ group: RecordGroup, comments: [ZendeskComment]) {
    ticket = group.record
    for user in group.nodes(in: "users") {
      if let id = user["id"]?.text { users[id] = user }
    }
    // Whoever sent the mail that the ticket came by.
    if let id = ticket?["requester_id"]?.text, users[id] == nil, let sender = ticket?.at("via", "source", "from"),
      sender.words("name", "address") != nil
    {
      users[id] = sender
    }
    asker = (ticket?["requester_id"] ?? ticket?.at("requester", "id"))?.text
    answerer = (ticket?["assignee_id"] ?? ticket?.at("assignee", "id"))?.text
    for part in ["submitter", "assignee", "requester"] {
      let changes = comments.lazy.filter { $0.field == part + "_id" }
      if let id = ticket?[part + "_id"]?.text ?? changes.compactMap(\.value).first { parts[id] = part }
      // Exports write `requester` out.
      if let node = ticket?[part], let id = node["id"]?.text, users[id] == nil { users[id] = node }
    }
  }

  func speaker(of comment: ZendeskComment) -> ZendeskSpeaker {
    speaker(comment.authorID, beside: comment.author, comment.sender)
  }

  /// The submitter is the author of the first comment.
  var submitter: ZendeskSpeaker {
    let id = ticket?["submitter_id"] ?? ticket?["requester_id"] ?? ticket?.at("submitter", "id")
    return speaker(id, beside: ticket?["submitter"] ?? ticket?["requester"])
  }

  /// Whoever asked, when they are named.
  var requester: Person? {
    guard let id = (ticket?["requester_id"] ?? ticket?.at("requester", "id"))?.text, let user = users[id],
      let name = user.words("name")
    else { return nil }
    return Person(name: name, address: user.words("email"), role: role(asker, user) ?? .customer)
  }

  /// By name where the material has one, else by their part in the ticket, else by number.
  func speaker(_ id: JSONNode?, beside nodes: JSONNode?...) -> ZendeskSpeaker {
    let id = id?.text
    for node in [id.flatMap { users[$0] }] + nodes {
      if let node, let name = node.words("name", "email", "address") {
        return ZendeskSpeaker(name: name, address: node.words("email", "address"), role: role(id, node))
      }
    }
    guard let id else { return ZendeskSpeaker() }
    return ZendeskSpeaker(name: id == "-1" ? "Zendesk" : parts[id] ?? id, role: role(id, nil))
  }

  /// What the list of users says; else whoever asked is a customer, and whoever has to answer is none.
  private func role(_ id: String?, _ user: JSONNode?) -> Person.Role? {
    if let role = Person.Role(word: user?.words("role")) { return role }
    guard let id else { return nil }
    return id == asker ? .customer : id == answerer ? .agent : nil
  }
}
