import CodeIndex

/// Reads the functions of files, and counts the words of a question in them.
struct UnitReader {
  /// What a name of the code has of the question.
  private struct Match {
    var terms: [Int32]
    var identifier: Int32
    var words: Int32
  }

  private let terms: [String: Int32]
  private let identifiers: [String: Int32]
  private var matches: [String: Match] = [:]
  private var termCounts: [Double]
  private var identifierCounts: [Double]

  init(terms: [String], identifiers: [String]) {
    self.terms = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, Int32($0)) })
    self.identifiers = Dictionary(uniqueKeysWithValues: identifiers.enumerated().map { ($1, Int32($0)) })
    termCounts = [Double](repeating: 0, count: terms.count)
    identifierCounts = [Double](repeating: 0, count: identifiers.count)
  }

  mutating func units(
    of source: Int, _ file: IndexedFile, _ outline: Outline, _ sequence: WordSequence
  ) -> [Unit] {
    var units: [Unit] = []
    for definition in outline.definitions where definition.isFunction(in: file.language) {
      // What stands in a function is part of it.
      if let last = units.last, definition.line <= last.lines.upperBound { continue }
      units.append(
        Unit(
          source: source, name: definition.name, holders: SymbolName.parts(definition.container), kind: definition.kind,
          lines: definition.line...max(definition.line, definition.end)))
    }
    count(sequence, in: &units)
    return units
  }

  private mutating func count(_ sequence: WordSequence, in units: inout [Unit]) {
    guard !units.isEmpty else { return }
    let found = sequence.names.map { match($0) }
    var at = 0
    var length = 0.0
    var touched: [Int32] = []
    var touchedIdentifiers: [Int32] = []
    func flush(_ unit: inout Unit) {
      unit.length = length
      for term in touched {
        unit.terms.append((Int(term), termCounts[Int(term)]))
        termCounts[Int(term)] = 0
      }
      for identifier in touchedIdentifiers {
        unit.identifiers.append((Int(identifier), identifierCounts[Int(identifier)]))
        identifierCounts[Int(identifier)] = 0
      }
      length = 0
      touched.removeAll(keepingCapacity: true)
      touchedIdentifiers.removeAll(keepingCapacity: true)
    }
    for place in sequence.places {
      while at < units.count, units[at].lines.upperBound < place.line {
        flush(&units[at])
        at += 1
      }
      guard at < units.count else { break }
      guard units[at].lines.lowerBound <= place.line else { continue }
      let match = found[place.name]
      length += Double(match.words)
      for term in match.terms {
        if termCounts[Int(term)] == 0 { touched.append(term) }
        termCounts[Int(term)] += 1
      }
      guard match.identifier >= 0 else { continue }
      if identifierCounts[Int(match.identifier)] == 0 { touchedIdentifiers.append(match.identifier) }
      identifierCounts[Int(match.identifier)] += 1
    }
    if at < units.count { flush(&units[at]) }
  }

  /// The terms that a name has, and how many words it has.
  mutating func words(of name: String) -> (terms: [Int], count: Int) {
    let match = match(name)
    return (match.terms.map(Int.init), Int(match.words))
  }

  private mutating func match(_ name: String) -> Match {
    if let known = matches[name] { return known }
    let words = WordSplitter.words(of: name)
    let match = Match(
      terms: words.compactMap { terms[$0] }, identifier: identifiers[name] ?? -1, words: Int32(words.count))
    matches[name] = match
    return match
  }
}
