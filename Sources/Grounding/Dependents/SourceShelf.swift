import CodeIndex
import Concurrency

/// Files that were read closely, each once.
final class SourceShelf {
  let snapshot: Snapshot
  private lazy var texts = snapshot.texts()
  private let reader = CodeReader()
  private var sources: [Int: SourceCode] = [:]
  private var outlines: [Int: Outline] = [:]
  private var names: [String: [NamePosting]] = [:]
  private var importers: [String: [Int]] = [:]
  /// What the language of each file lets it see.
  private lazy var families = Self.families(of: snapshot)
  /// How many files were cut into words.
  var count: Int { sources.count }

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// Takes files that will be looked into from their store and cuts them into words, on all processors.
  func prepare(_ places: some Sequence<Int>) throws(CodeIndexError) {
    let new = places.filter { sources[$0] == nil && snapshot.files[$0].isCode }
    // Each part opens the store for itself.
    let size = max(Self.partSize, (new.count + Self.mostParts - 1) / Self.mostParts)
    let parts = stride(from: 0, to: new.count, by: size).map { Array(new[$0..<min(new.count, $0 + size)]) }
    guard parts.count > 1 else { return }
    let read = concurrently(parts, chunk: 1) { [snapshot] part in
      Result { () throws(CodeIndexError) in
        let texts = snapshot.texts()
        let reader = CodeReader()
        var found: [(place: Int, bytes: [UInt8], words: [CodeWord])] = []
        for place in part {
          guard let bytes = try texts.bytes(of: snapshot.files[place]) else { continue }
          found.append((place, bytes, reader.words(of: bytes, language: snapshot.files[place].language)))
        }
        return found
      }
    }
    for part in read {
      for one in try part.get() {
        sources[one.place] = SourceCode(
          one.place, snapshot.files[one.place], one.bytes, try outline(one.place)
        ) { one.words }
      }
    }
  }

  /// So many files are worth a thread.
  private static let partSize = 8
  private static let mostParts = 4

  /// The file at a place of the snapshot; nil where it is no code that was read.
  func source(_ place: Int) throws(CodeIndexError) -> SourceCode? {
    if let known = sources[place] { return known }
    let file = snapshot.files[place]
    guard file.isCode, let bytes = try texts.bytes(of: file) else { return nil }
    let source = SourceCode(place, file, bytes, try outline(place)) { [reader] in
      reader.words(of: bytes, language: file.language)
    }
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
    guard let file = snapshot.file(at: path) else { return nil }
    return try texts.bytes(of: file)
  }
}
