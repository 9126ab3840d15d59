package import CodeIndex
import PlanModel

/// Finds the definitions that dependents are looked for, by path, name or changed lines.
package struct TargetFinder {
  private let snapshot: Snapshot

  package init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The definitions of a file that have a name, or all of it that others can see; overloads are one.
  package func targets(at path: String, named name: SymbolName? = nil) throws(CodeIndexError) -> [CodeTarget] {
    guard let place = snapshot.place(of: path) else { return [] }
    guard let name else { return try targets(in: place) { _ in true } }
    return Self.seenFirst(try targets(in: place) { Self.fits($0, name) })
  }

  /// What a name means of a file's targets: of a field and a method that are called alike the method, which others see.
  private static func seenFirst(_ targets: [CodeTarget]) -> [CodeTarget] {
    let functions = Set(targets.filter(\.isFunction).map(\.place.symbol))
    return targets.filter { $0.isFunction || !functions.contains($0.place.symbol) }
  }

  /// The definitions of a name in all files that are code and nobody else's, those of tests last.
  package func targets(named name: SymbolName) throws(CodeIndexError) -> [CodeTarget] {
    var found: [(isTest: Bool, target: CodeTarget)] = []
    for posting in try snapshot.postings(ofName: name.name) where posting.isDefined {
      let file = snapshot.files[posting.file]
      guard file.isCode, !file.traits.contains(.vendored) else { continue }
      for target in Self.seenFirst(try targets(in: posting.file, where: { Self.fits($0, name, in: file.path) })) {
        found.append((file.traits.contains(.test), target))
      }
      if found.count > Self.mostNamesakes { break }
    }
    let targets = found.filter { !$0.isTest }.map(\.target) + found.filter(\.isTest).map(\.target)
    // A type and what makes it are one place to whoever names the type alone.
    let isMaker = name.containers.last == name.name && targets.contains(where: \.isMaker)
    let types = Set(targets.filter { !$0.isMaker }.map { "\($0.place.path)\u{0}\($0.name)" })
    return targets.filter { $0.isMaker == isMaker || !types.contains("\($0.place.path)\u{0}\($0.owner ?? $0.name)") }
  }

  /// The innermost definitions around lines of a file.
  package func targets(at path: String, changing lines: [Int]) throws(CodeIndexError) -> [CodeTarget] {
    guard let place = snapshot.place(of: path) else { return [] }
    let definitions = try snapshot.outline(of: snapshot.files[place]).definitions
    var chosen: Set<Int> = []
    for line in lines.prefix(Self.mostLines) {
      let around = definitions.indices.filter { definitions[$0].line <= line && line <= definitions[$0].end }
      guard
        let best = around.min(by: { one, other in
          (definitions[one].end - definitions[one].line, -one) < (
            definitions[other].end - definitions[other].line, -other
          )
        })
      else { continue }
      chosen.insert(best)
    }
    let names = Set(chosen.map { definitions[$0].line })
    return try targets(in: place) { names.contains($0.line) }
  }

  /// The definition that a dependent stands in.
  func target(at path: String, symbol: String) throws(CodeIndexError) -> CodeTarget? {
    guard let place = snapshot.place(of: path) else { return nil }
    return try targets(in: place) { SourceCode.symbol(of: $0) == symbol }.first
  }

  /// Names like one that is not there, nearest first.
  package func near(_ name: String, limit: Int) throws(CodeIndexError) -> [String] {
    var found: Set<String> = []
    let words = Set(WordSplitter.words(of: name))
    for word in words.sorted() {
      for posting in try snapshot.postings(ofWord: word) where posting.counts.name > 0 {
        guard snapshot.files[posting.file].isCode, found.count < 400 else { continue }
        for one in try snapshot.outline(of: snapshot.files[posting.file]).definitions
        where !words.isDisjoint(with: WordSplitter.words(of: one.name)) {
          found.insert(one.name)
        }
      }
    }
    if found.isEmpty, snapshot.files.count <= Self.mostFilesToSpell { return try misspelt(name, limit) }
    let ranked = found.map { one -> (name: String, score: Double) in
      let own = Set(WordSplitter.words(of: one))
      return (one, Double(own.intersection(words).count) / Double(max(1, own.union(words).count)))
    }
    return ranked.sorted { $0.score == $1.score ? $0.name < $1.name : $0.score > $1.score }.prefix(limit).map(\.name)
  }

  /// Names that are a few letters off.
  private func misspelt(_ name: String, _ limit: Int) throws(CodeIndexError) -> [String] {
    var names: Set<String> = []
    for file in snapshot.files where file.isCode && !file.traits.contains(.vendored) {
      for one in try snapshot.outline(of: file).definitions { names.insert(one.name) }
    }
    var near: [String] = []
    while near.count < limit, let next = nearest(to: name, among: names.sorted()) {
      near.append(next)
      names.remove(next)
    }
    return near
  }

  private static let mostFilesToSpell = 3_000
  private static let mostNamesakes = 200
  private static let mostLines = 5_000

  static func fits(_ definition: Definition, _ name: SymbolName) -> Bool {
    guard definition.name == name.name else { return false }
    return SymbolName.parts(definition.container).suffix(name.containers.count).elementsEqual(name.containers)
  }

  /// Whether it has the name, written behind what it stands in or behind its module: `shop.settings.UserSettings.mute`.
  private static func fits(_ definition: Definition, _ name: SymbolName, in path: String) -> Bool {
    if fits(definition, name) { return true }
    guard definition.name == name.name else { return false }
    let holders = SymbolName.parts(definition.container)
    let module = ModuleMatcher.parts(path)
    return (0...min(holders.count, name.containers.count)).contains { count in
      let written = name.containers.dropLast(count)
      return !written.isEmpty && name.containers.suffix(count).elementsEqual(holders.suffix(count))
        && count == holders.count && module.suffix(written.count).elementsEqual(written)
    }
  }

  /// The files that a dotted name means as modules: `shop.settings`.
  package func modules(named name: SymbolName) -> [String] {
    guard !name.containers.isEmpty else { return [] }
    let written = name.containers + [name.name]
    return snapshot.files.filter { file in
      file.isCode && !file.traits.contains(.vendored)
        && ModuleMatcher.parts(file.path).suffix(written.count).elementsEqual(written)
    }.map(\.path)
  }

  private static let partsFunctions: Set = ["Java", "Rust"]
  private static let aside: Set = ["packagename", "package", "unknown", "extension", "namespace"]

  private func targets(
    in place: Int, where isMeant: (Definition) -> Bool
  ) throws(CodeIndexError) -> [CodeTarget] {
    let file = snapshot.files[place]
    let outline = try snapshot.outline(of: file)
    // Only the shape of the file is asked for, which needs no text.
    let source = SourceCode(place, file, outline, .none) { [] }
    var order: [String] = []
    var groups: [String: [Definition]] = [:]
    for definition in outline.definitions where !Self.aside.contains(definition.kind) && isMeant(definition) {
      // A field and a method of one name are two.
      let isFunction = Self.partsFunctions.contains(file.language) && SourceCode.isFunction(definition)
      let symbol = SourceCode.symbol(of: definition) + (isFunction ? "()" : "")
      if groups[symbol] == nil { order.append(symbol) }
      groups[symbol, default: []].append(definition)
    }
    return order.compactMap { symbol in
      guard let all = groups[symbol], let first = all.first else { return nil }
      let lines = all.map { $0.line...max($0.line, $0.end) }
      let owner = source.isTop(first) ? nil : SymbolName.parts(first.container).last
      return CodeTarget(
        place: CodePlace(
          path: file.path, symbol: SourceCode.symbol(of: first), kind: first.kind, lines: lines[0]), name: first.name,
        owner: owner, isInner: owner.map { source.isFunction($0, around: first.line) } ?? false, file: place,
        lines: lines, language: file.language)
    }
  }
}
