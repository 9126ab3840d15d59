import CodeIndex

/// Reads the functions of files, and counts the words of a question in them.
struct UnitReader {
  private var termCounts: [Double]
  private var identifierCounts: [Double]
  private var touched: [Int32] = []
  private var touchedIdentifiers: [Int32] = []

  init(terms: Int, identifiers: Int) {
    termCounts = [Double](repeating: 0, count: terms)
    identifierCounts = [Double](repeating: 0, count: identifiers)
  }

  /// - Parameter numbers: of the distinct names of the file, among the matches.
  mutating func units(
    of source: Int, _ file: IndexedFile, _ outline: Outline, _ sequence: WordSequence, _ numbers: [Int32],
    _ matches: NameMatches
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
    if !units.isEmpty { count(sequence, numbers.map { matches.matches[Int($0)] }, matches.terms, in: &units) }
    return units
  }

  private mutating func count(
    _ sequence: WordSequence, _ found: [NameMatches.Match], _ terms: [Int32], in units: inout [Unit]
  ) {
    var at = 0
    var length: Int32 = 0
    var lines = Int32(clamping: units[0].lines.lowerBound)...Int32(clamping: units[0].lines.upperBound)
    for place in sequence.places {
      while lines.upperBound < place.line {
        flush(&units[at], length)
        length = 0
        at += 1
        guard at < units.count else { return }
        lines = Int32(clamping: units[at].lines.lowerBound)...Int32(clamping: units[at].lines.upperBound)
      }
      guard lines.lowerBound <= place.line else { continue }
      let match = found[Int(place.name)]
      length += match.words
      for index in match.terms {
        let term = terms[Int(index)]
        if termCounts[Int(term)] == 0 { touched.append(term) }
        termCounts[Int(term)] += 1
      }
      guard match.identifier >= 0 else { continue }
      if identifierCounts[Int(match.identifier)] == 0 { touchedIdentifiers.append(match.identifier) }
      identifierCounts[Int(match.identifier)] += 1
    }
    flush(&units[at], length)
  }

  private mutating func flush(_ unit: inout Unit, _ length: Int32) {
    unit.length = Double(length)
    for term in touched {
      unit.terms.append((Int(term), termCounts[Int(term)]))
      termCounts[Int(term)] = 0
    }
    for identifier in touchedIdentifiers {
      unit.identifiers.append((Int(identifier), identifierCounts[Int(identifier)]))
      identifierCounts[Int(identifier)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    touchedIdentifiers.removeAll(keepingCapacity: true)
  }
}
