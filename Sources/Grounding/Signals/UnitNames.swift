import CodeIndex

/// What the names of functions have of a text.
struct UnitNames {
  private let strengths: [String: Double]
  private let counts: [String: Int]
  private let dotted: Set<[String]>
  private let pairs: Set<[String]>
  private let terms: [String: Int]
  private let lookedUp: TermTable
  private var room: [UInt8] = []
  private let query: Query
  private let rarity: [Double]
  /// By name that was asked for.
  private var known: [String: (words: Double, title: Double, share: Double)] = [:]

  init(_ query: Query, _ rarity: [Double], _ units: [Unit]) {
    self.query = query
    self.rarity = rarity
    strengths = Dictionary(uniqueKeysWithValues: query.identifiers.map { ($0.name, $0.strength) })
    counts = Dictionary(units.map { ($0.name, 1) }, uniquingKeysWith: +)
    dotted = Set(query.dotted)
    pairs = Set(query.dotted.map { $0.suffix(2) })
    terms = Dictionary(uniqueKeysWithValues: query.terms.enumerated().map { ($1, $0) })
    lookedUp = TermTable(query.terms)
  }

  func strength(_ name: String) -> Double { strengths[name] ?? 0 }
  func count(_ name: String) -> Int { counts[name] ?? 1 }

  /// Whether the text writes the function with what it stands in.
  func isQualified(_ unit: Unit) -> Bool {
    guard let holder = unit.holders.last else { return false }
    if pairs.contains([holder, unit.name]) { return true }
    let whole = unit.holders + [unit.name]
    return dotted.contains { $0.count > whole.count && $0.suffix(whole.count).elementsEqual(whole) }
  }

  /// Whether a name has any word of the text: most have none.
  private mutating func hasTerm(_ name: String) -> Bool {
    var isFound = false
    WordSplitter.forEachWord(of: name, in: &room) { word in
      if !isFound { isFound = lookedUp.known(word) != nil }
    }
    return isFound
  }

  /// How much the words of a name count, in the text and its first line, and the share of them that the line has.
  mutating func words(_ name: String) -> (words: Double, title: Double, share: Double) {
    if let known = known[name] { return known }
    guard hasTerm(name) else {
      known[name] = (0, 0, 0)
      return (0, 0, 0)
    }
    let own = Set(WordSplitter.words(of: name)).sorted()
    var sums = (words: 0.0, title: 0.0, share: 0.0)
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
