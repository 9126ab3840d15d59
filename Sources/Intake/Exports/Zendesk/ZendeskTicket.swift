import JSONText
import PlanModel

/// A ticket and what is said in it.
struct ZendeskTicket {
  private let group: RecordGroup
  private let ticket: JSONNode?
  private let comments: [ZendeskComment]

  init(_ group: RecordGroup) {
    self.group = group
    ticket = group.record
    let parts = (ticket?["comments"]?.list ?? []) + group.nodes(in: "comments") + group.nodes(in: "audits")
    // A comment lies in the list of comments and in its audit, under the same number.
    var seen: Set<String> = []
    comments = parts.flatMap(ZendeskComment.all).filter { $0.id.map { seen.insert($0).inserted } ?? true }
  }

  /// Whoever speaks in it, and who asked.
  var userIDs: [String] {
    let ids = [ticket?["requester_id"], ticket?["submitter_id"]] + comments.map(\.authorID)
    return ids.compactMap { $0?.text }
  }

  var conversation: Conversation {
    var conversation = Conversation()
    let speakers = ZendeskSpeakers(group, comments: comments)
    var contributions = comments.map { comment in comment.turns(by: speakers.speaker(of: comment)) }
    contributions.removeAll(where: \.isEmpty)
    conversation.title = ticket?.words("subject", "raw_subject") ?? comments.lazy.compactMap(\.subject).first ?? ""
    var opening = opening(speakers)
    if let first = contributions.first, ticket == nil || isOpening(first, opening) {
      let subjects = opening.prefix { $0.form == .title }
      opening = subjects.map { $0.said(by: first[0]) } + first + opening.dropFirst(subjects.count)
      contributions.removeFirst()
    }
    var sorted = Contributions()
    for turns in [opening] + contributions { sorted.add(turns) }
    conversation.turns = sorted.inTime + rating(speakers)
    conversation.received = (ticket.map { JSONTime.iso($0["created_at"]) } ?? conversation.turns.first?.time)?.nonEmpty
    conversation.origin = origin
    conversation.people = speakers.requester.map { [$0] } ?? []
    return conversation
  }

  /// The subject, the description, and words in fields. The description is the first comment once more.
  private func opening(_ speakers: ZendeskSpeakers) -> [Turn] {
    var words: [Turn] = []
    let subject = ticket?.words("subject", "raw_subject") ?? comments.lazy.compactMap(\.subject).first
    if let subject { words.append(Turn(words: subject, form: .title)) }
    if let description = ticket?.words("description"), !comments.contains(where: { $0.says(description) }) {
      words.append(Turn(words: description))
    }
    for field in ticket?["custom_fields"]?.list ?? [] {
      if let value = field["value"]?.string, HumanText.isProse(value) { words.append(Turn(words: value)) }
    }
    let time = JSONTime.iso(ticket?["created_at"])
    let submitter = speakers.submitter
    let author = Turn(
      speaker: submitter.name, address: submitter.address, role: submitter.role, time: time, words: "")
    return words.map { $0.said(by: author) }
  }

  /// Whether a comment is what the ticket begins with: its author's, and written when it was.
  private func isOpening(_ comment: [Turn], _ opening: [Turn]) -> Bool {
    guard let subject = opening.first, let words = comment.first else { return false }
    return words.speaker == subject.speaker && words.time == subject.time
  }

  private func rating(_ speakers: ZendeskSpeakers) -> [Turn] {
    guard let words = ticket?["satisfaction_rating"]?.words("comment") else { return [] }
    let requester = speakers.speaker(ticket?["requester_id"])
    return [Turn(speaker: requester.name, address: requester.address, words: words, startsAnew: true)]
  }

  private var origin: Origin {
    var origin = Origin()
    guard let id = ticket?["id"]?.text ?? group.lists.first?.nodes.first?["ticket_id"]?.text else { return origin }
    origin.identity = "zendesk:" + id
    if let address = ticket?["url"]?.string, let end = address.firstRange(of: "/api/v2/")?.lowerBound {
      origin.url = "\(address[..<end])/agent/tickets/\(id)"
    }
    let organization = group.nodes(in: "organizations").first ?? ticket?["organization"]
    if let name = organization?.words("name") { origin.segments = [name] }
    return origin
  }
}

extension Turn {
  /// The same words by whoever says `other`, at the same time.
  fileprivate func said(by other: Turn) -> Turn {
    var turn = self
    (turn.speaker, turn.address, turn.time) = (other.speaker, other.address, other.time)
    turn.role = other.role
    return turn
  }
}
