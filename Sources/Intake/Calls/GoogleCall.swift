import JSONText

/// Google Cloud Speech-to-Text: `{"results": [{"alternatives": [{"transcript", "words": […]}]}]}`.
///
/// https://cloud.google.com/speech-to-text/docs/reference/rest/v1/speech/recognize. When speakers are told apart, the last
/// result repeats the words of all others, with their speakers; they are read there alone.
struct GoogleCall: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    guard let results = node["results"], results.kind == .array else { return false }
    return results.elements.prefix(5).contains { result in
      let best = result["alternatives"]?.list.first
      return best?["transcript"]?.string != nil && (best?["confidence"] != nil || best?["words"] != nil)
    }
  }

  static func call(_ node: JSONNode) -> Call {
    var call = Call(about: node)
    let results = node["results"]?.list ?? []
    let words = (results.last?["alternatives"]?.list.first?["words"]?.list ?? []).map(SpokenWord.init)
    if words.contains(where: { !$0.speaker.isEmpty }) {
      call.speeches = SpokenWord.speeches(words)
      return call
    }
    for result in results {
      guard let best = result["alternatives"]?.list.first, let transcript = best["transcript"]?.string else { continue }
      let channel = result["channelTag"]?.int.map { "Channel \($0)" } ?? ""
      let start = best["words"]?.list.first.map(SpokenWord.init)?.start
      call.speeches.append(Call.Speech(speaker: channel, start: start, words: transcript))
    }
    return call
  }
}
