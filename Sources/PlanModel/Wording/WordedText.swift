/// A word of a text: letters or digits, with apostrophes, points and underscores within; hyphens part words.
package struct Word: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case plain
    /// Begins with a digit: `2`, `10,000`, `99.9%`, `200ms`.
    case number
    /// Names something: code, an address, quoted words, an identifier.
    case opaque
  }

  package var kind: Kind
  package var range: Range<Int>
  /// FNV-1a of its letters.
  package var hash: UInt64
  /// The sentence that it stands in, from 0.
  package var sentence: Int

  /// The hash of a word in lower case.
  package static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    FNV1a.hash(word)
  }
}

/// Prose as words: in lower case, without what is only named or marked up, every byte at its offset in the original.
package struct WordedText: Sendable {
  package let text: [UInt8]
  package let words: [Word]
  /// The first word of each sentence.
  private let sentenceStarts: [Int]

  package init(_ prose: ArraySlice<UInt8>) {
    text = ProseMask(prose).result
    var scanner = WordScanner(text)
    scanner.scan()
    var words = scanner.words
    // What is only named is compared as it stands.
    for index in words.indices where words[index].kind == .opaque {
      let range = words[index].range
      words[index].hash = Word.hash(
        prose[(prose.startIndex + range.lowerBound)..<(prose.startIndex + range.upperBound)])
    }
    self.words = words
    var starts: [Int] = []
    for (index, word) in words.enumerated() where word.sentence == starts.count { starts.append(index) }
    sentenceStarts = starts
  }

  package init(_ prose: String) { self.init(Array(prose.utf8)[...]) }

  /// What stands between a word and the next, or behind the last one.
  package func gap(after index: Int) -> ArraySlice<UInt8> {
    let start = words[index].range.upperBound
    return text[start..<(index + 1 < words.count ? words[index + 1].range.lowerBound : text.count)]
  }

  /// What stands between a word and the one before it.
  package func gap(before index: Int) -> ArraySlice<UInt8> {
    index == 0 ? text[..<(words.first?.range.lowerBound ?? text.count)] : gap(after: index - 1)
  }

  /// Whether a mark of punctuation parts a word from the one before it, or none stands before it.
  package func beginsClause(_ index: Int) -> Bool {
    index == 0 || gap(before: index).contains { $0 > 0x20 && $0 != UInt8(ascii: "-") }
      || gap(before: index).starts(with: " - ".utf8)
  }

  /// Whether a word is the first of its line.
  package func beginsLine(_ index: Int) -> Bool {
    index == 0 || gap(before: index).contains(UInt8(ascii: "\n"))
  }

  /// Whether the word at `index` is there and one of `set`.
  package func holds(_ set: WordSet, at index: Int) -> Bool {
    index >= 0 && index < words.count && set.contains(words[index].hash) && words[index].kind != .opaque
  }

  /// The letters of a word.
  package func string(_ index: Int) -> String {
    String(decoding: text[words[index].range].filter { $0 != ProseMask.skipped }, as: UTF8.self)
  }

  /// The words of the sentence that a word stands in.
  package func sentence(of index: Int) -> Range<Int> {
    let number = words[index].sentence
    return sentenceStarts[number]..<(number + 1 < sentenceStarts.count ? sentenceStarts[number + 1] : words.count)
  }
}
