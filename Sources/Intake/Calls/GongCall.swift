import JSONText

/// Gong: `{"callTranscripts": [{"callId": …, "transcript": [{"speakerId", "topic", "sentences": […]}]}]}`, with the
/// names of the speakers in the calls' own records. Times are milliseconds.
///
/// https://gong.app.gong.io/settings/api/documentation: `/v2/calls/transcript` and `/v2/calls/extensive`.
struct GongCall: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    guard let monologues = node["transcript"], monologues.kind == .array else { return false }
    return monologues.elements.prefix(10).contains { $0["sentences"]?.list.first?["text"] != nil }
  }

  static func call(_ node: JSONNode) -> Call { call(node, record: node) }

  /// A transcript and the record of its call.
  static func call(_ group: RecordGroup) -> Call {
    let parts = Dictionary(group.lists.map { ($0.name, $0.nodes) }) { $0 + $1 }
    guard let transcript = parts["callTranscripts"]?.first else { return Call() }
    return call(transcript, record: parts["calls"]?.first ?? transcript)
  }

  private static func call(_ transcript: JSONNode, record: JSONNode) -> Call {
    let names = SpeakerNames(record)
    var call = Call(about: record)
    call.identity = transcript["callId"]?.text.map { "gong:" + $0 }
    for monologue in transcript["transcript"]?.list ?? [] {
      let speaker = names.shown(monologue["speakerId"] ?? SpeechFields.speaker(of: monologue))
      for sentence in monologue["sentences"]?.list ?? [] {
        guard let words = sentence["text"]?.string else { continue }
        let start = sentence["start"]?.number.map { $0 / 1_000 }
        call.speeches.append(Call.Speech(speaker: speaker, start: start, words: words))
      }
    }
    return call
  }

  /// The transcripts of a list, each with the record of its call.
  static func groups(in root: JSONNode) -> [RecordGroup] {
    guard let transcripts = root["callTranscripts"]?.list.filter(recognises) else { return [] }
    var calls: [String: JSONNode] = [:]
    for call in (root["calls"] ?? root["callDetails"])?.list ?? [] {
      if let id = call.at("metaData", "id")?.text ?? call["id"]?.text { calls[id] = call }
    }
    return transcripts.map { transcript in
      let call = transcript["callId"]?.text.flatMap { calls[$0] }
      return RecordGroup(lists: [("callTranscripts", [transcript]), ("calls", [call].compactMap { $0 })])
    }
  }
}
