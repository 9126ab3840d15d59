import JSONText
import PlanModel

/// Conversations and tickets of Intercom: as its interface gives them alone, in lists and in webhooks, and as its data
/// export writes them.
///
/// https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations
struct IntercomReader: ExportReader {
  static let format = SourceFormat.intercom

  static func groups(in texts: [JSONNode]) -> [RecordGroup] {
    var groups = GroupIndex(name: "conversation")
    for record in JSONRecords.all(in: texts, where: isConversation) { groups.add(record, key: record["id"]?.text) }
    return groups.all
  }

  private static func isConversation(_ node: JSONNode) -> Bool {
    guard node.has("id") else { return false }
    switch node["type"]?.string {
    case "conversation":
      return node.has("source") || node.has("conversation_parts") || node.has("conversation_message")
    case "ticket": return node.has("ticket_attributes") || node.has("ticket_parts")
    default: return node.has("conversation_parts") || node["source"]?.has("delivered_as") == true
    }
  }

  static func conversation(of group: RecordGroup) -> Conversation {
    group.record.map { IntercomConversation(node: $0).conversation } ?? Conversation()
  }
}
