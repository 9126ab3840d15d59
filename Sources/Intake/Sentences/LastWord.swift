/// The word before a full stop, as far as it tells whether the stop ends a sentence.
struct LastWord {
  /// As written, without opening marks; at most 48 bytes are looked at.
  private let letters: ArraySlice<UInt8>
  /// It is the first word of the paragraph.
  private let isFirst: Bool
  /// What stands before it.
  private let before: ArraySlice<UInt8>

  init(before stop: Int, in text: ArraySlice<UInt8>) {
    let before = text[..<stop].suffix(48)
    let word = Self.lastWord(of: before)
    isFirst = word.startIndex == text.startIndex
    letters = word.drop { !$0.isWord }
    self.before = before[..<word.startIndex]
  }

  private var word: String { letters.string }

  /// The word before it, in lower case.
  private var previous: String { Self.lastWord(of: before.trimmed).string.lowercased() }

  /// Two letters or digits or more, one a letter, and nothing else.
  var isPlain: Bool {
    if !letters.contains(where: { !$0.isLetter }) { return letters.count >= 2 }
    let marks: [Unicode.Scalar] = ["'", "’"]
    return word.utf8.count >= 2 && word.unicodeScalars.contains(where: \.isLetter)
      && word.unicodeScalars.allSatisfy { $0.isLetter || ("0"..."9").contains($0) || marks.contains($0) }
  }

  /// Whether the stop belongs to the word, so that the sentence goes on with `next`.
  func isAbbreviation(before next: NextWord) -> Bool {
    if letters.isEmpty || letters.count > Abbreviations.longest && !letters.contains(ASCII.dot) { return false }
    if letters.allSatisfy(\.isDigit) { return isOrdinal(before: next) }
    if isSurelyNone { return false }
    let lower = word.lowercased()
    if Abbreviations.never.contains(lower) { return true }
    if Abbreviations.beforeNumber.contains(lower) { return next.isDigit }
    if isCapital && Abbreviations.titles.contains(lower) { return true }
    let isShort = Abbreviations.sometimes.contains(lower) || isCapital && Abbreviations.calendar.contains(lower)
    return (isInitial || isDotted || isShort) && !Abbreviations.starters.contains(next.word)
  }

  /// Longer than a letter, without stops, and in no list: that can be told of ASCII without making text of it.
  private var isSurelyNone: Bool {
    letters.count > 1 && !letters.contains(where: { $0.isForeign || $0 == ASCII.dot })
      && !Abbreviations.table.holds(ignoringCase: letters)
  }

  private var isCapital: Bool { word.unicodeScalars.first?.isUppercase ?? false }

  /// `3. Mai`, and the number of a list item.
  private func isOrdinal(before next: NextWord) -> Bool {
    guard letters.count <= 3 else { return false }
    let previous = previous
    return isFirst || previous.hasSuffix(":") || previous.hasSuffix(";") || endsSentence(previous)
      || Abbreviations.ordinalArticles.contains(previous) || Abbreviations.months.contains(next.word)
  }

  private func endsSentence(_ word: String) -> Bool {
    (word.hasSuffix(".") || word.hasSuffix("!") || word.hasSuffix("?"))
      && !Abbreviations.beforeNumber.contains(String(word.dropLast()))
  }

  /// One capital letter: `J. Smith`. `I` is a pronoun.
  private var isInitial: Bool {
    Self.isOneLetter(word[...]) && word != "I"
  }

  private static func isOneLetter(_ text: Substring) -> Bool {
    text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy(\.isLetter)
  }

  /// `U.S`, `a.m`, `z.B`: single letters with stops between.
  private var isDotted: Bool {
    guard letters.contains(ASCII.dot) else { return false }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy(Self.isOneLetter)
  }

  private static func lastWord(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let space = text.lastIndex(of: ASCII.space) else { return text }
    return text[(space + 1)...]
  }
}
