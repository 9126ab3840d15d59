import CodeIndex

/// Texts that stand in files word by word as they do in the question: three in a row, or two that say something.
struct PhraseTable {
  private var words: [String: Int32] = [:]
  private var threes: Set<Int64> = []
  private var twos: Set<Int64> = []
  /// By source: the runs that it has.
  private(set) var foundThrees: [Int: Set<Int64>] = [:]
  private(set) var foundTwos: [Int: Set<Int64>] = [:]
  private var numbers: [String: Int32] = [:]

  init(_ query: Query) {
    let stops = query.words.map(StopWords.contains)
    let places = query.words.map { number($0) }
    for index in places.indices.dropLast() {
      if !stops[index], !stops[index + 1] { twos.insert(Self.key(places[index], places[index + 1])) }
      guard index + 2 < places.count, !(stops[index] && stops[index + 1] && stops[index + 2]) else { continue }
      threes.insert(Self.key(places[index], places[index + 1], places[index + 2]))
    }
    for quotation in query.quotations {
      let places = quotation.map { number($0) }
      for index in places.indices.dropLast(2) {
        threes.insert(Self.key(places[index], places[index + 1], places[index + 2]))
      }
    }
  }

  private mutating func number(_ word: String) -> Int32 {
    if let known = words[word] { return known }
    let number = Int32(words.count)
    words[word] = number
    return number
  }

  private static func key(_ one: Int32, _ two: Int32, _ three: Int32 = 0) -> Int64 {
    (Int64(one) << 20 | Int64(two)) << 20 | Int64(three)
  }

  /// Looks for the runs in one file.
  mutating func read(_ sequence: WordSequence, of source: Int, _ query: Query) {
    let own = sequence.names.map { name -> Int32 in
      if let known = numbers[name] { return known }
      let number = words[String(decoding: name.utf8.map(\.lowered), as: UTF8.self)] ?? -1
      numbers[name] = number
      return number
    }
    var threes: Set<Int64> = []
    var twos: Set<Int64> = []
    var before: (Int32, Int32) = (-1, -1)
    for place in sequence.places {
      let word = own[place.name]
      if word >= 0, before.1 >= 0 {
        let two = Self.key(before.1, word)
        if self.twos.contains(two) { twos.insert(two) }
        if before.0 >= 0 {
          let three = Self.key(before.0, before.1, word)
          if self.threes.contains(three) { threes.insert(three) }
        }
      }
      before = (before.1, word)
    }
    if !threes.isEmpty { foundThrees[source] = threes }
    if !twos.isEmpty { foundTwos[source] = twos }
  }

  /// The sum over a source's runs of their rarity.
  static func scores(_ found: [Int: Set<Int64>]) -> [Int: Double] {
    var counts: [Int64: Double] = [:]
    for runs in found.values { for run in runs { counts[run, default: 0] += 1 } }
    // In order of the runs: sums of fractions depend on it.
    return found.mapValues { runs in runs.sorted().reduce(0) { $0 + 1 / (counts[$1] ?? 1) } }
  }
}

extension Ranking {
  mutating func addPhrases() {
    for (column, found) in [(Column.threeWords, phrases.foundThrees), (.twoWords, phrases.foundTwos)] {
      var values = zeros()
      for (source, score) in PhraseTable.scores(found) { values[source] = Logarithm.of1plus(score) }
      columns[column] = values.scaled()
    }
  }
}
