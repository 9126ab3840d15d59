import JSONText
import PlanModel

/// Tickets of Zendesk with their comments: as its interface gives them alone, in lists, search results, audits and
/// incremental exports, with users and organisations beside them, and as its JSON export writes them, a ticket a line.
///
/// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
struct ZendeskReader: ExportReader {
  static let format = SourceFormat.zendesk

  static func groups(in texts: [JSONNode]) -> [RecordGroup] {
    let records = JSONRecords.all(in: texts) { ZendeskRecord($0) != nil }
    var groups = GroupIndex(name: "ticket")
    var directory = ZendeskDirectory()
    for record in records {
      switch ZendeskRecord(record) {
      case .ticket: groups.add(record, key: record["id"]?.text)
      case .bundle: if let ticket = record["ticket"] { groups.add(ticket, key: ticket["id"]?.text) }
      default: break
      }
    }
    for record in records {
      switch ZendeskRecord(record) {
      case .comment: groups.attach(record, to: "comments", key: record["ticket_id"]?.text)
      case .audit: groups.attach(record, to: "audits", key: record["ticket_id"]?.text)
      case .user, .organization: directory.add(record)
      case .bundle:
        let key = record.at("ticket", "id")?.text
        for list in ["comments", "audits"] {
          for node in record[list]?.list ?? [] { groups.attach(node, to: list, key: key) }
        }
        directory.add(listedIn: record)
      case .ticket, nil: break
      }
    }
    for text in texts { directory.add(listedIn: text) }
    return groups.all.map(directory.completed)
  }

  /// Users alone are no conversation, and other desks name them in the same way.
  static func conversation(of group: RecordGroup) -> Conversation {
    ZendeskTicket(group).conversation
  }
}

/// What a value of Zendesk's interface is.
enum ZendeskRecord {
  case ticket, comment, audit, user, organization
  /// A ticket with its comments beside it, which say whose desk it is where the ticket does not.
  case bundle

  init?(_ node: JSONNode) {
    if Self.isBundle(node) {
      self = .bundle
    } else if Self.isTicket(node) {
      self = .ticket
    } else if Self.isComment(node) {
      self = .comment
    } else if node.has("ticket_id"), node["events"]?.kind == .array || node["child_events"]?.kind == .array {
      self = .audit
    } else if node.has("id", "name"), node.has("role", "email") {
      self = .user
    } else if node.has("id", "name", "domain_names") || node.has("id", "name", "shared_tickets") {
      self = .organization
    } else {
      return nil
    }
  }

  /// Other desks have tickets with a subject and a requester, too.
  private static func isTicket(_ node: JSONNode) -> Bool {
    guard node.has("id"), node.has("subject") || node.has("raw_subject") else { return false }
    guard node.has("requester_id") || node.has("requester") else { return false }
    return node.has("submitter_id") || node.has("raw_subject") || node["via"]?.has("channel") == true
      || node["url"]?.string?.contains("/api/v2/tickets/") == true
  }

  private static func isBundle(_ node: JSONNode) -> Bool {
    guard let ticket = node["ticket"], ticket["id"]?.text != nil, ticket.has("subject") || ticket.has("description")
    else { return false }
    return node["comments"]?.list.contains(where: isComment) ?? false
  }

  private static func isComment(_ node: JSONNode) -> Bool {
    guard node.words("body", "html_body", "plain_body") != nil, node.has("author_id") else { return false }
    return node.has("public") || node.has("html_body") || node.has("audit_id") || node["type"]?.string == "Comment"
  }
}

/// The users and organisations that lie beside tickets.
struct ZendeskDirectory {
  private var nodes: [String: JSONNode] = [:]

  mutating func add(_ node: JSONNode) {
    guard let id = node["id"]?.text else { return }
    nodes[Self.key(id, isOrganization: ZendeskRecord(node) == .organization)] = node
  }

  /// Adds what is listed beside tickets as their users and organisations, however little is said of each.
  mutating func add(listedIn text: JSONNode) {
    for (list, isOrganization) in [("users", false), ("organizations", true)] {
      for node in text[list]?.list ?? [] where node.words("name") != nil {
        if let id = node["id"]?.text { nodes[Self.key(id, isOrganization: isOrganization)] = node }
      }
    }
  }

  /// A ticket with those who are named in it.
  func completed(_ group: RecordGroup) -> RecordGroup {
    guard !nodes.isEmpty else { return group }
    var group = group
    var seen: Set<String> = []
    for id in ZendeskTicket(group).userIDs where seen.insert(id).inserted {
      if let user = nodes[Self.key(id, isOrganization: false)] { group.append(user, to: "users") }
    }
    if let id = group.record?["organization_id"]?.text, let node = nodes[Self.key(id, isOrganization: true)] {
      group.append(node, to: "organizations")
    }
    return group
  }

  private static func key(_ id: String, isOrganization: Bool) -> String { (isOrganization ? "o" : "u") + id }
}
