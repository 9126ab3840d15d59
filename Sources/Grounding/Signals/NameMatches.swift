import CodeIndex

/// What the names of code have of a question. Each distinct name is looked at once, in whatever file it stands.
struct NameMatches {
  struct Match {
    /// Places in ``NameMatches/terms``: the words of the question that it has.
    var terms: Range<Int32>
    /// How many words it has.
    var words: Int32
    /// The name of the text that it is; -1 for none.
    var identifier: Int32
    /// The word of the text that it is, small and capital letters alike; -1 for none.
    var word: Int32
  }

  /// By number of the name.
  private(set) var matches: [Match] = []
  private(set) var terms: [Int32] = []
  private var names = TermTable(capacity: 16_384)
  private let queryTerms: TermTable
  private let identifiers: TermTable
  private let queryWords: TermTable
  private var room = [UInt8](repeating: 0, count: 256)

  /// - Parameter words: in small letters.
  init(terms: [String], identifiers: [String], words: [String]) {
    queryTerms = TermTable(terms)
    self.identifiers = TermTable(identifiers)
    queryWords = TermTable(words)
  }

  /// The numbers of a file's distinct names.
  mutating func numbers(of sequence: WordSequence) -> [Int32] {
    var numbers: [Int32] = []
    sequence.forEachName { numbers.append(Int32(number(of: $0))) }
    return numbers
  }

  /// The terms that a name has, and how many words it has.
  mutating func words(of name: String) -> (terms: ArraySlice<Int32>, count: Int) {
    let match = matches[Array(name.utf8).withUnsafeBytes { number(of: $0) }]
    return (terms[Int(match.terms.lowerBound)..<Int(match.terms.upperBound)], Int(match.words))
  }

  private mutating func number(of name: UnsafeRawBufferPointer) -> Int {
    let number = names.number(of: name)
    if number == matches.count { matches.append(match(name)) }
    return number
  }

  private mutating func match(_ name: UnsafeRawBufferPointer) -> Match {
    let start = Int32(terms.count)
    var words: Int32 = 0
    WordSplitter.forEachWord(of: name, in: &room) { word in
      words += 1
      if let term = queryTerms.known(word) { terms.append(Int32(term)) }
    }
    return Match(
      terms: start..<Int32(terms.count), words: words, identifier: Int32(identifiers.known(name) ?? -1),
      word: lowered(name))
  }

  private mutating func lowered(_ name: UnsafeRawBufferPointer) -> Int32 {
    if room.count < name.count { room = [UInt8](repeating: 0, count: 2 * name.count) }
    for index in 0..<name.count { room[index] = name[index].lowered }
    return room.withUnsafeBytes { Int32(queryWords.known(UnsafeRawBufferPointer(rebasing: $0[..<name.count])) ?? -1) }
  }
}
