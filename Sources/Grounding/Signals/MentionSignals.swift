import CodeIndex

extension Ranking {
  /// Paths, frames of traces, modules and names of definitions that the text mentions.
  mutating func addMentions() throws(CodeIndexError) {
    let resolver = PathResolver(sources)
    for path in query.paths {
      for (source, share) in resolver.sources(at: path) {
        columns[.path, source] = max(columns[.path, source], share)
      }
    }
    addFrames(resolver)
    addDefinitions()
    try addDotted()
    addStems()
  }

  private mutating func addFrames(_ resolver: PathResolver) {
    let found = query.frames.map { resolver.sources(at: NamedPlaces.components(of: $0.path.utf8)) }
    for (depth, frame) in found.filter({ !$0.isEmpty }).reversed().enumerated() {
      for (source, share) in frame {
        columns[.frame, source] = max(columns[.frame, source], share * max(0.3, 1 - 0.15 * Double(depth)))
        if depth == 0 { columns[.deepestFrame, source] = share }
      }
    }
    // A frame is no mention besides.
    for frame in found { for (source, _) in frame { columns[.path, source] *= 0.3 } }
  }

  /// Names that a source defines add up, with less and less weight.
  private mutating func addDefinitions() {
    var values: [Int: [Double]] = [:]
    let all = Double(count)
    for owner in identifiers where !owner.owners.isEmpty {
      let number = Double(owner.owners.count)
      let rarity = Logarithm.of1plus(all / number) / Logarithm.of1plus(all) / number.squareRoot()
      // Names in capital letters are types in most languages.
      let isType = owner.identifier.name.utf8.first.map(\.isUpper) ?? false
      let value = owner.identifier.strength * rarity * (isType ? 1.3 : 1)
      for source in owner.owners {
        values[source, default: []].append(value)
        guard owner.identifier.strength >= 1 else { continue }
        columns[.onlyDefinition, source] = max(columns[.onlyDefinition, source], 1 / number)
        guard owner.identifier.isInTitle else { continue }
        columns[.titleDefinition, source] = max(columns[.titleDefinition, source], 1 / number)
      }
    }
    for (source, values) in values {
      var weight = 1.0
      var sum = 0.0
      for value in values.sorted(by: >).prefix(5) {
        sum += value * weight
        weight /= 2
      }
      columns[.definition, source] = min(sum, Self.definitionRange) / Self.definitionRange
    }
  }

  /// Dotted names: modules, and what is in a type.
  private mutating func addDotted() throws(CodeIndexError) {
    guard !query.dotted.isEmpty else { return }
    let dotted = query.dotted.prefix(Self.mostDotted)
    let modules = ModuleTable(sources, for: dotted)
    for name in dotted {
      try addModule(name, modules)
      for (holder, member) in zip(name, name.dropFirst()) { try addQualified(holder, member) }
    }
  }

  private static let mostDotted = 200

  private mutating func addModule(_ name: [String], _ modules: ModuleTable) throws(CodeIndexError) {
    guard let (source, length) = modules.longest(name) else { return }
    let isEntry = ModuleNames.isEntry(sources.name(source))
    guard isEntry else {
      columns[.module, source] = max(columns[.module, source], 1)
      return
    }
    guard length < name.count else {
      if length > 1 { columns[.module, source] = max(columns[.module, source], 0.4) }
      return
    }
    // A name that a package hands on: who below it defines it.
    let folder = sources.paths[source].dropLast()
    let owners = try snapshot.postings(ofName: name[length]).filter(\.isDefined).compactMap { sources.source($0.file) }
      .filter { sources.paths[$0].starts(with: folder) }
    for owner in owners.prefix(5) { columns[.module, owner] = max(columns[.module, owner], 1 / Double(owners.count)) }
    if owners.isEmpty { columns[.module, source] = max(columns[.module, source], 0.3) }
  }

  private mutating func addQualified(_ holder: String, _ member: String) throws(CodeIndexError) {
    let holders = Set(
      try snapshot.postings(ofName: holder).filter(\.isDefined).compactMap { sources.source($0.file) })
    guard !holders.isEmpty else { return }
    let both = try snapshot.postings(ofName: member).filter(\.isDefined).compactMap { sources.source($0.file) }
      .filter(holders.contains)
    guard both.count <= 20 else { return }
    var owners: [Int] = []
    for source in both {
      let outline = try snapshot.outline(of: sources.sources[source])
      if outline.definitions.contains(where: { $0.name == member && SymbolName.parts($0.container).last == holder }) {
        owners.append(source)
      }
    }
    for owner in owners {
      columns[.qualified, owner] = max(columns[.qualified, owner], 1 / Double(owners.count))
    }
  }

  /// Files that end in a word of the text.
  private mutating func addStems() {
    let terms = Dictionary(uniqueKeysWithValues: query.terms.enumerated().map { ($1, $0) })
    var found: [Int: [Int]] = [:]
    var known: [Int32: Int?] = [:]
    for (source, path) in sources.paths.enumerated() where !sources.isAside[source] {
      guard let name = path.last else { continue }
      if known[name] == nil { known[name] = .some(term(endingName: sources.parts.names[Int(name)], terms)) }
      if let term = known[name] ?? nil { found[term, default: []].append(source) }
    }
    for (term, owners) in found where owners.count <= 6 && query.weights[term] > 0 {
      let value = (query.title[term] > 0 ? 1 : 0.4) / Double(owners.count).squareRoot()
      for owner in owners { columns[.stem, owner] = value }
    }
  }

  private func term(endingName name: String, _ terms: [String: Int]) -> Int? {
    let stem = ModuleNames.isEntry(name) ? "" : name.prefix { $0 != "." }
    return WordSplitter.words(of: String(stem)).last.flatMap { terms[$0] }
  }
}
