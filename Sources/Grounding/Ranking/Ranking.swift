import CodeIndex
import Concurrency

/// The sources of one commit, judged with regard to one question. The families of signals are extensions of it, in
/// `Signals`.
struct Ranking {
  let query: Query
  let snapshot: Snapshot
  let sources: SourceTable
  let words: WordTable
  var columns: ColumnTable
  /// The score by words and mentions alone, by which the others are chosen.
  var lexical: [Double] = []
  /// The sources by ``lexical``, the best first.
  var order: [Int] = []
  /// The sources that are looked into.
  var candidates: [Int] = []
  /// Where the names stand that the text mentions.
  var identifiers: [IdentifierEntries] = []
  /// Nil without a past.
  var likePast: LikePast?
  /// The runs of words of the text that are looked for in candidates.
  let phrases: PhraseTable
  /// The functions of the candidates.
  var units = UnitTable()

  init(_ query: Query, _ snapshot: Snapshot) throws(CodeIndexError) {
    self.query = query
    self.snapshot = snapshot
    let sources = SourceTable(snapshot)
    self.sources = sources
    let past = Meanwhile {
      Result { () throws(CodeIndexError) in
        guard let history = try snapshot.history, history.count > 0 else { return nil as Past? }
        return try Past(query, history, sources, snapshot)
      }
    }
    phrases = PhraseTable(query)
    words = try WordTable(query, sources, snapshot)
    columns = ColumnTable(count: sources.count)
    addWords()
    try findIdentifiers()
    try addMentions()
    addLexical()
    addIdentifiers()
    addNames()
    // The past takes longer: most candidates are known, and read, before it is.
    let byWords = chosenByWords()
    let lookedFor = identifiers.filter(\.isLookedFor)
    var readings = try read(byWords.sorted(), lookedFor)
    try addHistory(try past.value().get())
    choose(byWords)
    readings.merge(try read(candidates.filter { readings[$0] == nil }, lookedFor)) { first, _ in first }
    addUnits(candidates.compactMap { readings[$0] }, lookedFor)
  }

  var count: Int { sources.count }

  func zeros() -> [Double] { [Double](repeating: 0, count: count) }

  /// Words and mentions together: what the best are first chosen by.
  private mutating func addLexical() {
    lexical = (0..<count).map { source in
      let sum =
        columns[.base, source] + 0.8 * columns[.path, source] + 0.8 * columns[.frame, source]
        + 0.25 * columns[.module, source] + 0.25 * columns[.definition, source] * Self.definitionRange
        + 0.3 * columns[.qualified, source] + 0.3 * columns[.stem, source]
      return sources.isAside[source] ? 0.7 * sum : sum
    }
    order = lexical.order()
    columns[.lexical] = lexical.scaled()
    for (rank, source) in order.enumerated() {
      columns[.firstRanks, source] = 1 / Double(1 + rank)
      columns[.rank, source] = 1 - Logarithm.of1plus(Double(min(rank, 200))) / Logarithm.natural(201)
    }
  }

  /// The best by words and by the first line, and what is mentioned.
  private func chosenByWords() -> Set<Int> {
    var chosen = Set(order.prefix(60).filter { lexical[$0] > 0 })
    chosen.formUnion(columns[.title].order(20).filter { columns[.title, $0] > 0 })
    for column in [Column.path, .frame, .module, .qualified] {
      chosen.formUnion((0..<count).filter { columns[column, $0] > 0 })
    }
    return chosen
  }

  /// The sources that are looked into: the best by the past besides.
  private mutating func choose(_ byWords: Set<Int>) {
    var chosen = byWords
    chosen.formUnion(columns[.history].order(20).filter { columns[.history, $0] > 0 })
    if chosen.count > Self.mostCandidates { chosen.formIntersection(order.prefix(Self.mostCandidates)) }
    candidates = chosen.sorted()
  }

  private static let mostCandidates = 400

  /// The value of ``Column/definition`` at which it counts no more.
  static let definitionRange = 3.0
}
