import CodeIndex
import Concurrency

/// What the words of one candidate say.
struct CandidateReading: Sendable {
  var units: [Unit]
  var runs: PhraseTable.Runs
  /// How much of the name of something that it defines the first line of the text has.
  var titleName: Double
  var sequence: WordSequence
}

/// Reads candidates, one after another, on one thread.
private struct CandidateReader {
  private let query: Query
  private let rarity: [Double]
  private let mostRarity: Double
  private let phrases: PhraseTable
  private var matches: NameMatches
  private var names: NameWords
  private var reader: UnitReader

  init(_ query: Query, _ rarity: [Double], _ phrases: PhraseTable, identifiers: [String]) {
    self.query = query
    self.rarity = rarity
    self.phrases = phrases
    mostRarity = max(1e-9, rarity.max() ?? 0)
    names = NameWords(query, rarity)
    matches = NameMatches(terms: query.terms, identifiers: identifiers, words: phrases.words)
    reader = UnitReader(terms: query.terms.count, identifiers: identifiers.count)
  }

  mutating func read(
    _ source: Int, _ file: IndexedFile, _ contents: FileContents
  ) throws(CodeIndexError) -> CandidateReading {
    let (outline, sequence) = try contents.read()
    let numbers = matches.numbers(of: sequence)
    var units = reader.units(of: source, file, outline, sequence, numbers, matches)
    for index in units.indices {
      units[index].named = names.words(units[index].name)
      if let holder = units[index].holders.last { units[index].holderNamed = names.words(holder) }
    }
    let runs = phrases.runs(in: sequence, numbers.map { matches.matches[Int($0)].word })
    var titleName = 0.0
    for definition in outline.definitions { titleName = max(titleName, titleShare(of: definition.name)) }
    return CandidateReading(units: units, runs: runs, titleName: titleName, sequence: sequence)
  }

  /// How much of a defined name the first line of the text has, rare words first.
  private mutating func titleShare(of name: String) -> Double {
    let found = matches.words(of: name)
    guard found.terms.contains(where: { query.title[Int($0)] > 0 }) else { return 0 }
    let titled = Set(found.terms.map(Int.init).filter { query.title[$0] > 0 }).sorted()
    return titled.reduce(0) { $0 + rarity[$1] / mostRarity } * Double(titled.count) / Double(found.count)
  }
}

extension Ranking {
  /// Some sources, read on all processors.
  func read(
    _ chosen: [Int], _ lookedFor: [IdentifierEntries]
  ) throws(CodeIndexError) -> [Int: CandidateReading] {
    let files = chosen.map { sources.sources[$0] }
    let contents = try snapshot.contents(of: files)
    // A reader that has met a name knows it: parts are large.
    let parts = stride(from: 0, to: files.count, by: Self.partSize).map { $0..<min(files.count, $0 + Self.partSize) }
    let identifiers = lookedFor.map(\.identifier.name)
    let read = concurrently(parts, chunk: 1) { [query, rarity = words.rarity, phrases] part in
      Result { () throws(CodeIndexError) in
        var reader = CandidateReader(query, rarity, phrases, identifiers: identifiers)
        var readings: [CandidateReading] = []
        for place in part { readings.append(try reader.read(chosen[place], files[place], contents[place])) }
        return readings
      }
    }
    var readings: [CandidateReading] = []
    for part in read { readings += try part.get() }
    return Dictionary(uniqueKeysWithValues: zip(chosen, readings))
  }

  private static let partSize = 16
}
