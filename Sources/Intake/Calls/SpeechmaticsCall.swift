import JSONText

/// Speechmatics: `{"job": …, "results": [{"type": "word", "alternatives": [{"content", "speaker"}]}]}`, in seconds.
///
/// https://docs.speechmatics.com/speech-to-text/batch/output
struct SpeechmaticsCall: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    guard let first = node["results"]?.list.first, first["type"] != nil else { return false }
    return first["alternatives"]?.list.first?["content"] != nil
  }

  static func call(_ node: JSONNode) -> Call {
    var call = Call(about: node)
    call.identity = node.at("job", "id")?.string.map { "speechmatics:" + $0 }
    call.speeches = SpokenWord.speeches(
      (node["results"]?.list ?? []).map { item in
        let best = item["alternatives"]?.list.first
        return SpokenWord(
          text: best?["content"]?.string ?? "", speaker: best?["speaker"]?.string ?? "",
          start: item["start_time"]?.number, isGlued: item["type"]?.string == "punctuation")
      })
    return call
  }
}
