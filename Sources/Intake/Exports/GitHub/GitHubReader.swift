import JSONText
import PlanModel

/// Issues, pull requests and discussions of GitHub: as its REST interface gives them, its GraphQL interface, `gh … --json`,
/// search, webhooks and the public event archive.
///
/// https://docs.github.com/en/rest/issues, https://docs.github.com/en/graphql/reference/objects#issue,
/// https://cli.github.com/manual/gh_issue_view
struct GitHubReader: ExportReader {
  static let format = SourceFormat.github

  /// An issue with the comments that lie beside it; comments of an issue that is not there are a conversation too.
  static func groups(in texts: [JSONNode]) -> [RecordGroup] {
    let records = JSONRecords.all(in: texts) { GitHubIssue.isIssue($0) || GitHubComment.isComment($0) }
    var groups = GroupIndex(name: "issue")
    for record in records where GitHubIssue.isIssue(record) {
      groups.add(record, key: GitHubAddress(of: record)?.description)
    }
    for record in records where !GitHubIssue.isIssue(record) {
      groups.attach(record, to: "comments", key: GitHubAddress(of: record)?.description)
    }
    return groups.all
  }

  static func conversation(of group: RecordGroup) -> Conversation {
    var conversation = Conversation()
    var comments = GitHubComments()
    if let issue = group.record.map(GitHubIssue.init) {
      conversation = issue.conversation
      comments.collect(in: issue.node)
    }
    for node in group.lists.flatMap(\.nodes) {
      if conversation.origin.identity == nil { conversation.origin.identity = GitHubAddress(of: node)?.identity }
      comments.add(node)
    }
    // Whoever opens it asks, also where it is one of the team.
    let author = conversation.turns.first?.speaker
    conversation.turns += comments.turns.map { $0.speaker == author ? $0.said(by: nil) : $0 }
    if conversation.received == nil { conversation.received = conversation.turns.first?.time.nonEmpty }
    return conversation
  }
}
