package import CodeIndex

/// Finds what refers to definitions, level by level, in the code of one commit. The same question has the same answer.
package struct DependentsFinder {
  package let snapshot: Snapshot
  private let shelf: SourceShelf
  private let common: CommonGround

  /// So many places of one level are followed to the next.
  private static let mostFollowed = 40
  /// A file with more definitions is looked at by its first ones.
  private static let mostTargets = 80

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    shelf = SourceShelf(snapshot)
    common = CommonGround(shelf)
  }

  /// - Parameters:
  ///   - files: whose importers are told too.
  ///   - depth: how many levels are looked at, 1 at least.
  package func dependents(
    of targets: [CodeTarget], files: [String] = [], depth: Int
  ) throws(CodeIndexError) -> Dependents {
    var found = Dependents(targets: targets.map(\.place))
    var level = Array(targets.prefix(Self.mostTargets)).map { (target: $0, share: 1.0) }
    found.unfollowed = max(0, targets.count - level.count)
    var asked = Set(targets.map(\.place))
    for number in 1...max(1, depth) {
      var edges = EdgeTable(level: number, besides: found.edges, targets: targets)
      for (target, share) in level {
        try look(for: target, share, isFirst: number == 1, &edges, &found)
      }
      if number == 1 { for path in files { try addImporters(of: path, &edges) } }
      found.edges += edges.sorted()
      guard number < depth else { break }
      level = try next(edges.sorted(), &asked, &found)
    }
    return found
  }

  /// The places of a level that are followed: those that are rather sure, and no tests.
  private func next(
    _ edges: [Dependent], _ asked: inout Set<CodePlace>, _ found: inout Dependents
  ) throws(CodeIndexError) -> [(target: CodeTarget, share: Double)] {
    var level: [(CodeTarget, Double)] = []
    for edge in edges where edge.certainty != .possible && !edge.isTest {
      guard let symbol = edge.symbol,
        let target = try TargetFinder(snapshot).target(at: edge.path, symbol: symbol),
        asked.insert(target.place).inserted
      else { continue }
      guard level.count < Self.mostFollowed else {
        found.unfollowed += 1
        continue
      }
      level.append((target, edge.share))
    }
    return level
  }

  private func look(
    for target: CodeTarget, _ share: Double, isFirst: Bool, _ edges: inout EdgeTable, _ found: inout Dependents
  ) throws(CodeIndexError) {
    let judge = try ReferenceJudge(target, common)
    let choice = try CandidateFiles(target, judge, shelf)
    if choice.left > 0 { found.unread.append(.init(name: target.writtenName, files: choice.left)) }
    try shelf.prepare(choice.files)
    for place in choice.files {
      guard let source = try shelf.source(place) else { continue }
      try edges.read(source, judge, share, isFirst: isFirst, &found.faint)
    }
    try addOverrides(of: target, judge, share, &edges)
    if isFirst { try addTexts(of: target, judge, choice.files, &edges) }
  }

  // MARK: Beside references

  private func addOverrides(
    of target: CodeTarget, _ judge: ReferenceJudge, _ share: Double, _ edges: inout EdgeTable
  ) throws(CodeIndexError) {
    guard let types = judge.types, !target.isInner, !target.isMaker else { return }
    for place in types.files.sorted() {
      for one in try shelf.outline(place).definitions where one.name == target.name {
        guard let owner = SymbolName.parts(one.container).last,
          types.below.contains(owner) || types.meeting.contains(owner)
        else { continue }
        let own = types.meeting.contains(owner) ? 0.8 : 0.92
        edges.add(
          Judged(shape: .override, link: .receiver, share: own * share), target, snapshot.files[place],
          symbol: SourceCode.symbol(of: one), line: one.line)
      }
    }
  }

  private static let mostTextFiles = 60

  /// Names in strings: patched in tests, listed in settings, looked up while the program runs.
  private func addTexts(
    of target: CodeTarget, _ judge: ReferenceJudge, _ read: [Int], _ edges: inout EdgeTable
  ) throws(CodeIndexError) {
    guard judge.isTelling, !target.isInner, let whole = WordSplitter.words(of: target.writtenName).last else { return }
    let postings = try snapshot.postings(ofWord: whole).filter { posting in
      posting.counts.string > 0 && snapshot.files[posting.file].isCode
        && !snapshot.files[posting.file].traits.contains(.vendored)
        && judge.family.names(shelf.family(posting.file))
    }
    guard postings.count <= Self.mostTextFiles else { return }
    try shelf.prepare(postings.map(\.file))
    for posting in postings {
      guard let source = try shelf.source(posting.file) else { continue }
      edges.readTexts(source, target, judge)
    }
  }

  /// The files that bring a file in and are not told otherwise.
  private func addImporters(of path: String, _ edges: inout EdgeTable) throws(CodeIndexError) {
    guard let file = snapshot.file(at: path) else { return }
    let family = CodeFamily(file.language)
    guard family != .go, family != .swift else { return }
    var stems: Set = [ModuleName.stem(of: path)]
    if ["__init__", "index"].contains(ModuleName.stem(of: path)) {
      stems.formUnion(ModuleMatcher.folders(path).suffix(1))
    }
    var places: Set<Int> = []
    for stem in stems { places.formUnion(try shelf.importers(of: stem)) }
    let target = CodePlace(path: path)
    let importers = places.sorted().prefix(CandidateFiles.most).filter { snapshot.files[$0].path != path }
    try shelf.prepare(importers, isCut: false)
    for place in importers {
      guard let source = try shelf.source(place), source.family == family else { continue }
      for binding in source.imports {
        var isMeant = try common.matcher.leads(binding.module, from: source.path, family, to: path)
        if !isMeant, family == .python, case .name(let name) = binding.taken {
          let inner = binding.module.hasSuffix(".") ? binding.module + name : binding.module + "/" + name
          isMeant = try common.matcher.leads(inner, from: source.path, family, to: path)
        }
        guard isMeant else { continue }
        edges.addImport(of: target, source, line: binding.line)
        break
      }
    }
  }
}
