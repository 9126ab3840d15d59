import CodeIndex

/// How often each word of a text occurs, cut as names of code are.
struct TermCounts {
  private(set) var counts: [String: Double] = [:]

  init() {}

  init(_ text: ArraySlice<UInt8>, weight: Double = 1) { add(text, weight: weight) }

  /// Takes the words of a text; what says nothing is left out.
  mutating func add(_ text: ArraySlice<UInt8>, weight: Double = 1) {
    for name in text.names() where name.count <= 100 {
      for word in WordSplitter.words(of: name) where word.count > 1 {
        let word = String(decoding: word, as: UTF8.self)
        if !StopWords.contains(word) { counts[word, default: 0] += weight }
      }
    }
  }

  /// The name or part of a name that each word was first made of, in small letters.
  static func spellings(in text: ArraySlice<UInt8>) -> [String: String] {
    var spellings: [String: String] = [:]
    for name in text.names() where name.count <= 100 {
      let words = WordSplitter.words(of: name)
      let parts = WordSplitter.parts(of: name)
      for (index, word) in words.enumerated() {
        let key = String(decoding: word, as: UTF8.self)
        guard spellings[key] == nil else { continue }
        spellings[key] = index < parts.count ? parts[index] : String(decoding: name, as: UTF8.self)
      }
    }
    return spellings
  }
}
