import JSONText

/// Azure Speech: `{"recognizedPhrases": [{"channel", "speaker", "offset": "PT1.2S", "nBest": [{"display"}]}]}`.
///
/// https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get
struct AzureCall: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    node["recognizedPhrases"]?.list.first?["nBest"]?.list.first?["display"] != nil
  }

  static func call(_ node: JSONNode) -> Call {
    var call = Call(about: node)
    let phrases = node["recognizedPhrases"]?.list ?? []
    call.speeches = phrases.compactMap { phrase in
      guard let words = phrase["nBest"]?.list.first?["display"]?.string else { return nil }
      let speaker = phrase["speaker"].map { SpeakerNames().shown($0) }
      let channel = phrase["channel"]?.int.map { "Channel \($0)" }
      return Call.Speech(
        speaker: speaker ?? channel ?? "", start: CallTime.seconds(phrase["offset"]), words: words)
    }
    return call
  }
}
