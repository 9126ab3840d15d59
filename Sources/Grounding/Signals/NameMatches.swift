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
  private let queryTerms: SievedTerms
  private let identifiers: SievedTerms
  private let queryWords: SievedTerms
  private var room = [UInt8](repeating: 0, count: 256)

  /// - Parameter words: in small letters.
  init(terms: [String], identifiers: [String], words: [String]) {
    queryTerms = SievedTerms(terms)
    self.identifiers = SievedTerms(identifiers)
    queryWords = SievedTerms(words)
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
    guard let first = name.first, let last = name.last,
      queryWords.mayHold(first: first.lowered, last: last.lowered, count: name.count)
    else { return -1 }
    if room.count < name.count { room = [UInt8](repeating: 0, count: 2 * name.count) }
    for index in 0..<name.count { room[index] = name[index].lowered }
    return room.withUnsafeBytes { Int32(queryWords.known(UnsafeRawBufferPointer(rebasing: $0[..<name.count])) ?? -1) }
  }
}

/// A few terms, which most names that are looked up are seen not to be without a hash of them.
private struct SievedTerms {
  private let table: TermTable
  private var sieve = [Bool](repeating: false, count: 1 << 12)

  init(_ terms: [String]) {
    table = TermTable(terms)
    for term in terms {
      guard let first = term.utf8.first, let last = term.utf8.last else { continue }
      sieve[Self.slot(first, last, term.utf8.count)] = true
    }
  }

  private static func slot(_ first: UInt8, _ last: UInt8, _ count: Int) -> Int {
    Int(first & 0x1f) << 7 | Int(last & 0x1f) << 2 | (count & 3)
  }

  func mayHold(first: UInt8, last: UInt8, count: Int) -> Bool { sieve[Self.slot(first, last, count)] }

  /// The number of the term; nil where there is none.
  func known(_ term: UnsafeRawBufferPointer) -> Int? {
    guard let first = term.first, let last = term.last, mayHold(first: first, last: last, count: term.count) else {
      return nil
    }
    return table.known(term)
  }
}
