package import PlanFiles
package import PlanModel

extension Workspace {
  /// The id that `text` means: a whole id, or a prefix that only one item has.
  package func id<Item: PlanItem>(_ text: String, of: Item.Type) throws(Failure) -> ID<Item> {
    let any = try id(text, kind: Item.kind)
    guard let id = ID<Item>(any) else { throw Failure(.unknownItem(text, kind: Item.kind, nearest: nil)) }
    return id
  }

  /// The id of any item, or of one of `kind`, that `text` means; of stories also by the words `current`, the one that the
  /// branch is named after, and `next`, the first that somebody may begin with. Else only names of files are looked at.
  package func id(_ text: String, kind: ItemKind? = nil) throws(Failure) -> ItemID {
    if text == "current" || text == "next", kind == nil || kind == .story {
      return try story(meant: StoryName(text)).any
    }
    let prefix = text.lowercased()
    let kinds = ItemKind.allCases.filter { kind == nil || kind == $0 }
    var matches: [ItemID] = []
    var all: [ItemID] = []
    for kind in kinds {
      let ids = try ids(of: kind)
      all += ids
      matches += ids.filter { $0.description.hasPrefix(prefix) || $0.suffix.hasPrefix(prefix) }
    }
    if let exact = matches.first(where: { $0.description == prefix }) { return exact }
    guard let match = matches.first, !prefix.isEmpty, prefix.last != "-" else {
      if let misnamed = try misnamedFile(of: prefix) { throw Failure(.brokenFile(misnamed)) }
      // Who types a kind means it.
      let typed = ItemKind.allCases.first { prefix.hasPrefix($0.rawValue + "-") }
      let candidates = all.filter { typed == nil || $0.kind == typed }
      throw Failure(.unknownItem(text, kind: kind, nearest: nearestID(to: prefix, among: candidates)))
    }
    guard Set(matches).count == 1 else { throw Failure(.ambiguousItem(text, matches.sorted())) }
    return match
  }

  /// What is wrong with the file that holds the id under another name; only where no name of a file tells it.
  private func misnamedFile(of prefix: String) throws(Failure) -> Finding? {
    guard prefix.utf8.count > ItemID.length - 8 else { return nil }
    return try plan().snapshot(withSources: false).findings.first { finding in
      if case .field(.nameDiffers(let id)) = finding.problem { id.hasPrefix(prefix) } else { false }
    }
  }

  /// The ids of one kind that the names of files in the work tree tell.
  package func ids(of kind: ItemKind) throws(Failure) -> [ItemID] {
    let reader = try plan()
    return try tree { () throws(PlanTreeError) in
      try reader.tree.entries(in: reader.folder(of: kind)).compactMap { ItemID($0.name.prefix(ItemID.length)) }
    }
  }

  /// One item; its file has to read well.
  package func item<Item: DocumentItem>(_ id: ID<Item>) throws(Failure) -> Item {
    let reader = try plan()
    guard let reading = try tree({ () throws(PlanTreeError) in try reader.item(id) }) else {
      if let misnamed = try misnamedFile(of: id.description) { throw Failure(.brokenFile(misnamed)) }
      let nearest = nearestID(to: id.description, among: try ids(of: Item.kind))
      throw Failure(.unknownItem(id.description, kind: Item.kind, nearest: nearest))
    }
    guard let item = reading.item else {
      guard let finding = reading.findings.first else {
        throw Failure(.unknownItem(id.description, kind: Item.kind, nearest: nil))
      }
      throw Failure(.brokenFile(finding))
    }
    return item
  }

  /// One source with its statements.
  package func source(_ id: ID<Source>) throws(Failure) -> Source {
    let reader = try plan()
    guard let reading = try tree({ () throws(PlanTreeError) in try reader.source(id) }) else {
      let nearest = nearestID(to: id.description, among: try ids(of: .source))
      throw Failure(.unknownItem(id.description, kind: .source, nearest: nearest))
    }
    guard let source = reading.item else {
      throw Failure(.brokenFile(reading.findings.first ?? Finding(.source(.statementsMissing), path: "")))
    }
    return source
  }

  /// The source and the lines that `text` means, as in `so-7h3q2dkm#L3-L5`; the id may be a prefix.
  package func statements(_ text: String) throws(Failure) -> (source: Source, lines: LineRange) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let lines = LineRange(parts[1].uppercased()) else {
      let expected = "a source and its lines, as so-7h3q2dkm#L3-L5"
      throw Failure(.invalidValue(field: "statement", value: text, expected: expected))
    }
    let source = try source(try id(String(parts[0]), of: Source.self))
    guard source.statements(at: lines.bounds) != nil else {
      let citation = Citation(source: source.id, lines: lines.bounds)
      throw Failure(.unknownStatements(citation, count: source.statements.count))
    }
    return (source, lines)
  }

  /// A new id of `kind` that nothing in the clone's work tree has yet.
  package func newID<Item: PlanItem>(_: Item.Type) throws(Failure) -> ID<Item> {
    let taken = Set(try ids(of: Item.kind))
    var generator = RandomIDs(next: surroundings.randomness)
    while true {
      let id = ItemID.random(Item.kind, using: &generator)
      if !taken.contains(id), let typed = ID<Item>(id) { return typed }
    }
  }

  private func nearestID(to text: String, among ids: [ItemID]) -> ItemID? {
    nearest(to: text, among: ids.map(\.description)).flatMap { ItemID($0) }
  }
}

/// The randomness of the surroundings as the standard library takes it.
struct RandomIDs: RandomNumberGenerator {
  let source: @Sendable () -> UInt64

  init(next: @escaping @Sendable () -> UInt64) { source = next }

  mutating func next() -> UInt64 { source() }
}
