import JSONText

/// A shape in which products write down calls.
protocol CallDialect {
  /// Whether a value is a call of this shape.
  static func recognises(_ node: JSONNode) -> Bool
  static func call(_ node: JSONNode) -> Call
}

extension Call {
  /// What products say of a call beside its words.
  init(about node: JSONNode) {
    let inner = node["metadata"] ?? node["metaData"] ?? node["meeting"] ?? node["call"] ?? node
    title = node.words("title", "meeting_title", "meetingTitle", "topic", "subject", "name") ?? ""
    if title.isEmpty { title = inner.words("title", "topic", "subject") ?? "" }
    let dates = ["date", "dateString", "started", "start_date", "recorded_at", "created_at", "createdAt", "created"]
    received = (dates.map { node[$0] } + dates.map { inner[$0] }).map(JSONTime.iso).first { !$0.isEmpty }
    url = node.words("transcript_url", "share_url", "url") ?? inner.words("url")
    people = SpeakerNames.people(in: node)
  }
}
