import Concurrency
import Drafting
import PlanFiles
import PlanModel

/// What statements do, as it was told before of the same words: telling it takes many times as long as reading them.
struct KnownLabels: Sendable {
  /// Whose lines are told: a table is long, and each asks for other lines of it.
  enum Lines: String, Sendable {
    case all = "labels"
    /// Those that intents cite.
    case cited = "cited-labels"
  }

  /// So many sources are told as quickly without a shelf: each has many statements.
  private static let fewest = 32

  private let lines: Lines
  private let shelf: RecordShelf

  init(_ lines: Lines, _ cache: RecordCache) {
    self.lines = lines
    shelf = cache.shelf(lines.rawValue)
  }

  /// What was told of some sources.
  struct Told: Sendable {
    /// Of each source, for each of its lines that were asked for.
    var labels: [[Label?]]
    fileprivate let shelf: Lines
    fileprivate var records: [ContentKey: ArraySlice<UInt8>] = [:]
    /// How many sources were not known.
    fileprivate(set) var newCount = 0

    /// Keeps it for the next time.
    func keep(in cache: RecordCache) {
      cache.keep(records, newCount: newCount, as: shelf.rawValue, fewest: KnownLabels.fewest)
    }
  }

  /// - Parameter work: sources with the lines that are asked for, each a number of a statement, from 1 on.
  func labels(of work: [(source: Source, lines: [Int])]) -> Told {
    let found = concurrently(work, chunk: 16) { source, lines in labels(of: source, lines) }
    var told = Told(labels: found.map(\.labels), shelf: self.lines)
    for (_, key, record, isNew) in found {
      guard let key else { continue }
      told.records[key] = record
      if isNew { told.newCount += 1 }
    }
    return told
  }

  /// Those of all statements of some sources.
  func labels(of sources: [Source]) -> Told { labels(of: sources.map { ($0, Array(1..<$0.statements.count + 1)) }) }

  private typealias Found = (labels: [Label?], key: ContentKey?, record: ArraySlice<UInt8>, isNew: Bool)

  private func labels(of source: Source, _ lines: [Int]) -> Found {
    guard !lines.isEmpty else { return ([], nil, [], false) }
    // Of a table, which may be long, each line says what it does by itself.
    let heard = source.utterances(of: source.isTableOfVoices ? lines : Array(1...source.statements.count))
    let key = Self.key(of: heard)
    let record = shelf[key]
    let all: [Label?]
    if let known = record.flatMap({ Self.labels($0, count: heard.count) }) {
      all = known
    } else {
      var classifier = Classifier()
      all = classifier.classify(heard).map(\.label)
    }
    // What a survey asked is told by its own words, each time.
    let labels =
      source.isTableOfVoices ? AskedColumns(source.statements).settled(all, at: lines) : lines.map { all[$0 - 1] }
    return (labels, key, record ?? Self.record(of: all), record == nil)
  }

  /// All that the classifier hears, each part with its length.
  private static func key(of utterances: [Utterance]) -> ContentKey {
    var bytes: [UInt8] = []
    func add(_ part: some Collection<UInt8>) {
      withUnsafeBytes(of: UInt64(part.count).littleEndian) { bytes += $0 }
      bytes += part
    }
    for utterance in utterances {
      add(utterance.text)
      add(utterance.speaker.utf8)
      add((utterance.thread ?? "").utf8)
    }
    return ContentKey(bytes, name: "labels")
  }

  /// One byte for each: the place of the label among all, from 1 on; 0 for none.
  private static func record(of labels: [Label?]) -> ArraySlice<UInt8> {
    labels.map { label in label.flatMap(Label.allCases.firstIndex).map { UInt8($0 + 1) } ?? 0 }[...]
  }

  private static func labels(_ record: ArraySlice<UInt8>, count: Int) -> [Label?]? {
    guard record.count == count, record.allSatisfy({ $0 <= Label.allCases.count }) else { return nil }
    return record.map { $0 == 0 ? nil : Label.allCases[Int($0) - 1] }
  }
}

extension Source {
  /// The statements with these numbers, as the classifier hears them: those of a conversation have neighbours.
  func utterances(of lines: some Sequence<Int>) -> [Utterance] {
    let thread = isTableOfVoices ? nil : id.description
    return lines.map { line in
      let statement = statements[line - 1]
      return Utterance(statement.text, speaker: statement.speaker, thread: thread)
    }
  }

  /// What each statement does, told with all that stands around it.
  var classifications: [Classification] {
    var classifier = Classifier()
    return classifier.classify(utterances(of: 1..<statements.count + 1))
  }

  /// What each statement does, by its words and by what a survey asked; nil where nothing speaks clearly for any label.
  var labels: [Label?] {
    let told = classifications.map(\.label)
    return isTableOfVoices ? AskedColumns(statements).settled(told, at: 1..<statements.count + 1) : told
  }
}
