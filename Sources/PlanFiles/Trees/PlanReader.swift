import Concurrency
package import PlanModel

/// A plan as read from one tree, with what is wrong in its files.
package struct PlanSnapshot: Sendable {
  package var plan: Plan
  /// What keeps files, fields and bodies from meaning what they should, in the order of the files.
  package var findings: [Finding]
}

/// Reads a plan, or single items of it.
package struct PlanReader {
  package let tree: any PlanTree
  /// Where what was read is kept for the next time, if anywhere.
  package let cache: RecordCache?

  package init(_ tree: some PlanTree, cache: RecordCache? = nil) {
    self.tree = tree
    self.cache = cache
  }

  /// Everything under `.handoff/`; without the sources, which may be long, when only the items are needed.
  package func snapshot(withSources: Bool = true) -> PlanSnapshot {
    var findings = strays()
    let policy = policy(&findings)
    var plan = Plan(
      policy: policy, sources: withSources ? sources(&findings) : [], intents: items(&findings),
      epics: items(&findings),
      stories: items(&findings), decisions: items(&findings), signOffs: signOffs(&findings))
    // The name of a file tells its id, also where the file itself cannot be read.
    let named = findings.compactMap { finding in
      finding.path.split(separator: "/").dropFirst(2).first.flatMap { ItemID($0.prefix(ItemID.length)) }
    }
    plan.unreadable = Set(named).subtracting(plan.items.map(\.id))
    return PlanSnapshot(plan: plan, findings: findings)
  }

  /// What stands directly in `.handoff` and is no part of a plan: a misspelt folder would hide all that is in it.
  private func strays() -> [Finding] {
    var findings: [Finding] = []
    let folders = ItemKind.allCases.map(\.folder) + ["sign-offs", "attachments"]
    for entry in entries(in: tree.root, &findings)
    where !(entry.kind == .folder ? folders : ["handoff.yml", "README.md", ".gitattributes"]).contains(entry.name) {
      let near = nearest(to: entry.name, among: folders).map { "perhaps the folder \($0)" }
      report(entry, in: tree.root, expected: near ?? "handoff.yml, README.md, or a folder of items", &findings)
    }
    return findings
  }

  /// The policy alone; the standard one where there is none.
  package func policy(_ findings: inout [Finding]) -> Policy {
    do {
      let reading = Policy.read(try tree.read(Policy.file, limit: PlanDocument.byteLimit))
      findings += reading.findings
      return reading.item ?? Policy()
    } catch .notFound {
      return Policy()
    } catch {
      findings.append(error.finding)
      return Policy()
    }
  }

  /// One item by its id: only its own file is read. Nil when there is none.
  package func item<Item: DocumentItem>(_ id: ID<Item>) throws(PlanTreeError) -> ItemReading<Item>? {
    let folder = folder(of: Item.kind)
    guard let name = try tree.firstName(in: folder, withPrefix: id.description) else { return nil }
    return try item(at: "\(folder)/\(name)")
  }

  /// The items of one kind that have a file of their own.
  package func items<Item: DocumentItem>(_ findings: inout [Finding]) -> [Item] {
    let paths = files(in: folder(of: Item.kind), ending: ".md", &findings)
    let known = cache.flatMap { paths.count < RecordCache.fewest ? nil : KnownItems<Item>($0) }
    // What a commit has just as the work tree has it is not read again.
    let standing = known?.standing(at: paths, being: tree.blobs(at: paths))
    let wanted = standing.map { zip(paths, $0.places).filter { $1 == nil }.map(\.0) } ?? paths
    var contents: [(path: String, bytes: [UInt8])] = []
    for (path, result) in zip(wanted, tree.read(wanted, limit: PlanDocument.byteLimit)) {
      switch result {
      case .success(let bytes): contents.append((path, bytes))
      case .failure(let error): findings.append(error.finding)
      }
    }
    let readings =
      known?.read(contents, besides: standing?.keys ?? [])
      ?? concurrently(contents) { Item.read($0.bytes, path: $0.path) }
    findings += readings.flatMap(\.findings)
    guard let standing else { return readings.compactMap(\.item) }
    let read = Dictionary(zip(contents.map(\.path), readings.map(\.item))) { first, _ in first }
    return zip(paths, standing.places).compactMap { path, place in
      place.flatMap { standing.item($0) } ?? read[path].flatMap(\.self)
    }
  }

  /// - Parameter ids: only these are read; nil for all.
  package func sources(among ids: Set<ID<Source>>? = nil, _ findings: inout [Finding]) -> [Source] {
    var folders: [String] = []
    let folder = folder(of: .source)
    for entry in entries(in: folder, &findings) {
      if let ids, !(ItemID(entry.name.prefix(ItemID.length)).flatMap { ID<Source>($0) }.map(ids.contains) ?? false) {
        continue
      }
      guard entry.kind == .folder else {
        report(entry, in: folder, expected: "a folder with \(Source.fileName)", &findings)
        continue
      }
      folders.append("\(folder)/\(entry.name)")
    }
    var sources: [Source] = []
    while !folders.isEmpty {
      for result in self.sources(in: Array(folders.prefix(Self.batch))) {
        switch result {
        case .success(let reading):
          findings += reading.findings
          if let source = reading.item { sources.append(source) }
        case .failure(let error): findings.append(error.finding)
        }
      }
      folders.removeFirst(min(Self.batch, folders.count))
    }
    return sources
  }

  /// As many sources as are read at once: their statements may be long.
  private static let batch = 128

  /// All sources without their statements, which may be long.
  package func sourceHeads() -> [Source] {
    var findings: [Finding] = []
    let folder = folder(of: .source)
    return entries(in: folder, &findings).filter { $0.kind == .folder }.compactMap { entry in
      let path = "\(folder)/\(entry.name)/\(Source.fileName)"
      guard let bytes = try? tree.read(path, limit: Source.byteLimit) else { return nil }
      return Source.read(bytes, statements: [], path: path).item
    }
  }

  /// One source by its id. Nil when there is none.
  package func source(_ id: ID<Source>) throws(PlanTreeError) -> ItemReading<Source>? {
    let folder = folder(of: .source)
    guard let name = try tree.firstName(in: folder, withPrefix: id.description) else { return nil }
    return try source(in: "\(folder)/\(name)")
  }

  package func signOffs(_ findings: inout [Finding]) -> [SignOff] {
    var signOffs: [SignOff] = []
    let folder = "\(tree.root)/sign-offs"
    for story in entries(in: folder, &findings) {
      guard story.kind == .folder else {
        report(story, in: folder, expected: "a folder named after a story", &findings)
        continue
      }
      for path in files(in: "\(folder)/\(story.name)", ending: ".yml", &findings) {
        do {
          let reading = SignOff.read(try tree.read(path, limit: PlanDocument.byteLimit), path: path)
          findings += reading.findings
          if let signOff = reading.item { signOffs.append(signOff) }
        } catch {
          findings.append(error.finding)
        }
      }
    }
    return signOffs
  }

  // MARK: Files

  package func folder(of kind: ItemKind) -> String { "\(tree.root)/\(kind.folder)" }

  private func item<Item: DocumentItem>(at path: String) throws(PlanTreeError) -> ItemReading<Item> {
    let bytes = try tree.read(path, limit: PlanDocument.byteLimit)
    return cache?.item(bytes, path: path) ?? Item.read(bytes, path: path)
  }

  private func source(in folder: String) throws(PlanTreeError) -> ItemReading<Source> {
    guard let result = sources(in: [folder]).first else { throw .notFound(folder) }
    return try result.get()
  }

  private func sources(in folders: [String]) -> [Result<ItemReading<Source>, PlanTreeError>] {
    let names = names(of: folders)
    var results = names.map { name in
      name.flatMap { cache?.committedSources[$0] }.map(Result<ItemReading<Source>, PlanTreeError>.success)
    }
    let unknown = folders.indices.filter { results[$0] == nil }
    for (index, result) in zip(unknown, read(sourcesIn: unknown.map { folders[$0] })) {
      results[index] = result
      if let name = names[index], case .success(let reading) = result { cache?.committedSources[name] = reading }
    }
    return results.compactMap(\.self)
  }

  /// What tells sources from others where the tree says it without reading them.
  private func names(of folders: [String]) -> [SourceName?] {
    guard cache != nil else { return folders.map { _ in nil } }
    let heads = tree.blobs(at: folders.map { "\($0)/\(Source.fileName)" })
    let tables = tree.blobs(at: folders.map { "\($0)/\(Source.statementsName)" })
    return folders.indices.map { index in
      guard let head = heads[index], let table = tables[index] else { return nil }
      return SourceName(folder: folders[index], head: head, table: table)
    }
  }

  private func read(sourcesIn folders: [String]) -> [Result<ItemReading<Source>, PlanTreeError>] {
    let paths = folders.map { "\($0)/\(Source.fileName)" }
    let heads = tree.read(paths, limit: Source.byteLimit)
    let tables = tree.read(folders.map { "\($0)/\(Source.statementsName)" }, limit: StatementTable.byteLimit)
    let before = cache?.sources ?? [:]
    let results = concurrently(Array(zip(paths, zip(heads, tables))), chunk: 16) { path, files in
      if let known = before[path], known.head == files.0, known.table == files.1 { return known.result }
      return Result { () throws(PlanTreeError) in try Self.source(files.0.get(), files.1, path: path) }
    }
    if let cache, cache.isReadAgain {
      for (index, path) in paths.enumerated() {
        cache.sources[path] = ReadSource(head: heads[index], table: tables[index], result: results[index])
      }
    }
    return results
  }

  private static func source(
    _ bytes: [UInt8], _ table: Result<[UInt8], PlanTreeError>, path: String
  ) throws(PlanTreeError) -> ItemReading<Source> {
    do {
      return Source.read(bytes, statements: try table.get(), path: path)
    } catch .notFound(let missing) {
      var reading = Source.read(bytes, statements: [], path: path)
      reading.findings.append(Finding(.source(.statementsMissing), path: missing))
      return reading
    }
  }

  private func entries(in folder: String, _ findings: inout [Finding]) -> [PlanTreeEntry] {
    do {
      // What begins with a dot is an editor's or a file system's, and no business of the plan.
      return try tree.entries(in: folder).filter { !$0.name.hasPrefix(".") }
    } catch {
      findings.append(error.finding)
      return []
    }
  }

  private func files(in folder: String, ending: String, _ findings: inout [Finding]) -> [String] {
    entries(in: folder, &findings).compactMap { entry in
      if entry.kind == .file, entry.name.hasSuffix(ending) { return "\(folder)/\(entry.name)" }
      report(entry, in: folder, expected: "a file ending in \(ending)", &findings)
      return nil
    }
  }

  private func report(
    _ entry: PlanTreeEntry, in folder: String, expected: String, _ findings: inout [Finding]
  ) {
    let problem: FileProblem =
      switch entry.kind {
      case .symbolicLink: .symbolicLink
      case .other: .notRegular
      case .file, .folder: .stray(expected: expected)
      }
    findings.append(Finding(.file(problem), path: "\(folder)/\(entry.name)"))
  }
}
