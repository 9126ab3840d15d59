/// The files of one commit, ready to be searched.
///
/// Answers depend on the commit alone, whatever else the index holds: what other trees brought in is left out, and
/// documents are counted by this tree's files.
package final class Snapshot {
  /// Sorted by path.
  package let files: [IndexedFile]
  /// Whether the index is kept, and not in memory alone.
  package let isStored: Bool
  /// The commit's past, where it was asked for.
  package internal(set) var history: History?
  let database: IndexDatabase
  /// Where each document stands in `files`; the first place, with the others in `more`.
  private let places: [Int32]
  private let more: [Int: [Int]]
  private var segments: [Segment]?

  init(_ files: [IndexedFile], _ database: IndexDatabase, isStored: Bool) {
    self.files = files
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
    var found: [WordPosting] = []
    try forEachPosting(of: word, .word) { document, reader in
      let counts = try WordPosting.readCounts(&reader)
      forEachPlace(of: document) { found.append(WordPosting(file: $0, counts: counts)) }
    }
    return found.sorted { $0.file < $1.file }
  }

  /// The files in whose code a name occurs, or that define it; small and capital letters differ.
  package func postings(ofName name: String) throws(CodeIndexError) -> [NamePosting] {
    var found: [NamePosting] = []
    try forEachPosting(of: name, .name) { document, reader in
      let head = try reader.number()
      forEachPlace(of: document) { found.append(NamePosting(file: $0, count: head >> 1, isDefined: head & 1 != 0)) }
    }
    return found.sorted { $0.file < $1.file }
  }

  /// The files that bring in a module whose last part this is, or take this name from one; by place in ``files``.
  package func importers(of module: String) throws(CodeIndexError) -> [Int] {
    var found: [Int] = []
    try forEachPosting(of: module, .module) { document, _ in forEachPlace(of: document) { found.append($0) } }
    return found.sorted()
  }

  private func forEachPosting(
    of term: String, _ namespace: Namespace, _ body: (Int, inout ByteReader) throws -> Void
  ) throws(CodeIndexError) {
    try Postings.forEach(of: term, namespace, .files, &segments, database, body)
  }

  // MARK: Documents

  /// What a file defines and brings in.
  package func outline(of file: IndexedFile) throws(CodeIndexError) -> Outline {
    try database.access { database in
      guard let data = try Query(database, "SELECT data FROM outlines WHERE number = ?").bytes([.number(file.document)])
      else { throw ByteReader.Damage() }
      return try Outline(stored: data.bound(to: .outline(file.document)))
    }
  }

  /// The words of a file in order; none for texts, data, and files of which only the path counts.
  package func sequence(of file: IndexedFile) throws(CodeIndexError) -> WordSequence {
    try database.access { database in
      guard
        let data = try Query(database, "SELECT data FROM sequences WHERE number = ?").bytes([.number(file.document)])
      else { throw ByteReader.Damage() }
      return try WordSequence(stored: data.bound(to: .sequence(file.document)))
    }
  }
}
