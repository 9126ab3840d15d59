import JSONText

/// A list of what was said, each with its speaker and time: most products write calls so.
///
///     {"utterances": [{"speaker": "A", "start": 2100, "end": 5400, "text": "…"}]}             AssemblyAI (milliseconds)
///     {"title": "…", "sentences": [{"speaker_name": "…", "start_time": 1.2, "text": "…"}]}    Fireflies (seconds)
///     {"text": "…", "segments": [{"start": 0.0, "end": 4.2, "text": "…"}]}                    Whisper (seconds)
///     {"segments": [{"speaker": "…", "startTime": 0.5, "body": "…"}]}                         Podcasting 2.0 (seconds)
///     {"speakers": [{"speaker_id": 1, "name": "…"}], "transcript": [{"speaker_id": 1, …}]}
struct SpeechList: CallDialect {
  /// Where lists of speech are, and whether it takes a speaker to tell them from other lists.
  private static let names: [(name: String, needsSpeaker: Bool)] = [
    ("utterances", false), ("segments", false), ("sentences", false), ("transcript", false), ("transcripts", false),
    ("transcription", false), ("Transcript", false), ("speaker_blocks", false), ("speakers", true), ("chunks", false),
    ("paragraphs", false), ("monologues", true), ("entries", true), ("lines", true), ("timeline", true),
    ("captions", true), ("data", true),
  ]

  static func recognises(_ node: JSONNode) -> Bool { list(in: node) != nil }

  /// The list of a call, with what holds it: the call, or an object in it, as in `{"transcript": {"segments": […]}}`.
  private static func list(in node: JSONNode) -> (name: String, list: JSONNode, holder: JSONNode)? {
    if node.kind == .array { return isSpeech(node, needsSpeaker: true) ? ("", node, node) : nil }
    for (name, needsSpeaker) in names {
      guard let list = node[name] else { continue }
      if isSpeech(list, needsSpeaker: needsSpeaker) { return (name, list, node) }
      for (inner, needsSpeaker) in names where list.kind == .object {
        if let found = list[inner], isSpeech(found, needsSpeaker: needsSpeaker) { return (inner, found, list) }
      }
    }
    return nil
  }

  private static func isSpeech(_ list: JSONNode, needsSpeaker: Bool) -> Bool {
    guard list.kind == .array else { return false }
    let first = Array(list.elements.prefix(20))
    let speech = first.count { element in
      SpeechFields.words(of: element) != nil && SpeechFields.start(of: element) != nil
        && (!needsSpeaker || SpeechFields.speaker(of: element) != nil)
    }
    return speech > 0 && speech * 2 >= first.count
  }

  static func call(_ node: JSONNode) -> Call {
    guard let (name, list, holder) = list(in: node) else { return Call() }
    var call = Call(about: node)
    if call.title.isEmpty, call.people.isEmpty { call = Call(about: holder) }
    let names = SpeakerNames(holder, node)
    call.identity = Product.identity(of: node) ?? Product.identity(of: holder)
    call.unit = ["segments", "chunks", "transcription", "captions", "lines"].contains(name) ? .window : .sentence
    let units = SpeechFields.unitsPerSecond(in: list)
    for element in list.elements {
      guard let words = SpeechFields.words(of: element) else { continue }
      let start = SpeechFields.start(of: element)
      call.speeches.append(
        Call.Speech(
          speaker: names.shown(SpeechFields.speaker(of: element)),
          start: start?.seconds ?? start?.number.map { $0 / units }, time: start?.clock ?? "", words: words))
    }
    return call
  }
}
