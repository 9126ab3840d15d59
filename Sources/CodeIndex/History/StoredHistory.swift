import Git
import GRDB

/// All commits that are kept, of whatever branch, and what numbers they have.
struct StoredHistory {
  struct Tip {
    let id: ObjectID
    let ancestors: NumberSet
  }

  /// The names of commits by their bytes, and paths: both are numbered in the order in which they were added.
  private var names = TermTable(capacity: 65_536)
  private var paths = TermTable(capacity: 16_384)

  /// Reads what is stored.
  init(_ database: Database) throws {
    let columns = try HistoryColumns(stored: Self.chunks(database))
    for path in columns.paths { _ = paths.number(of: path.utf8) }
    for number in columns.commits.indices { _ = names.number(of: columns.bytes(number)) }
    guard names.count == columns.commits.count, paths.count == columns.paths.count else { throw ByteReader.Damage() }
  }

  /// The number of a commit; nil for one that is not kept.
  func number(of commit: ObjectID) -> Int? { names.known(commit.bytes) }

  /// The chunks of commits in order, as ``HistoryColumns`` reads them.
  static func chunks(_ database: Database) throws -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    try Query(database, "SELECT number, data FROM history ORDER BY number").run { row in
      let next = chunks.count + 1
      guard row.number(0) == next else { throw ByteReader.Damage() }
      chunks.append(row.bytes(1).bound(to: .chunk(next)))
      return true
    }
    return chunks
  }

  /// Gives a commit the next number.
  mutating func add(_ change: RecordedChange, to chunk: inout HistoryChunk, _ words: inout CommitWords) {
    let number = names.count
    guard names.number(of: change.commit.bytes) == number else { return }
    let counts = change.paths.count <= PastCommit.mostFiles
    var files: [Int] = []
    for path in counts ? change.paths : [] {
      let known = paths.count
      let file = paths.number(of: path.utf8)
      if file == known { chunk.add(path: path) }
      files.append(file)
    }
    // What is not counted needs no words.
    let lengths = counts ? words.add(number, message: change.message, paths: change.paths) : (0, 0)
    chunk.add(change.commit, seconds: change.seconds, lengths: lengths, fileCount: change.paths.count, files: files)
  }

  // MARK: Tips

  /// The commits whose ancestors are known, the last one first.
  static func tips(_ database: Database) throws -> [Tip] {
    var tips: [Tip] = []
    try Query(database, "SELECT id, ancestors FROM tips ORDER BY number DESC").run { row in
      guard let id = ObjectID(row.text(0)) else { throw ByteReader.Damage() }
      tips.append(Tip(id: id, ancestors: try NumberSet(stored: row.bytes(1).bound(to: .tip(id.hex)))))
      return true
    }
    return tips
  }

  static func store(_ tip: ObjectID, _ ancestors: NumberSet, keeping most: Int, _ database: Database) throws {
    try Query(database, "DELETE FROM tips WHERE id = ?").run([.text(tip.hex)])
    try Query(database, "INSERT INTO tips (id, ancestors) VALUES (?, ?)")
      .run([.text(tip.hex), .bytes(ancestors.bytes.bound(to: .tip(tip.hex)))])
    try Query(database, "DELETE FROM tips WHERE number <= (SELECT max(number) FROM tips) - ?").run([.number(most)])
  }
}
