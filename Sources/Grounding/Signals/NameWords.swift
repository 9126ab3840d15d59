import CodeIndex

/// What the words of names say, each name looked at once.
struct NameWords {
  struct Sums {
    /// How much its words count in the text, and in the first line.
    var words = 0.0
    var title = 0.0
    /// The share of its words that the first line has.
    var share = 0.0
  }

  private let query: Query
  private let rarity: [Double]
  private let terms: [String: Int]
  private let lookedUp: TermTable
  private var room: [UInt8] = []
  /// By name that was asked for.
  private var known: [String: Sums] = [:]

  init(_ query: Query, _ rarity: [Double]) {
    self.query = query
    self.rarity = rarity
    terms = Dictionary(uniqueKeysWithValues: query.terms.enumerated().map { ($1, $0) })
    lookedUp = TermTable(query.terms)
  }

  /// Whether a name has any word of the text: most have none.
  private mutating func hasTerm(_ name: String) -> Bool {
    var isFound = false
    WordSplitter.forEachWord(of: name, in: &room) { word in
      if !isFound { isFound = lookedUp.known(word) != nil }
    }
    return isFound
  }

  mutating func words(_ name: String) -> Sums {
    if let known = known[name] { return known }
    guard hasTerm(name) else {
      known[name] = Sums()
      return Sums()
    }
    let own = Set(WordSplitter.words(of: name)).sorted()
    var sums = Sums()
    for word in own {
      guard let term = terms[word] else { continue }
      sums.words += query.weights[term] * rarity[term]
      sums.title += query.title[term] * rarity[term]
      if query.title[term] > 0 { sums.share += 1 }
    }
    sums.share /= Double(max(1, own.count))
    known[name] = sums
    return sums
  }
}
