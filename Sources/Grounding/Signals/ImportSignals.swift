import CodeIndex

extension Ranking {
  /// What brings in what: how many bring a candidate in, and which candidates bring the best in or are brought in by them.
  mutating func addImports() throws(CodeIndexError) {
    var stems: [String: [Int]] = [:]
    for (source, path) in sources.paths.enumerated() {
      stems[moduleStem(source, path), default: []].append(source)
    }
    var importers: [Int: [Int]] = [:]
    for source in candidates {
      let stem = moduleStem(source, sources.paths[source])
      guard !stem.isEmpty, (stems[stem]?.count ?? 0) <= Self.mostNamesakes else { continue }
      importers[source] = try snapshot.importers(of: stem).compactMap { sources.source($0) }.filter { $0 != source }
    }
    var numbers = zeros()
    for (source, found) in importers {
      let stem = moduleStem(source, sources.paths[source])
      numbers[source] = Double(found.count) / Double(max(1, stems[stem]?.count ?? 1))
    }
    columns[.importers] = numbers.map(Logarithm.of1plus).scaled()
    addNeighbours(importers, numbers)
  }

  private static let mostNamesakes = 40

  private mutating func addNeighbours(_ importers: [Int: [Int]], _ numbers: [Double]) {
    guard let first = order.first, lexical[first] > 0 else { return }
    let best = Dictionary(uniqueKeysWithValues: order.prefix(8).map { ($0, lexical[$0] / lexical[first]) })
    var by = zeros()
    var of = zeros()
    for source in candidates {
      let damping = Logarithm.natural(2 + numbers[source])
      for importer in importers[source] ?? [] {
        if let share = best[importer] { by[source] += share / damping }
        if let share = best[source] { of[importer] += share / damping }
      }
    }
    columns[.importedByBest] = by.scaled()
    columns[.importsBest] = of.scaled()
  }

  /// The last part of the name by which a source is brought in.
  private func moduleStem(_ source: Int, _ path: [Int32]) -> String {
    let name = sources.name(source)
    if ModuleNames.isEntry(name), path.count > 1 { return sources.parts.names[Int(path[path.count - 2])] }
    return ModuleName.stem(of: name)
  }
}
