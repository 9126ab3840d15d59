import GRDB
import GRDBSQLite

/// The file in which the index lies: the only door to SQLite.
///
/// A rollback journal and not a write-ahead log: one file, which can be read where nothing may be written, and which is
/// whole again after a kill at any instant. All blobs are stored behind a sum of their bytes and of the row that they belong to.
final class IndexDatabase: Sendable {
  private let queue: DatabaseQueue
  private let isReadOnly: Bool

  /// Raised with every change of what is stored or of how words and definitions are found; an index of another version
  /// is built anew.
  static let version = 8

  private static let tables = """
    CREATE TABLE documents
      (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, language TEXT NOT NULL, summary BLOB NOT NULL);
    CREATE TABLE outlines (number INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE sequences (number INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE segments (shelf TEXT PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE postings (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE history_postings (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE history (number INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE tips (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ancestors BLOB NOT NULL);
    CREATE TABLE roots (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, tree BLOB NOT NULL);
    CREATE TABLE snapshots (tree TEXT PRIMARY KEY, number INTEGER NOT NULL, data BLOB NOT NULL);
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """

  /// Opens the index at `path`, nil for one in memory. An empty or new file gets its tables.
  ///
  /// Throws ``CodeIndexError/damaged`` for what is no index of this version.
  init(path: String?, isReadOnly: Bool = false) throws(CodeIndexError) {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(20)
    configuration.foreignKeysEnabled = false
    self.isReadOnly = isReadOnly
    queue = try Self.translating {
      configuration.prepareDatabase { database in
        try database.execute(
          sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA cell_size_check = ON")
        // A reader asks hundreds of questions: its lock on the file is taken once, and pages are read where they lie.
        if isReadOnly { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA mmap_size = 1073741824") }
      }
      return try path.map { try DatabaseQueue(path: $0, configuration: configuration) }
        ?? DatabaseQueue(configuration: configuration)
    }
    let found = try access { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if found == Self.version { return }
    let isEmpty = try access { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") == 0 }
    guard found == 0, isEmpty, !isReadOnly else { throw .damaged }
    try transaction { database in
      try database.execute(sql: Self.tables + "PRAGMA user_version = \(Self.version)")
      for shelf in [Shelf.files, .history] { try Segment.store([], on: shelf, database) }
    }
  }

  /// Lets others write until the next reading: a reader's lock would keep them waiting as long as it is open.
  func release() throws(CodeIndexError) {
    guard isReadOnly else { return }
    try access { database in
      // The mode takes hold with the next reading (https://www.sqlite.org/pragma.html#pragma_locking_mode).
      try database.execute(sql: "PRAGMA locking_mode = NORMAL")
      _ = try Int.fetchOne(database, sql: "PRAGMA user_version")
    }
  }

  /// Runs `body` with the database, outside of a transaction.
  func access<Value>(_ body: (Database) throws -> Value) throws(CodeIndexError) -> Value {
    try Self.translating { try queue.inDatabase(body) }
  }

  /// Runs `body` so that all it writes is there afterwards, or nothing.
  func transaction(_ body: (Database) throws -> Void) throws(CodeIndexError) {
    try Self.translating {
      try queue.inTransaction(.immediate) { database in
        try body(database)
        return .commit
      }
    }
  }

  /// Runs `body` so that all it reads is of one moment.
  func reading<Value>(_ body: (Database) throws -> Value) throws(CodeIndexError) -> Value {
    try Self.translating {
      var value: Value?
      try queue.inTransaction(.deferred) { database in
        value = try body(database)
        return .commit
      }
      guard let value else { throw CodeIndexError.damaged }
      return value
    }
  }

  /// Runs `body`, and says of whatever it throws what that means for the index.
  static func translating<Value>(_ body: () throws -> Value) throws(CodeIndexError) -> Value {
    do {
      return try body()
    } catch let error as CodeIndexError {
      throw error
    } catch is ByteReader.Damage {
      throw .damaged
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
        throw .damaged
      default: throw .storage(code: error.extendedResultCode.rawValue, message: error.message ?? "")
      }
    } catch {
      throw .damaged
    }
  }
}
