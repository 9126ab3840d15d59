import JSONText
import PlanModel

/// Recorded calls: a turn for all that a speaker says until another one does, at its offset from the beginning.
struct CallReader: ExportReader {
  static let format = SourceFormat.call

  /// The most particular shapes first.
  private static let dialects: [any (CallDialect & Sendable).Type] = [
    GongCall.self, DeepgramCall.self, TranscribeCall.self, SpeechmaticsCall.self, GoogleCall.self, AzureCall.self,
    RevCall.self, SpeechList.self, WordList.self,
  ]

  static func groups(in texts: [JSONNode]) -> [RecordGroup] {
    texts.flatMap { text in
      let calls = GongCall.groups(in: text)
      if !calls.isEmpty { return calls }
      if dialect(of: text) != nil { return [RecordGroup(record: text)] }
      return JSONRecords.all(in: [text]) { dialect(of: $0) != nil }.map { RecordGroup(record: $0) }
    }
  }

  static func conversation(of group: RecordGroup) -> Conversation {
    guard let record = group.record else { return GongCall.call(group).conversation }
    return (dialect(of: record)?.call(record) ?? Call()).conversation
  }

  private static func dialect(of node: JSONNode) -> (any (CallDialect & Sendable).Type)? {
    node.isContainer ? dialects.first { $0.recognises(node) } : nil
  }
}
