import JSONText
import PlanModel

/// Issues of Jira: as versions 2 and 3 of its REST interface give them, alone, in search results and webhooks, and as its
/// JSON import takes them.
///
/// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
struct JiraReader: ExportReader {
  static let format = SourceFormat.jira

  static func groups(in texts: [JSONNode]) -> [RecordGroup] {
    let records = JSONRecords.all(in: texts) { JiraIssue.isIssue($0) || JiraComment.isComment($0) }
    var groups = GroupIndex(name: "issue")
    for record in records where JiraIssue.isIssue(record) { groups.add(record, key: record["id"]?.text) }
    for record in records where !JiraIssue.isIssue(record) {
      groups.attach(record, to: "comments", key: JiraComment.issue(of: record))
    }
    return groups.all
  }

  static func conversation(of group: RecordGroup) -> Conversation {
    var conversation = group.record.map { JiraIssue(node: $0).conversation } ?? Conversation()
    var comments = Contributions()
    for comment in (group.record.map(JiraComment.comments) ?? []) + group.lists.flatMap(\.nodes) {
      comments.add(JiraComment.turns(of: comment))
    }
    conversation.turns += comments.inTime
    if conversation.received == nil { conversation.received = conversation.turns.first?.time.nonEmpty }
    return conversation
  }
}
