/// Utterances of one thread, with their words.
struct Conversation {
  let utterances: [Utterance]
  let words: [Words]

  /// `utterances` is not empty.
  init(_ utterances: ArraySlice<Utterance>) {
    self.utterances = Array(utterances)
    words = utterances.map { Words($0.text) }
  }

  /// Whether there is anything around an utterance.
  var isThread: Bool { utterances.count > 1 }

  /// Whether the one who opened the conversation speaks.
  func isFirstSpeaker(_ index: Int) -> Bool { utterances[index].speaker == utterances[0].speaker }

  func isSameSpeaker(_ first: Int, _ second: Int) -> Bool { utterances[first].speaker == utterances[second].speaker }

  /// The longer words of what stands within `reach` before and after, each once.
  func contentWords(around index: Int, reach: Int) -> [UInt64] {
    var seen: Set<UInt64> = []
    var found: [UInt64] = []
    for place in max(0, index - reach)...min(words.count - 1, index + reach) where place != index {
      for word in words[place].all.prefix(40) where word.isWord && word.range.count > 3 {
        if seen.insert(word.hash).inserted { found.append(word.hash) }
      }
    }
    return found
  }
}
