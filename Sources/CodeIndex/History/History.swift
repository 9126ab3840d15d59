package import Git

/// The past of one commit: what was changed together, and in what words.
///
/// Only ancestors of the commit count, whatever else the index holds; merges are left out.
package final class History: Sendable {
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
  private let postings: PostingTable

  init(_ columns: HistoryColumns, _ ancestors: NumberSet, _ database: IndexDatabase) throws(ByteReader.Damage) {
    self.columns = columns
    var isAncestor = [Bool](repeating: false, count: columns.commits.count)
    for range in ancestors.ranges {
      guard range.upperBound <= columns.commits.count else { throw ByteReader.Damage() }
      for number in range { isAncestor[number] = true }
    }
    self.ancestors = isAncestor
    count = ancestors.count
    postings = PostingTable(.history, database)
  }

  /// The files that a commit changed, by place in ``paths``; none where they are too many.
  package func files(of commit: Int) -> ArraySlice<Int32> { columns.files[columns.commits[commit].files] }

  package func id(of commit: Int) -> ObjectID { columns.id(commit) }

  package func isAncestor(_ commit: Int) -> Bool { ancestors[commit] }

  /// The ancestors whose messages hold a word, as ``WordSplitter`` makes it.
  package func postings(ofWord word: String) throws(CodeIndexError) -> [Posting] {
    try postings(ofWords: [word])[0]
  }

  /// The same for each of several words.
  package func postings(ofWords words: [String]) throws(CodeIndexError) -> [[Posting]] {
    let ancestors = ancestors
    return try postings.each(of: words, .word) { (commit: Int, reader: inout ByteReader, found: inout [Posting]) in
      let subject = try reader.number()
      let body = try reader.number()
      guard ancestors.indices.contains(commit) else { throw ByteReader.Damage() }
      if ancestors[commit] { found.append(Posting(commit: commit, subject: subject, body: body)) }
    }
  }

  /// The ancestors that changed a file, by place in ``commits``, older ones first.
  package func commits(changing path: String) throws(CodeIndexError) -> [Int] {
    var found: [Int] = []
    try postings.forEach(of: path, .name) { commit, _ in
      guard ancestors.indices.contains(commit) else { throw ByteReader.Damage() }
      if ancestors[commit] { found.append(commit) }
    }
    return found
  }
}
