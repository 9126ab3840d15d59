import CodeIndex

/// Where the words of a question occur among the sources, and how much each of them says.
struct WordTable: Sendable {
  /// One source in which a word occurs.
  struct Entry: Sendable {
    let source: Int32
    /// In the path, in names defined.
    var path: Double = 0
    var names: Double = 0
    /// In code, comments and strings.
    var body: Double = 0
    /// How much it occurs, by all of these, from 0 to 1.
    var saturation: Double = 0
  }

  /// By term of the query; each by source.
  private(set) var entries: [[Entry]] = []
  private(set) var rarity: [Double] = []
  /// The same for tests: by term, how much it occurs.
  private(set) var tests: [[(test: Int32, saturation: Double)]] = []
  private(set) var testRarity: [Double] = []
  let bodyLengths: [Double]
  let nameLengths: [Double]
  /// How many sources have so many words that the file counts as average.
  let meanBody: Double
  private let meanNames: Double

  init(_ query: Query, _ table: SourceTable, _ snapshot: Snapshot) throws(CodeIndexError) {
    bodyLengths = table.sources.map { Double($0.summary.bodyLength) }
    nameLengths = table.sources.map { Double($0.summary.lengths.name) }
    meanBody = Self.mean(bodyLengths)
    meanNames = Self.mean(nameLengths)
    let inPaths = PathWords(query.terms, table.parts, table.paths)
    let inTestPaths = PathWords(query.terms, table.parts, table.testPaths)
    let testLengths = table.tests.map { Double($0.summary.bodyLength) }
    let testMean = Self.mean(testLengths)
    for (term, postings) in try snapshot.postings(ofWords: query.terms).enumerated() {
      var entries: [Entry] = []
      var tests: [(Int32, body: Double)] = []
      for posting in postings {
        let place = table.places[posting.file]
        let body = Double(posting.counts.code + posting.counts.comment + posting.counts.string)
        if place >= 0 {
          entries.append(Entry(source: place, names: Double(posting.counts.name), body: body))
        } else if place < -1 {
          tests.append((-2 - place, body))
        }
      }
      entries = Self.merged(entries, inPaths.files[term])
      for index in entries.indices { entries[index].saturation = saturation(entries[index], inPaths) }
      self.entries.append(entries)
      rarity.append(Logarithm.rarity(entries.count, of: table.count))
      let merged = Self.merged(tests.map { Entry(source: $0, body: $1) }, inTestPaths.files[term])
      self.tests.append(
        merged.map { one in
          let body = one.body / (0.35 + 0.65 * testLengths[Int(one.source)] / testMean) + 3 * one.path
          return (one.source, body / (2 + body))
        })
      testRarity.append(Logarithm.rarity(merged.count, of: table.tests.count))
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 1 : max(1e-9, values.reduce(0, +) / Double(values.count))
  }

  /// Both by source.
  private static func merged(_ entries: [Entry], _ paths: [(file: Int32, count: Double)]) -> [Entry] {
    guard !paths.isEmpty else { return entries }
    var merged: [Entry] = []
    merged.reserveCapacity(entries.count + paths.count)
    var at = 0
    for entry in entries {
      while at < paths.count, paths[at].file < entry.source {
        merged.append(Entry(source: paths[at].file, path: paths[at].count))
        at += 1
      }
      merged.append(entry)
      if at < paths.count, paths[at].file == entry.source {
        merged[merged.count - 1].path = paths[at].count
        at += 1
      }
    }
    for rest in paths[at...] { merged.append(Entry(source: rest.file, path: rest.count)) }
    return merged
  }

  /// BM25 over three fields: a word in a path or a defined name counts more, in a long file less.
  private func saturation(_ entry: Entry, _ paths: PathWords) -> Double {
    let source = Int(entry.source)
    let mix =
      entry.body / (0.35 + 0.65 * bodyLengths[source] / meanBody)
      + 3 * entry.path / (0.7 + 0.3 * paths.lengths[source] / paths.meanLength)
      + 4 * entry.names / (0.5 + 0.5 * nameLengths[source] / meanNames)
    return mix / (2 + mix)
  }

  /// The score of every source for weights of the terms.
  func scores(_ weights: [Double]) -> [Double] {
    sum(weights) { $0.saturation }
  }

  /// The score by defined names alone.
  func nameScores(_ weights: [Double]) -> [Double] {
    sum(weights) { entry in
      guard entry.names > 0 else { return 0 }
      let count = entry.names / (0.5 + 0.5 * nameLengths[Int(entry.source)] / meanNames)
      return count / (1.2 + count)
    }
  }

  /// What share of the weights a source has words of.
  func coverage(_ weights: [Double], onlyNamed: Bool = false) -> [Double] {
    var all = 0.0
    for term in weights.indices { all += weights[term] * rarity[term] }
    return sum(weights) { !onlyNamed || $0.path + $0.names > 0 ? 1 : 0 }.map { $0 / max(1e-9, all) }
  }

  private func sum(_ weights: [Double], _ value: (Entry) -> Double) -> [Double] {
    var sums = [Double](repeating: 0, count: bodyLengths.count)
    for term in weights.indices where weights[term] > 0 {
      let weight = weights[term] * rarity[term]
      for entry in entries[term] { sums[Int(entry.source)] += weight * value(entry) }
    }
    return sums
  }
}

extension DocumentSummary {
  fileprivate var bodyLength: Int32 { lengths.code &+ lengths.comment &+ lengths.string }
}
