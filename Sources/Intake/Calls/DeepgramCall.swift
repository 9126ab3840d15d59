import JSONText

/// Deepgram: `{"metadata": …, "results": {"channels": [{"alternatives": […]}], "utterances": […]}}`, in seconds.
///
/// https://developers.deepgram.com/reference/speech-to-text/listen-pre-recorded. The same words come as a transcript, as
/// words and, when asked for, as utterances and paragraphs: the most telling of them is read.
struct DeepgramCall: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    node.at("results", "channels")?.list.first?["alternatives"]?.list.first?["transcript"] != nil
  }

  static func call(_ node: JSONNode) -> Call {
    var call = Call(about: node)
    call.identity = node.at("metadata", "request_id")?.string.map { "deepgram:" + $0 }
    let channels = node.at("results", "channels")?.list ?? []
    let utterances = node.at("results", "utterances")?.list ?? []
    if !utterances.isEmpty {
      call.speeches = utterances.compactMap { utterance in
        speech(utterance["transcript"]?.string, in: utterance, channel: channels.count > 1 ? utterance["channel"] : nil)
      }
    } else {
      for (number, channel) in channels.enumerated() {
        guard let alternative = channel["alternatives"]?.list.first else { continue }
        read(alternative, channel: channels.count > 1 ? "Channel \(number)" : nil, into: &call)
      }
      if channels.count > 1 { call.speeches.sort { $0.start ?? 0 < $1.start ?? 0 } }
    }
    return call
  }

  private static func read(_ alternative: JSONNode, channel: String?, into call: inout Call) {
    var speeches: [Call.Speech] = []
    for paragraph in alternative.at("paragraphs", "paragraphs")?.list ?? [] {
      for sentence in paragraph["sentences"]?.list ?? [] {
        if var speech = speech(sentence["text"]?.string, in: paragraph, channel: nil) {
          speech.start = sentence["start"]?.number ?? speech.start
          speeches.append(speech)
        }
      }
    }
    let words = (alternative["words"]?.list ?? []).map(SpokenWord.init)
    if speeches.isEmpty, words.contains(where: { !$0.speaker.isEmpty }) { speeches = SpokenWord.speeches(words) }
    if speeches.isEmpty, let transcript = alternative["transcript"]?.string {
      speeches = [Call.Speech(start: words.first?.start, words: transcript)]
    }
    if let channel {
      for index in speeches.indices { speeches[index].speaker = channel }
    }
    call.speeches += speeches
  }

  private static func speech(_ words: String?, in node: JSONNode, channel: JSONNode?) -> Call.Speech? {
    guard let words else { return nil }
    let channel = channel?.int.map { "Channel \($0)" }
    let speaker = SpeakerNames().shown(node["speaker"])
    return Call.Speech(
      speaker: speaker.isEmpty ? channel ?? "" : speaker, start: node["start"]?.number, words: words)
  }
}
