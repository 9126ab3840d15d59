/// Finds sources by a path that was written on whatever machine: those that share its longest end.
struct PathResolver {
  private let sources: SourceTable
  private let byName: [Int32: [Int]]

  init(_ sources: SourceTable) {
    self.sources = sources
    var byName: [Int32: [Int]] = [:]
    for (source, path) in sources.paths.enumerated() {
      if let name = path.last { byName[name, default: []].append(source) }
    }
    self.byName = byName
  }

  /// Where a file of the past was moved to: the only source that shares the longest end of its path; nil where none does,
  /// several do, or very many have its name.
  func source(movedFrom path: String) -> Int? {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    guard let number = sources.parts.number(of: String(name)), let namesakes = byName[number],
      namesakes.count <= Self.mostNamesakes
    else { return nil }
    let found = sources(at: NamedPlaces.components(of: path.utf8))
    return found.count == 1 ? found[0].source : nil
  }

  private static let mostNamesakes = 40

  /// The sources, each with its share; none where more than five fit alike, or a common name stands alone.
  func sources(at path: [String]) -> [(source: Int, share: Double)] {
    guard let last = path.last.flatMap(sources.parts.number(of:)), let namesakes = byName[last] else { return [] }
    var best = 0
    var found: [Int] = []
    for source in namesakes {
      let own = sources.paths[source]
      var shared = 0
      while shared < min(own.count, path.count),
        sources.parts.names[Int(own[own.count - 1 - shared])] == path[path.count - 1 - shared]
      {
        shared += 1
      }
      if shared > best {
        best = shared
        found = [source]
      } else if shared == best {
        found.append(source)
      }
    }
    guard found.count <= 5, best > 1 || namesakes.count <= 5 else { return [] }
    return found.map { ($0, 1 / Double(found.count)) }
  }
}

/// Finds sources by the names of modules.
struct ModuleTable {
  private let byName: [[String]: Int]

  /// - Parameter names: those that will be asked for.
  init(_ sources: SourceTable, for names: some Sequence<[String]>) {
    let firsts = Set(names.compactMap(\.first))
    var byName: [[String]: Int] = [:]
    for (source, path) in sources.paths.enumerated() {
      guard let first = ModuleNames.first(path, sources.parts), firsts.contains(first) else { continue }
      let name = ModuleNames.components(path, sources.parts)
      if byName[name] == nil { byName[name] = source }
    }
    self.byName = byName
  }

  /// The module that the longest beginning of a name names, and how long that is.
  func longest(_ name: [String]) -> (source: Int, length: Int)? {
    for length in stride(from: name.count, to: 0, by: -1) {
      if let source = byName[Array(name.prefix(length))] { return (source, length) }
    }
    return nil
  }
}
