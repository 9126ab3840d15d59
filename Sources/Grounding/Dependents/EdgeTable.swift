import CodeIndex

/// The dependents of one level, one for each definition that refers to a target, or file where it is at the top.
struct EdgeTable {
  private struct Key: Hashable {
    let path: String
    let symbol: String?
  }

  private let level: Int
  /// What earlier levels have told already.
  private let told: Set<Key>
  /// The targets, by where each of their definitions begins: an overload that is not asked for is another place.
  private let targets: [Key: Set<Int>]
  private var edges: [Key: Dependent] = [:]
  /// Files that bring a target in, told only where nothing else of them is.
  private var imports: [Dependent] = []

  init(level: Int, besides earlier: [Dependent], targets: [CodeTarget]) {
    self.level = level
    told = Set(earlier.map { Key(path: $0.path, symbol: $0.symbol) })
    self.targets = Dictionary(
      targets.map { (Key(path: $0.place.path, symbol: $0.place.symbol), Set($0.lines.map(\.lowerBound))) },
      uniquingKeysWith: { $0.union($1) })
  }

  /// By file with the surest reference, then by line.
  func sorted() -> [Dependent] {
    let paths = Set(edges.keys.map(\.path)).union(told.map(\.path))
    var seen: Set<String> = []
    let bare = imports.filter { !paths.contains($0.path) && seen.insert($0.path).inserted }
    return (Array(edges.values) + bare).sorted {
      if $0.share != $1.share { return $0.share > $1.share }
      if $0.path != $1.path { return $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      return ($0.line, $0.symbol ?? "") < ($1.line, $1.symbol ?? "")
    }
  }

  /// Takes what refers to a target.
  mutating func add(_ found: TargetReferences) {
    for reference in found.references { add(reference, found.target) }
    for importer in found.importers {
      imports.append(
        Dependent(
          path: importer.file.path, symbol: nil, line: importer.line, level: level, target: found.target,
          shape: .imports, link: .imported, share: 0.97, isTest: importer.file.traits.contains(.test)))
    }
  }

  private mutating func add(_ reference: TargetReferences.Reference, _ target: CodePlace) {
    let (file, line) = (reference.file, reference.line)
    let key = Key(path: file.path, symbol: reference.holder?.symbol)
    let isTest = file.traits.contains(.test)
    // What changes together refers to each other; a test among it is still to be run.
    let isTarget = targets[key].map { lines in reference.holder.map { lines.contains($0.line) } ?? true } ?? false
    let isAsked = isTarget && (!isTest || key == Key(path: target.path, symbol: target.symbol))
    guard !told.contains(key), !isAsked else { return }
    let new = Dependent(
      path: file.path, symbol: reference.holder?.symbol, line: line, level: level, target: target,
      shape: reference.judged.shape, link: reference.judged.link, share: reference.judged.share, isTest: isTest)
    guard var known = edges[key] else {
      edges[key] = new
      return
    }
    let lines = known.lines + (known.line == line || known.target != target ? 0 : 1)
    if new.share > known.share { known = new }
    known.lines = lines
    edges[key] = known
  }
}
