import Concurrency
import Synchronization

/// The postings of one shelf, looked up by term in all its segments.
final class PostingTable: Sendable {
  private let shelf: Shelf
  private let database: IndexDatabase
  private let segments = Mutex<[Segment]?>(nil)

  init(_ shelf: Shelf, _ database: IndexDatabase) {
    self.shelf = shelf
    self.database = database
  }

  /// What `body` gathers from the documents of each of some terms, found on all processors.
  func each<Found: Sendable>(
    of terms: [String], _ namespace: Namespace,
    _ body: @Sendable (Int, inout ByteReader, inout [Found]) throws -> Void
  ) throws(CodeIndexError) -> [[Found]] {
    let buckets = try buckets(of: terms, namespace)
    let found = concurrently(Array(terms.indices), chunk: Self.chunk) { place in
      Result { () throws(CodeIndexError) in
        try IndexDatabase.translating {
          var found: [Found] = []
          try Self.forEach(of: terms[place], namespace, in: buckets[place]) { try body($0, &$1, &found) }
          return found
        }
      }
    }
    var all: [[Found]] = []
    for one in found { all.append(try one.get()) }
    return all
  }

  /// So many terms are worth a thread.
  private static let chunk = 16

  /// Calls `body` with each document of a term, and a reader of what is kept of both, which has to be read whole.
  func forEach(
    of term: String, _ namespace: Namespace, _ body: (Int, inout ByteReader) throws -> Void
  ) throws(CodeIndexError) {
    let buckets = try buckets(of: [term], namespace)
    try IndexDatabase.translating { try Self.forEach(of: term, namespace, in: buckets[0], body) }
  }

  /// The buckets that may hold each of some terms, a segment's behind the other's. Asked for together they are read in one
  /// go, so that threads do not wait for each other at each term.
  private func buckets(of terms: [String], _ namespace: Namespace) throws(CodeIndexError) -> [[Segment.Bucket]] {
    try database.access { database in
      let known = segments.withLock { $0 }
      let all = try known ?? Segment.all(shelf, database)
      if known == nil { segments.withLock { $0 = all } }
      return try terms.map { term in
        try all.map { try $0.bucket($0.key(of: term.utf8, namespace), database) }
      }
    }
  }

  private static func forEach(
    of term: String, _ namespace: Namespace, in buckets: [Segment.Bucket],
    _ body: (Int, inout ByteReader) throws -> Void
  ) throws {
    let bytes = Array(term.utf8)
    for bucket in buckets {
      var reader = try bucket.reader()
      guard var found = try TermEntry.find(bytes, namespace, in: &reader) else { continue }
      var document = found.first
      for index in 0..<found.count {
        if index > 0 { document &+= try found.postings.number() }
        try body(document, &found.postings)
      }
    }
  }
}
