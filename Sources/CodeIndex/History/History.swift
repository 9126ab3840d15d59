package import Git

/// The past of one commit: what was changed together, and in what words.
///
/// Only ancestors of the commit count, whatever else the index holds; merges are left out.
package final class History {
  /// One commit whose message holds a word.
  package struct Posting: Hashable, Sendable {
    /// Into ``commits``.
    package let commit: Int
    package let subject: Int
    package let body: Int
  }

  /// All commits that are kept, older ones first; those that ``isAncestor(_:)`` does not name are of other branches.
  package var commits: [PastCommit] { columns.commits }
  /// All paths that commits of at most ``PastCommit/mostFiles`` files ever changed.
  package var paths: [String] { columns.paths }
  /// How many ancestors there are.
  package let count: Int
  private let columns: HistoryColumns
  private let ancestors: [Bool]
  private let database: IndexDatabase
  private var segments: [Segment]?

  init(_ columns: HistoryColumns, _ ancestors: NumberSet, _ database: IndexDatabase) throws(ByteReader.Damage) {
    self.columns = columns
    var isAncestor = [Bool](repeating: false, count: columns.commits.count)
    for range in ancestors.ranges {
      guard range.upperBound <= columns.commits.count else { throw ByteReader.Damage() }
      for number in range { isAncestor[number] = true }
    }
    self.ancestors = isAncestor
    count = ancestors.count
    self.database = database
  }

  /// The files that a commit changed, by place in ``paths``; none where they are too many.
  package func files(of commit: Int) -> ArraySlice<Int32> { columns.files[columns.commits[commit].files] }

  package func id(of commit: Int) -> ObjectID { columns.id(commit) }

  package func isAncestor(_ commit: Int) -> Bool { ancestors[commit] }

  /// The ancestors whose messages hold a word, as ``WordSplitter`` makes it.
  package func postings(ofWord word: String) throws(CodeIndexError) -> [Posting] {
    var found: [Posting] = []
    try Postings.forEach(of: word, .word, .history, &segments, database) { commit, reader in
      let subject = try reader.number()
      let body = try reader.number()
      guard ancestors.indices.contains(commit) else { throw ByteReader.Damage() }
      if ancestors[commit] { found.append(Posting(commit: commit, subject: subject, body: body)) }
    }
    return found
  }

  /// The ancestors that changed a file, by place in ``commits``, older ones first.
  package func commits(changing path: String) throws(CodeIndexError) -> [Int] {
    var found: [Int] = []
    try Postings.forEach(of: path, .name, .history, &segments, database) { commit, _ in
      guard ancestors.indices.contains(commit) else { throw ByteReader.Damage() }
      if ancestors[commit] { found.append(commit) }
    }
    return found
  }
}

/// Looks terms up in all segments.
enum Postings {
  static func forEach(
    of term: String, _ namespace: Namespace, _ shelf: Shelf, _ segments: inout [Segment]?, _ database: IndexDatabase,
    _ body: (Int, inout ByteReader) throws -> Void
  ) throws(CodeIndexError) {
    let bytes = Array(term.utf8)
    let known = segments
    segments = try database.access { database in
      let segments = try known ?? Segment.all(shelf, database)
      for segment in segments {
        var reader = try segment.bucket(segment.key(of: bytes, namespace), database)
        guard var found = try TermEntry.find(bytes, namespace, in: &reader) else { continue }
        var document = found.first
        for index in 0..<found.count {
          if index > 0 { document &+= try found.postings.number() }
          try body(document, &found.postings)
        }
      }
      return segments
    }
  }
}
