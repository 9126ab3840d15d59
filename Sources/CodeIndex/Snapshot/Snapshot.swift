import Concurrency

/// The files of one commit, ready to be searched.
///
/// Answers depend on the commit alone, whatever else the index holds: what other trees brought in is left out, and
/// documents are counted by this tree's files.
package final class Snapshot: Sendable {
  /// Sorted by path.
  package let files: [IndexedFile]
  /// Whether the index is kept, and not in memory alone.
  package let isStored: Bool
  /// The commit's past, where it was asked for; it is read while other questions are answered.
  package var history: History? { get throws(CodeIndexError) { try past?.value().get() ?? nil } }
  var hasPast: Bool { past != nil }
  private let past: Past?
  let database: IndexDatabase
  /// Where each document stands in `files`; the first place, with the others in `more`.
  private let places: [Int32]
  private let more: [Int: [Int]]
  private let postings: PostingTable
  private let source: TextSource

  typealias Past = Meanwhile<Result<History?, CodeIndexError>>

  init(_ files: [IndexedFile], _ database: IndexDatabase, _ source: TextSource, isStored: Bool) {
    self.files = files
    self.source = source
    past = nil
    postings = PostingTable(.files, database)
    self.database = database
    self.isStored = isStored
    var places = [Int32](repeating: -1, count: (files.map(\.document).max() ?? 0) + 1)
    var more: [Int: [Int]] = [:]
    for (place, file) in files.enumerated() where file.document >= 0 {
      if places[file.document] < 0 {
        places[file.document] = Int32(place)
      } else {
        more[file.document, default: []].append(place)
      }
    }
    self.places = places
    self.more = more
  }

  /// The same with a past.
  init(_ other: Snapshot, _ past: Past?) {
    files = other.files
    isStored = other.isStored
    self.past = past
    database = other.database
    places = other.places
    more = other.more
    postings = other.postings
    source = other.source
  }

  /// Calls `body` with the places in ``files`` of a document; none for one of other trees.
  @inline(__always)
  func forEachPlace(of document: Int, _ body: (Int) -> Void) {
    guard places.indices.contains(document), places[document] >= 0 else { return }
    body(Int(places[document]))
    if !more.isEmpty, let others = more[document] { others.forEach(body) }
  }

  // MARK: Postings

  /// The files in which a word occurs, by place in ``files``. Words are as ``WordSplitter`` makes them.
  package func postings(ofWord word: String) throws(CodeIndexError) -> [WordPosting] {
    try postings(ofWords: [word])[0]
  }

  /// The same for each of several words.
  package func postings(ofWords words: [String]) throws(CodeIndexError) -> [[WordPosting]] {
    try postings.each(of: words, .word) { (document: Int, reader: inout ByteReader, found: inout [WordPosting]) in
      let counts = try WordPosting.readCounts(&reader)
      self.forEachPlace(of: document) { found.append(WordPosting(file: $0, counts: counts)) }
    }.map { found in found.sorted { $0.file < $1.file } }
  }

  /// The files in whose code a name occurs, or that define it; small and capital letters differ. Marks of a name are left
  /// out, as in `saved?`: all files with `saved` have to be looked into.
  package func postings(ofName name: String) throws(CodeIndexError) -> [NamePosting] {
    try postings(ofNames: [RunBuilder.parts(of: name).last.map { String(decoding: $0, as: UTF8.self) } ?? name])[0]
  }

  /// The same for each of several names.
  package func postings(ofNames names: [String]) throws(CodeIndexError) -> [[NamePosting]] {
    try postings.each(of: names, .name) { (document: Int, reader: inout ByteReader, found: inout [NamePosting]) in
      let head = try reader.number()
      self.forEachPlace(of: document) {
        found.append(NamePosting(file: $0, count: head >> 1, isDefined: head & 1 != 0))
      }
    }.map { found in found.sorted { $0.file < $1.file } }
  }

  /// The files that bring in a module whose last part this is, or take this name from one; by place in ``files``.
  package func importers(of module: String) throws(CodeIndexError) -> [Int] {
    var found: [Int] = []
    try postings.forEach(of: module, .module) { document, _ in forEachPlace(of: document) { found.append($0) } }
    return found.sorted()
  }

  // MARK: Documents

  /// What is kept of several files, read in one go and not yet looked into.
  package func contents(of files: [IndexedFile]) throws(CodeIndexError) -> [FileContents] {
    try database.access { database in
      let outlines = try Query(database, "SELECT data FROM outlines WHERE number = ?")
      let sequences = try Query(database, "SELECT data FROM sequences WHERE number = ?")
      return try files.map { file in
        guard let outline = try outlines.bytes([.number(file.document)]),
          let sequence = try sequences.bytes([.number(file.document)])
        else { throw ByteReader.Damage() }
        return FileContents(document: file.document, outline: outline, sequence: sequence)
      }
    }
  }

  /// A reader of the files' texts.
  package func texts() -> FileTexts { FileTexts(database, source) }

  /// What a file defines and brings in.
  package func outline(of file: IndexedFile) throws(CodeIndexError) -> Outline {
    try database.access { database in
      guard let data = try Query(database, "SELECT data FROM outlines WHERE number = ?").bytes([.number(file.document)])
      else { throw ByteReader.Damage() }
      return try Outline(stored: data.bound(to: .outline(file.document)))
    }
  }
}

/// What is kept of one file, as it is stored.
package struct FileContents: Sendable {
  fileprivate let document: Int
  fileprivate let outline: [UInt8]
  fileprivate let sequence: [UInt8]

  /// What the file defines and brings in, and its words in order.
  package func read() throws(CodeIndexError) -> (outline: Outline, sequence: WordSequence) {
    do {
      return (
        try Outline(stored: outline.bound(to: .outline(document))),
        try WordSequence(stored: sequence.bound(to: .sequence(document)))
      )
    } catch {
      throw .damaged
    }
  }
}
