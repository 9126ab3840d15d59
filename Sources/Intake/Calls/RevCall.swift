import JSONText

/// Rev: `{"monologues": [{"speaker": 0, "elements": [{"type": "text", "value", "ts"}]}]}`, in seconds; spaces are elements.
///
/// https://docs.rev.ai/api/asynchronous/transcripts
struct RevCall: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    node["monologues"]?.list.first?["elements"]?.list.first?["value"] != nil
  }

  static func call(_ node: JSONNode) -> Call {
    var call = Call(about: node)
    let names = SpeakerNames(node)
    for monologue in node["monologues"]?.list ?? [] {
      let elements = monologue["elements"]?.list ?? []
      let speaker = monologue.words("speaker_name") ?? names.shown(monologue["speaker"])
      let start = elements.lazy.compactMap { CallTime.seconds($0["ts"] ?? $0["timestamp"]) }.first
      let words = elements.compactMap { $0["value"]?.string }.joined()
      call.speeches.append(Call.Speech(speaker: speaker, start: start, words: words))
    }
    return call
  }
}
