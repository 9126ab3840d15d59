import JSONText

/// A word as it was heard, or a mark behind one.
struct SpokenWord {
  var text: String
  var speaker = ""
  /// In seconds.
  var start: Double?
  /// No space before it.
  var isGlued = false

  init(text: String, speaker: String = "", start: Double? = nil, isGlued: Bool = false) {
    (self.text, self.speaker, self.start, self.isGlued) = (text, speaker, start, isGlued)
  }

  /// A word with its time and, as products may, its speaker.
  init(_ node: JSONNode) {
    text = node.words("punctuated_word", "text", "word") ?? ""
    speaker = SpeakerNames().shown(SpeechFields.speaker(of: node))
    start = SpeechFields.start(of: node).flatMap { $0.seconds ?? $0.number }
  }

  /// What each speaker says until another one does. A mark without a speaker is the one's before it.
  static func speeches(_ words: [SpokenWord]) -> [Call.Speech] {
    var speeches: [Call.Speech] = []
    for word in words where !word.text.isEmpty {
      let last = speeches.count - 1
      if last >= 0, speeches[last].speaker == word.speaker || word.isGlued {
        speeches[last].words += word.isGlued ? word.text : " " + word.text
      } else {
        speeches.append(Call.Speech(speaker: word.speaker, start: word.start, words: word.text))
      }
    }
    return speeches
  }
}
