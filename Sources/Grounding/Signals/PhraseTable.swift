import CodeIndex

/// Texts that stand in files word by word as they do in the question: three in a row, or two that say something.
struct PhraseTable: Sendable {
  /// The distinct words of the text, in the order of their numbers.
  private(set) var words: [String] = []
  private var threes: Set<Int64> = []
  private var twos: Set<Int64> = []
  /// Which runs may be there, by a part of their hash: most are not, and need no look into the sets.
  private var sieve = [Bool](repeating: false, count: 1 << 16)

  /// The runs that a file has.
  struct Runs: Sendable {
    var threes: Set<Int64> = []
    var twos: Set<Int64> = []
  }

  init(_ query: Query) {
    let stops = query.words.map(StopWords.contains)
    var known: [String: Int32] = [:]
    let places = query.words.map { number($0, &known) }
    for index in places.indices.dropLast() {
      if !stops[index], !stops[index + 1] { twos.insert(Self.key(places[index], places[index + 1])) }
      guard index + 2 < places.count, !(stops[index] && stops[index + 1] && stops[index + 2]) else { continue }
      threes.insert(Self.key(places[index], places[index + 1], places[index + 2]))
    }
    for quotation in query.quotations {
      let places = quotation.map { number($0, &known) }
      for index in places.indices.dropLast(2) {
        threes.insert(Self.key(places[index], places[index + 1], places[index + 2]))
      }
    }
    for run in threes.union(twos) { sieve[Self.slot(run)] = true }
  }

  private mutating func number(_ word: String, _ known: inout [String: Int32]) -> Int32 {
    if let number = known[word] { return number }
    let number = Int32(words.count)
    words.append(word)
    known[word] = number
    return number
  }

  private static func key(_ one: Int32, _ two: Int32, _ three: Int32 = 0) -> Int64 {
    (Int64(one) << 20 | Int64(two)) << 20 | Int64(three)
  }

  private static func slot(_ key: Int64) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: key) &* 0x9e37_79b9_7f4a_7c15) >> 48)
  }

  /// Looks for the runs in one file.
  ///
  /// - Parameter own: by distinct word of the file, its place in ``words``; -1 for none.
  func runs(in sequence: WordSequence, _ own: [Int32]) -> Runs {
    var runs = Runs()
    var before: (Int32, Int32) = (-1, -1)
    for place in sequence.places {
      let word = own[Int(place.name)]
      if word >= 0, before.1 >= 0 {
        let two = Self.key(before.1, word)
        if sieve[Self.slot(two)], twos.contains(two) { runs.twos.insert(two) }
        if before.0 >= 0 {
          let three = Self.key(before.0, before.1, word)
          if sieve[Self.slot(three)], threes.contains(three) { runs.threes.insert(three) }
        }
      }
      before = (before.1, word)
    }
    return runs
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
  mutating func addPhrases(_ readings: [CandidateReading]) {
    let runs = Dictionary(uniqueKeysWithValues: zip(candidates, readings.map(\.runs)))
    for (column, found) in [(Column.threeWords, runs.mapValues(\.threes)), (.twoWords, runs.mapValues(\.twos))] {
      var values = zeros()
      for (source, score) in PhraseTable.scores(found) { values[source] = Logarithm.of1plus(score) }
      columns[column] = values.scaled()
    }
  }
}
