import CodeIndex
import Concurrency

extension Ranking {
  /// The functions of the candidates, and what their best ones say of the files.
  ///
  /// - Parameter readings: of the candidates, in their order.
  mutating func addUnits(_ readings: [CandidateReading], _ lookedFor: [IdentifierEntries]) {
    for (source, reading) in zip(candidates, readings) {
      units.units += reading.units
      columns[.titleName, source] = reading.titleName
    }
    columns[.titleName] = columns[.titleName].scaled()
    addPhrases(readings)
    if !units.units.isEmpty {
      addUnitWords(lookedFor)
      addUnitNames()
      addUsed(Dictionary(uniqueKeysWithValues: zip(candidates, readings.map(\.sequence))))
      addBestUnits()
    }
  }

  private mutating func addUnitWords(_ lookedFor: [IdentifierEntries]) {
    let all = units.units
    units.columns = Array(repeating: Array(repeating: 0, count: all.count), count: UnitColumn.allCases.count)
    let mean = max(1e-9, all.reduce(0) { $0 + $1.length } / Double(all.count))
    let vectors: [(UnitColumn, [Double])] = [
      (.all, query.weights), (.title, query.title), (.prose, query.plain), (.code, query.blocks),
      (.log, query.logWeights), (.lead, query.lead), (.fineProse, query.prose), (.fineCode, query.code),
      (.errors, query.errors),
    ]
    let rarity = words.rarity
    var sums = (all: 0.0, title: 0.0)
    for term in rarity.indices {
      sums.all += query.logWeights[term] * rarity[term]
      if query.title[term] > 0 { sums.title += rarity[term] }
    }
    for (number, unit) in all.enumerated() {
      let norm = 0.7 + 0.3 * unit.length / mean
      for (term, count) in unit.terms {
        let share = rarity[term] * count / (2 * norm + count)
        for (column, weights) in vectors where weights[term] > 0 { units[column, number] += weights[term] * share }
        units[.coverage, number] += query.logWeights[term] * rarity[term] / max(1e-9, sums.all)
        if query.title[term] > 0 { units[.titleCoverage, number] += rarity[term] / max(1e-9, sums.title) }
      }
      for (identifier, count) in unit.identifiers {
        let one = lookedFor[identifier]
        units[.identifiers, number] += one.identifier.strength * one.rarity * count / (count + 1.5 * norm)
      }
      units[.length, number] = Logarithm.of1plus(unit.length)
    }
  }

  private mutating func addUnitNames() {
    let names = UnitNames(query, units.units)
    let frames = frameDepths()
    for (number, unit) in units.units.enumerated() {
      let strength = names.strength(unit.name)
      units[.named, number] = strength
      units[.onlyNamed, number] = strength / Double(names.count(unit.name)).squareRoot()
      let holder = unit.holders.last
      units[.holderNamed, number] = holder.map(names.strength) ?? 0
      units[.qualified, number] = names.isQualified(unit) ? 1 : 0
      if !frames.isEmpty, let depth = frames[sources.name(unit.source) + ":" + unit.name] {
        units[.frame, number] = max(0.3, 1 - 0.15 * Double(depth))
      }
      units[.nameWords, number] = unit.named.words
      units[.nameTitle, number] = unit.named.title
      units[.nameInTitle, number] = unit.named.share
      units[.holderWords, number] = unit.holderNamed.words
      units[.special, number] = unit.name.hasPrefix("__") && unit.name.hasSuffix("__") ? 1 : 0
      units[.initializer, number] = ["__init__", "init", "constructor", holder ?? ""].contains(unit.name) ? 1 : 0
      units[.isPrivate, number] = unit.name.hasPrefix("_") && !unit.name.hasPrefix("__") ? 1 : 0
      units[.method, number] = holder == nil ? 0 : 1
    }
  }

  /// How far a file and function are from the deepest frame.
  private func frameDepths() -> [String: Int] {
    var depths: [String: Int] = [:]
    for (depth, frame) in query.frames.reversed().enumerated() {
      guard let function = frame.function, let name = NamedPlaces.components(of: frame.path.utf8).last else { continue }
      depths[name + ":" + function] = depth
    }
    return depths
  }

  /// Functions that the strongest ones use.
  private mutating func addUsed(_ sequences: [Int: WordSequence]) {
    let scores = units[.all]
    guard let most = scores.max(), most > 0 else { return }
    let best = scores.order()
    var byName: [String: [Int]] = [:]
    for (number, unit) in units.units.enumerated() where unit.name.utf8.count > 3 {
      byName[unit.name, default: []].append(number)
    }
    let named = units[.named]
    let groups: [(UnitColumn, [Int])] = [
      (.used, Array(best.filter { named[$0] >= 1 }.prefix(8))), (.usedByBest, Array(best.prefix(8))),
    ]
    for (column, chosen) in groups {
      var sums = [Double](repeating: 0, count: scores.count)
      for number in chosen {
        for name in namesUsed(units.units[number], sequences) {
          guard let users = byName[name], Set(users.map { units.units[$0].source }).count <= 4 else { continue }
          for user in users where user != number { sums[user] += scores[number] / most / Double(users.count) }
        }
      }
      units[column] = sums.map(Logarithm.of1plus)
    }
  }

  private func namesUsed(_ unit: Unit, _ sequences: [Int: WordSequence]) -> [String] {
    guard let sequence = sequences[unit.source] else { return [] }
    var used: Set<Int> = []
    for place in sequence.places where place.field == .code && unit.lines.contains(Int(place.line)) {
      used.insert(Int(place.name))
    }
    return used.sorted().map(sequence.name)
  }

  /// What a file's best functions say of it.
  private mutating func addBestUnits() {
    let pairs: [(Column, UnitColumn)] = [
      (.function, .all), (.titleFunction, .title), (.logFunction, .log), (.identifierFunction, .identifiers),
      (.functionCoverage, .coverage), (.leadFunction, .lead),
    ]
    for (column, unit) in pairs {
      var most = zeros()
      for (number, one) in units.units.enumerated() { most[one.source] = max(most[one.source], units[unit, number]) }
      columns[column] = most.scaled()
    }
    var sums = zeros()
    var weights = zeros().map { _ in 1.0 }
    for number in units[.all].order() {
      let source = units.units[number].source
      guard weights[source] > 0.2 else { continue }
      sums[source] += weights[source] * units[.all, number]
      weights[source] *= 0.6
    }
    columns[.functions] = sums.scaled()
  }
}
