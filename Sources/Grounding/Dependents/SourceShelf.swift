import CodeIndex
import Concurrency

/// Files that were read closely, each once.
final class SourceShelf {
  let snapshot: Snapshot
  private let texts: FileTexts
  private let reader = CodeReader()
  private var sources: [Int: SourceCode] = [:]
  private var outlines: [Int: Outline] = [:]
  private var names: [String: [NamePosting]] = [:]
  private var importers: [String: [Int]] = [:]
  /// What the language of each file lets it see.
  private lazy var families = Self.families(of: snapshot)

  init(_ snapshot: Snapshot, _ texts: FileTexts) {
    self.snapshot = snapshot
    self.texts = texts
  }

  /// Takes files that will be looked into from their store and reads them, on all processors.
  ///
  /// - Parameter isCut: whether they will be asked for words, and not for what they bring in alone.
  func prepare(_ places: [Int], isCut: Bool = true) throws(CodeIndexError) {
    if isCut { cut(places) }
    let new = places.filter { sources[$0] == nil && snapshot.files[$0].isCode }
    guard new.count >= Self.fewest else { return }
    let files = new.map { snapshot.files[$0] }
    let size = max(Self.partSize, (new.count + Self.mostParts - 1) / Self.mostParts)
    let kept = Array(zip(files, try texts.kept(of: files)))
    let parts = stride(from: 0, to: new.count, by: size).map { Array(kept[$0..<min(new.count, $0 + size)]) }
    let read = concurrently(parts, chunk: 1) { [texts] part in
      Result { () throws(CodeIndexError) in
        let reader = CodeReader()
        var found: [(outline: Outline, text: SourceText)?] = []
        for (file, kept) in part { found.append(try Self.text(of: file, kept, texts, reader, isCut: isCut)) }
        return found
      }
    }
    var found: [(outline: Outline, text: SourceText)?] = []
    for part in read { found += try part.get() }
    for (place, one) in zip(new, found) { if let one { put(one, at: place) } }
  }

  /// Cuts those into words, on all processors, that were read for what they bring in.
  private func cut(_ places: some Sequence<Int>) {
    let bare = places.compactMap { sources[$0] }.filter { !$0.isCut }
    let cut = concurrently(bare.map { ($0.bytes, $0.file.language) }, chunk: Self.partSize) { bytes, language in
      CodeReader().words(of: bytes, language: language)
    }
    for (source, words) in zip(bare, cut) { source.words = words }
  }

  /// So many files are worth a second thread.
  private static let fewest = 4
  private static let partSize = 2
  /// Files differ in size: more parts than processors, so that none waits long for the other.
  private static let mostParts = 16

  /// The file at a place of the snapshot; nil where it is no code that was read.
  func source(_ place: Int) throws(CodeIndexError) -> SourceCode? {
    if let known = sources[place] { return known }
    let file = snapshot.files[place]
    guard file.isCode, let kept = try texts.kept(of: [file]).first,
      let found = try Self.text(of: file, kept, texts, reader, isCut: false)
    else { return nil }
    return put(found, at: place)
  }

  private static func text(
    of file: IndexedFile, _ kept: KeptText, _ texts: FileTexts, _ reader: CodeReader, isCut: Bool
  ) throws(CodeIndexError) -> (outline: Outline, text: SourceText)? {
    guard let bytes = try texts.bytes(of: kept) else { return nil }
    let outline = try kept.outline()
    return (outline, SourceText(bytes, file.language, outline.imports, reader, isCut: isCut))
  }

  @discardableResult
  private func put(_ found: (outline: Outline, text: SourceText), at place: Int) -> SourceCode {
    let file = snapshot.files[place]
    let source = SourceCode(place, file, found.outline, found.text) { [reader] in
      reader.words(of: found.text.bytes, language: file.language)
    }
    outlines[place] = found.outline
    sources[place] = source
    return source
  }

  func outline(_ place: Int) throws(CodeIndexError) -> Outline {
    if let known = outlines[place] { return known }
    let outline = try snapshot.outline(of: snapshot.files[place])
    outlines[place] = outline
    return outline
  }

  func family(_ place: Int) -> CodeFamily { families[place] }

  private static func families(of snapshot: Snapshot) -> [CodeFamily] {
    var known: [String: CodeFamily] = [:]
    return snapshot.files.map { file in
      if let family = known[file.language] { return family }
      let family = CodeFamily(file.language)
      known[file.language] = family
      return family
    }
  }

  /// As the snapshot has them; many targets ask for the same.
  func postings(ofName name: String) throws(CodeIndexError) -> [NamePosting] {
    if let known = names[name] { return known }
    let postings = try snapshot.postings(ofName: name)
    names[name] = postings
    return postings
  }

  func importers(of module: String) throws(CodeIndexError) -> [Int] {
    if let known = importers[module] { return known }
    let places = try snapshot.importers(of: module)
    importers[module] = places
    return places
  }

  /// The bytes of a file of the snapshot; nil where there is none.
  func contents(_ path: String) throws(CodeIndexError) -> [UInt8]? {
    guard let file = snapshot.file(at: path), let kept = try texts.kept(of: [file]).first else { return nil }
    return try texts.bytes(of: kept)
  }
}
