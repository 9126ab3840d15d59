import JSONText

/// The members of a record of speech, by the names that products give them.
enum SpeechFields {
  /// When words are said, as it is written.
  struct Start {
    /// A number whose unit it does not tell.
    var number: Double?
    var seconds: Double?
    /// A time of day, as ISO 8601.
    var clock: String?
  }

  private static let words = ["text", "sentence", "transcript", "body", "content", "Content", "raw_text", "caption"]
  private static let speakers = [
    "speaker_name", "speakerName", "speaker", "speaker_label", "speakerLabel", "participant", "participant_name",
    "speaker_id", "speakerId", "speaker_tag", "speakerTag", "name", "username", "ParticipantRole", "role", "author",
    "channel", "source",
  ]
  private static let starts = [
    "start", "start_time", "startTime", "timestamp", "offset", "start_offset", "startOffset", "begin", "from",
    "start_timestamp", "startTimestamp", "start_seconds", "startSeconds", "start_ts", "timestamps", "time",
  ]
  private static let millisecondStarts = [
    "start_ms", "startMs", "start_time_ms", "startTimeMs", "offset_ms", "offsetMs", "BeginOffsetMillis", "startMillis",
  ]
  private static let ends = ["end", "end_time", "endTime", "end_offset", "endOffset", "end_timestamp", "endTimestamp"]

  /// What is said: a string, or a list of words.
  static func words(of node: JSONNode) -> String? {
    for name in words {
      if let words = node[name]?.string { return words }
    }
    guard let words = node["words"] else { return nil }
    if let string = words.string { return string }
    let list = words.list.compactMap { $0.string ?? $0["text"]?.string ?? $0["word"]?.string }
    return list.isEmpty ? nil : list.joined(separator: " ")
  }

  static func speaker(of node: JSONNode) -> JSONNode? {
    for name in speakers {
      guard let speaker = node[name] else { continue }
      if speaker.kind == .number || speaker.kind == .object || speaker.string?.isEmpty == false { return speaker }
    }
    return nil
  }

  static func start(of node: JSONNode) -> Start? {
    // whisper.cpp writes the same times as text and in milliseconds.
    if let offset = node.at("offsets", "from")?.number { return Start(seconds: offset / 1_000) }
    for name in millisecondStarts {
      if let number = CallTime.seconds(node[name]) { return Start(seconds: number / 1_000) }
    }
    if let start = written(in: node) { return start }
    return node["words"]?.list.first.flatMap(written)
  }

  private static func written(in node: JSONNode) -> Start? {
    for name in starts {
      guard let start = node[name] else { continue }
      let clock = JSONTime.iso(start)
      if clock.utf8.count >= "2016-05-06".utf8.count { return Start(clock: clock) }
      guard let seconds = CallTime.seconds(start) else { continue }
      let tellsUnit = start.kind == .object || start.string.map { Double($0) == nil } ?? false
      return tellsUnit ? Start(seconds: seconds) : Start(number: seconds)
    }
    return nil
  }

  /// 1, or 1,000 where numbers are milliseconds: nobody speaks less than a letter in four seconds.
  static func unitsPerSecond(in list: JSONNode) -> Double {
    var letters = 0
    var spoken = 0.0
    var (first, last) = (Double.infinity, 0.0)
    for element in list.elements {
      guard let start = start(of: element)?.number else { continue }
      letters += words(of: element)?.utf8.count ?? 0
      (first, last) = (min(first, start), max(last, start))
      if let end = ends.lazy.compactMap({ CallTime.seconds(element[$0]) }).first { spoken += max(0, end - start) }
    }
    // Where no ends are given, pauses count as well.
    let isSlow = spoken > 0 ? Double(letters) < spoken * 0.25 : Double(letters) < (last - first) * 0.05
    return isSlow ? 1_000 : 1
  }
}
