import JSONText

/// Amazon Transcribe: `{"jobName": …, "results": {"transcripts": […], "speaker_labels": …, "items": […]}}`, in seconds
/// written as strings.
///
/// https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html. Since 2024 `audio_segments` hold the same sentence by
/// sentence; before, a word's speaker is found by its time among the labels.
struct TranscribeCall: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    guard let results = node["results"] else { return false }
    return results["transcripts"]?.list.first?["transcript"] != nil
  }

  static func call(_ node: JSONNode) -> Call {
    var call = Call(about: node)
    call.identity = node["jobName"]?.string.map { "transcribe:" + $0 }
    guard let results = node["results"] else { return call }
    call.speeches = segments(results["audio_segments"]?.list ?? [])
    if call.speeches.isEmpty { call.speeches = SpokenWord.speeches(words(in: results)) }
    if call.speeches.isEmpty {
      call.speeches = (results["transcripts"]?.list ?? []).compactMap { $0["transcript"]?.string }
        .map { Call.Speech(words: $0) }
    }
    return call
  }

  private static func segments(_ segments: [JSONNode]) -> [Call.Speech] {
    segments.compactMap { segment in
      guard let words = segment["transcript"]?.string else { return nil }
      let speaker = segment["speaker_label"]?.string ?? ""
      return Call.Speech(speaker: speaker, start: CallTime.seconds(segment["start_time"]), words: words)
    }
  }

  private static func words(in results: JSONNode) -> [SpokenWord] {
    var speakers: [String: String] = [:]
    for segment in results.at("speaker_labels", "segments")?.list ?? [] {
      for item in segment["items"]?.list ?? [] {
        if let start = item["start_time"]?.text { speakers[start] = item["speaker_label"]?.string }
      }
    }
    return (results["items"]?.list ?? []).map { item in
      let start = item["start_time"]?.text
      return SpokenWord(
        text: item["alternatives"]?.list.first?["content"]?.string ?? "",
        speaker: item["speaker_label"]?.string ?? start.flatMap { speakers[$0] } ?? "",
        start: CallTime.seconds(item["start_time"]), isGlued: item["type"]?.string == "punctuation")
    }
  }
}
