import JSONText
import PlanModel

/// Issues, merge requests and epics of GitLab: as its REST and GraphQL interfaces, `glab`, webhooks and project exports
/// give them.
///
/// https://docs.gitlab.com/api/issues/, https://docs.gitlab.com/api/notes/,
/// https://docs.gitlab.com/user/project/integrations/webhook_events/
struct GitLabReader: ExportReader {
  static let format = SourceFormat.gitlab

  static func groups(in texts: [JSONNode]) -> [RecordGroup] {
    let records = JSONRecords.all(in: texts) {
      GitLabEvent.isEvent($0) || GitLabIssue.isIssue($0) || GitLabNote.isPart($0)
    }
    var groups = GroupIndex(name: "issue")
    for record in records where !GitLabNote.isPart(record) { groups.add(record, key: GitLabIssue.key(of: record)) }
    for record in records where GitLabNote.isPart(record) {
      groups.attach(record, to: "notes", key: GitLabNote.key(of: record))
    }
    return groups.all
  }

  static func conversation(of group: RecordGroup) -> Conversation {
    if let event = group.record, GitLabEvent.isEvent(event) { return GitLabEvent.conversation(of: event) }
    var conversation = group.record.map { GitLabIssue(node: $0).conversation } ?? Conversation()
    var notes = GitLabNotes()
    if let issue = group.record { notes.collect(in: issue) }
    for note in group.lists.flatMap(\.nodes) { notes.add(note) }
    conversation.turns += notes.turns
    if conversation.received == nil { conversation.received = conversation.turns.first?.time.nonEmpty }
    return conversation
  }
}
