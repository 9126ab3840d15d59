import JSONText

/// A text with the words that it was heard in, and perhaps their speakers: AssemblyAI before speakers are told apart
/// (milliseconds), ElevenLabs (seconds), Whisper when asked for words.
struct WordList: CallDialect {
  static func recognises(_ node: JSONNode) -> Bool {
    guard node["text"]?.string != nil, let words = node["words"] else { return false }
    let first = words.elements.prefix(5)
    return first.contains { ($0["text"] ?? $0["word"]) != nil && $0["start"]?.number != nil && $0["end"] != nil }
  }

  static func call(_ node: JSONNode) -> Call {
    var call = Call(about: node)
    call.identity = Product.identity(of: node)
    guard let list = node["words"] else { return call }
    let units = SpeechFields.unitsPerSecond(in: list)
    // Some list the spaces as well.
    let words = list.elements.lazy.filter { $0["type"]?.string != "spacing" }.map { node in
      var word = SpokenWord(node)
      word.start = word.start.map { $0 / units }
      return word
    }
    let speeches = SpokenWord.speeches(Array(words))
    let isTold = speeches.contains { !$0.speaker.isEmpty }
    call.speeches = isTold ? speeches : [Call.Speech(start: speeches.first?.start, words: node["text"]?.string ?? "")]
    return call
  }
}
