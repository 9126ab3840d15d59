import CodeIndex
import Concurrency

/// What brings in what: how many bring a candidate in, and which candidates bring the best in or are brought in by them.
struct ImportSignals: Sendable {
  /// By source.
  private(set) var importers: [Double]
  private(set) var importedByBest: [Double]
  private(set) var importsBest: [Double]

  /// More files of one name are told apart by no import.
  private static let mostNamesakes = 40

  /// - Parameters:
  ///   - candidates: with what they bring in.
  ///   - best: sources, with how good each is as a share of the best one.
  init(
    _ candidates: [(source: Int, imports: [ImportedModule])], best: [Int: Double], _ sources: SourceTable,
    _ snapshot: Snapshot
  ) throws(CodeIndexError) {
    let resolver = ImportResolver(sources)
    let zeros = [Double](repeating: 0, count: sources.count)
    var numbers = zeros
    let stems = candidates.map { resolver.stem($0.source) }
    let asked = stems.indices.filter { !stems[$0].stem.isEmpty && stems[$0].namesakes <= Self.mostNamesakes }
    for (place, files) in zip(asked, try snapshot.importers(ofEach: asked.map { stems[$0].stem })) {
      let source = candidates[place].source
      let found = files.count { sources.places[$0] >= 0 && Int(sources.places[$0]) != source }
      numbers[source] = Double(found) / Double(max(1, stems[place].namesakes))
    }
    importers = numbers.map(Logarithm.of1plus).scaled()
    var by = zeros
    var of = zeros
    for (source, imports) in best.isEmpty ? [] : candidates {
      let brought = resolver.sources(broughtInBy: source, imports)
      for other in brought where other != source {
        let damping = Logarithm.natural(2 + numbers[other])
        if let share = best[source] { by[other] += share / Double(brought.count).squareRoot() / damping }
        if let share = best[other] { of[source] += share / damping }
      }
    }
    importedByBest = by.scaled()
    importsBest = of.scaled()
  }
}

extension Ranking {
  /// Looks for what brings in what while whoever wants it goes on.
  func imports(_ readings: [CandidateReading]) -> Meanwhile<Result<ImportSignals, CodeIndexError>> {
    let candidates = zip(candidates, readings).map { (source: $0, imports: $1.imports) }
    var best: [Int: Double] = [:]
    if let first = order.first, lexical[first] > 0 {
      for source in order.prefix(8) { best[source] = lexical[source] / lexical[first] }
    }
    return Meanwhile { [best, sources, snapshot] in
      Result { () throws(CodeIndexError) in try ImportSignals(candidates, best: best, sources, snapshot) }
    }
  }

  mutating func add(_ imports: ImportSignals) {
    columns[.importers] = imports.importers
    columns[.importedByBest] = imports.importedByBest
    columns[.importsBest] = imports.importsBest
  }
}

/// Finds the sources that a statement brings in, in whatever language: those whose path ends as the module's does.
struct ImportResolver {
  private let sources: SourceTable
  /// The sources by the last part of the name that they are brought in by, and by the folder they stand in.
  private var byStem: [String: [Int]] = [:]
  private var byFolder: [String: [Int]] = [:]

  /// More sources than this are brought in by no statement.
  private static let most = 5

  init(_ sources: SourceTable) {
    self.sources = sources
    for source in sources.sources.indices {
      byStem[Self.stem(source, sources), default: []].append(source)
      let path = sources.paths[source]
      if path.count > 1 { byFolder[sources.parts.names[Int(path[path.count - 2])], default: []].append(source) }
    }
  }

  /// The last part of the name by which a source is brought in, and how many have the same.
  func stem(_ source: Int) -> (stem: String, namesakes: Int) {
    let stem = Self.stem(source, sources)
    return (stem, byStem[stem]?.count ?? 0)
  }

  private static func stem(_ source: Int, _ sources: SourceTable) -> String {
    let name = sources.name(source)
    let path = sources.paths[source]
    if ModuleNames.isEntry(name), path.count > 1 { return sources.parts.names[Int(path[path.count - 2])] }
    return ModuleName.stem(of: name)
  }

  /// All of them, in order.
  func sources(broughtInBy source: Int, _ imports: [ImportedModule]) -> [Int] {
    var found: Set<Int> = []
    for module in imports {
      let parts = parts(of: module.path)
      let own = sources(at: parts, from: source)
      found.formUnion(own)
      // What is taken from a package may be a module of it, or stand in a file of its folder.
      for name in module.names.prefix(50) where byStem[name] != nil {
        found.formUnion(sources(at: parts + [name], from: source, least: min(2, parts.count + 1)))
      }
      // `a.b.Outer.Inner`, `a::b::function`: a name within a file.
      if own.isEmpty, parts.count > 1 { found.formUnion(sources(at: Array(parts.dropLast()), from: source, least: 2)) }
    }
    return found.sorted()
  }

  /// The parts of a module's name without what stands for where one is, and without a suffix.
  private func parts(of module: String) -> [String] {
    var parts = module.split(separator: "/").map { String($0.drop { $0 == "." }) }
    parts.removeAll { $0.isEmpty || $0 == "crate" || $0 == "self" || $0 == "super" }
    if let last = parts.popLast() {
      let stem = ModuleName.stem(of: last)
      if !ModuleNames.isEntry(last) || parts.isEmpty { parts.append(stem) }
    }
    return parts
  }

  /// The sources whose paths share the longest end with a module's name; of equal ones those in the folder nearest to `source`.
  private func sources(at module: [String], from source: Int, least: Int = 1) -> [Int] {
    guard let last = module.last else { return [] }
    let found = best(byStem[last] ?? [], module, from: source, dropping: 0, least)
    if !found.isEmpty { return found }
    // A package of Go, or a folder of another language, is all its files.
    return best(byFolder[last] ?? [], module, from: source, dropping: 1, max(2, least))
  }

  private func best(_ owners: [Int], _ module: [String], from source: Int, dropping: Int, _ least: Int) -> [Int] {
    guard owners.count <= 200 else { return [] }
    var most = (shared: least, near: 0)
    var found: [Int] = []
    for owner in owners {
      let own = ModuleNames.components(sources.paths[owner], sources.parts).dropLast(dropping)
      var shared = 0
      while shared < min(own.count, module.count), own[own.count - 1 - shared] == module[module.count - 1 - shared] {
        shared += 1
      }
      let near = zip(sources.paths[owner].dropLast(), sources.paths[source].dropLast()).prefix { $0 == $1 }.count
      guard (shared, near) >= most else { continue }
      if (shared, near) > most { found = [] }
      most = (shared, near)
      found.append(owner)
    }
    return found.count <= Self.most ? found : []
  }
}
