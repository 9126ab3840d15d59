import CodeIndex
import Concurrency
import Synchronization

/// Looks for what refers to targets, one after the other, and keeps what it has read for the next one.
final class TargetReader {
  private let snapshot: Snapshot
  private let shelf: SourceShelf
  private let common: CommonGround
  private let mostFiles: Int

  init(_ snapshot: Snapshot, _ texts: FileTexts, mostFiles: Int) {
    self.snapshot = snapshot
    self.mostFiles = mostFiles
    shelf = SourceShelf(snapshot, texts)
    common = CommonGround(shelf)
  }

  /// - Parameter isFirst: whether it was asked for itself, and not met on the way.
  func references(to target: CodeTarget, _ share: Double, isFirst: Bool) throws(CodeIndexError) -> TargetReferences {
    let judge = try ReferenceJudge(target, common)
    let choice = try CandidateFiles(target, judge, shelf, most: mostFiles)
    var found = TargetReferences(to: target.place)
    found.unread = choice.left
    try shelf.prepare(choice.files)
    for place in choice.files {
      guard let source = try shelf.source(place) else { continue }
      try found.read(source, judge, share, isFirst: isFirst)
    }
    try addOverrides(of: target, judge, share, &found)
    if isFirst { try addTexts(of: target, judge, &found) }
    return found
  }

  // MARK: Beside references

  private func addOverrides(
    of target: CodeTarget, _ judge: ReferenceJudge, _ share: Double, _ found: inout TargetReferences
  ) throws(CodeIndexError) {
    guard let types = judge.types, !target.isInner, !target.isMaker else { return }
    for place in types.files.sorted() {
      for one in try shelf.outline(place).definitions where one.name == target.name {
        guard let owner = SymbolName.parts(one.container).last,
          types.below.contains(owner) || types.meeting.contains(owner)
        else { continue }
        let own = types.meeting.contains(owner) ? 0.8 : 0.92
        found.add(
          Judged(shape: .override, link: .receiver, share: own * share), snapshot.files[place],
          in: one, line: one.line)
      }
    }
  }

  private static let mostTextFiles = 60

  /// Names in strings: patched in tests, listed in settings, looked up while the program runs.
  private func addTexts(
    of target: CodeTarget, _ judge: ReferenceJudge, _ found: inout TargetReferences
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
      found.readTexts(source, target, judge)
    }
  }

  /// The files that bring a file in and are not told otherwise.
  func importers(of path: String) throws(CodeIndexError) -> TargetReferences {
    var found = TargetReferences(to: CodePlace(path: path))
    guard let file = snapshot.file(at: path) else { return found }
    let family = CodeFamily(file.language)
    guard family != .go, family != .swift else { return found }
    var stems: Set = [ModuleName.stem(of: path)]
    if ["__init__", "index"].contains(ModuleName.stem(of: path)) {
      stems.formUnion(ModuleMatcher.folders(path).suffix(1))
    }
    var places: Set<Int> = []
    for stem in stems { places.formUnion(try shelf.importers(of: stem)) }
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
        found.addImport(source, line: binding.line)
        break
      }
    }
    return found
  }
}

/// Readers for several threads; what they have read is not shared, what they read from is.
final class TargetReaders: Sendable {
  private final class Reader: Sendable {
    let reader: Mutex<TargetReader>

    init(_ snapshot: Snapshot, _ texts: FileTexts, mostFiles: Int) {
      reader = Mutex(TargetReader(snapshot, texts, mostFiles: mostFiles))
    }
  }

  private let snapshot: Snapshot
  private let mostFiles: Int
  private let texts: FileTexts
  private let free = Mutex<[Reader]>([])
  /// Nobody ends the process while the objects are being opened.
  private let opening: Meanwhile<Void>

  /// The objects that hold the texts are opened meanwhile.
  init(_ snapshot: Snapshot, mostFiles: Int) {
    self.snapshot = snapshot
    self.mostFiles = mostFiles
    let texts = snapshot.texts()
    self.texts = texts
    opening = Meanwhile { texts.open() }
  }

  deinit { opening.value() }

  /// Hands out a reader that nobody else has.
  func reading<Value: Sendable>(_ body: (TargetReader) throws(CodeIndexError) -> Value) throws(CodeIndexError) -> Value
  {
    let one = free.withLock { $0.popLast() } ?? Reader(snapshot, texts, mostFiles: mostFiles)
    defer { free.withLock { $0.append(one) } }
    return try one.reader.withLock { (reader) throws(CodeIndexError) in try body(reader) }
  }
}
