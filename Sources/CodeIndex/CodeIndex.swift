import Concurrency
import FileSystem
package import Git

/// What a repository's files define, say and mention, kept by blob: so that a commit that was never seen costs only what is
/// new in it. All of it can be made again from git's objects.
///
/// One process at a time builds; others wait for it and find what it built. What is damaged, or was written by another
/// version, is thrown away and built anew. Where nothing can be written, the index lives in memory for the time of the
/// process.
package final class CodeIndex {
  package let repository: Repository
  let environment: [String: String]
  /// Looked for only when something is to be read: finding out costs a process.
  private(set) lazy var ctags = Ctags(environment: environment)
  private let directory: String
  private var opened: (database: IndexDatabase, isStored: Bool)?
  /// Those that were opened for reading, and may still be read in.
  private var readers: [Weak] = []

  private struct Weak {
    weak var database: IndexDatabase?
  }

  /// How long one process waits for another one that is building.
  private static let patience = Duration.seconds(900)

  /// - Parameter directory: where the index lies, `handoff` in git's common folder.
  package init(_ repository: Repository, directory: String, environment: [String: String]) {
    self.repository = repository
    self.directory = directory
    self.environment = environment
  }

  /// The file of the index.
  package var path: String { directory + "/index.sqlite" }
  package var ctagsVersion: String? { ctags?.version }

  /// Brings the index up to date with a commit, and reads in it.
  ///
  /// What turns out to be damaged only while `body` reads is built anew too, and `body` is called again.
  ///
  /// - Parameter withHistory: whether ``Snapshot/history`` is needed too.
  package func read<Value>(
    _ commit: ObjectID, withHistory: Bool = false, progress: (IndexProgress) -> Void = { _ in },
    _ body: (Snapshot) throws(CodeIndexError) -> Value
  ) throws(CodeIndexError) -> Value {
    do {
      return try body(snapshot(of: commit, withHistory, progress))
    } catch .damaged {
      try discard()
      return try body(snapshot(of: commit, withHistory, progress))
    }
  }

  /// What is stored of a commit, with its history where that is stored too; nil where nothing is. Nothing is built.
  package func stored(_ commit: ObjectID, withHistory: Bool = false) throws(CodeIndexError) -> Snapshot? {
    do throws(CodeIndexError) {
      guard let database = try openedForReading() else { return nil }
      return try stored(try tree(of: commit, in: database), withHistory ? commit : nil, in: database)
    } catch .damaged {
      return nil
    }
  }

  /// How many bytes the index takes; 0 where there is none.
  package var size: Int { (try? FileSystem.status(of: path))?.size ?? 0 }

  /// Throws the index away; the next reading builds it anew.
  package func discard() throws(CodeIndexError) {
    opened = nil
    do {
      let lock = try FileLock("index.lock", in: directory, patience: Self.patience)
      defer { lock.release() }
      try removeFiles()
    } catch {
      switch error {
      // What cannot be replaced is left aside.
      case .permission, .readOnlyFileSystem, .noSpace: opened = (try IndexDatabase(path: nil), false)
      default: throw .file(error)
      }
    }
  }

  private func removeFiles() throws(FileError) {
    for suffix in ["", "-journal", "-wal", "-shm"] { try FileSystem.removeFile(path + suffix) }
  }

  private func snapshot(
    of commit: ObjectID, _ withHistory: Bool, _ progress: (IndexProgress) -> Void
  ) throws(CodeIndexError) -> Snapshot {
    let database = try openedForReading()
    let tree = try tree(of: commit, in: database)
    if let database, let found = try stored(tree, withHistory ? commit : nil, in: database),
      !withHistory || found.hasPast
    {
      return found
    }
    // Whoever builds could not write while this process waits for it with a lock of its own on the file.
    releaseReaders()
    guard let lock = try self.lock(progress) else { return try built(commit, tree, withHistory, progress) }
    defer { lock.release() }
    return try built(commit, tree, withHistory, progress)
  }

  /// The lock of whoever builds; nil where nothing can be written.
  private func lock(_ progress: (IndexProgress) -> Void) throws(CodeIndexError) -> FileLock? {
    if let opened, !opened.isStored { return nil }
    do {
      return try FileLock("index.lock", in: directory, patience: .zero)
    } catch .locked(_, let holder) {
      progress(.waiting(process: holder))
    } catch {
      return nil
    }
    do {
      return try FileLock("index.lock", in: directory, patience: Self.patience)
    } catch {
      throw .file(error)
    }
  }

  private func built(
    _ commit: ObjectID, _ tree: ObjectID, _ withHistory: Bool, _ progress: (IndexProgress) -> Void
  ) throws(CodeIndexError) -> Snapshot {
    let database = try openedForWriting()
    var found = try stored(tree, nil, in: database)
    if found == nil {
      try IndexUpdate(index: self, database: database, commit: commit, tree: tree).run(progress)
      found = try stored(tree, nil, in: database)
    }
    guard let found else { throw .damaged }
    try database.transaction { try Root.store(commit, tree, $0) }
    guard withHistory else { return found }
    if try !Self.hasPast(commit, in: database) {
      try HistoryUpdate(index: self, database: database, tip: commit).run(progress)
    }
    return Snapshot(found, Self.past(of: commit, in: database))
  }

  private static func hasPast(_ commit: ObjectID, in database: IndexDatabase) throws(CodeIndexError) -> Bool {
    try database.access { try Query($0, "SELECT 1 FROM tips WHERE id = ?").number([.text(commit.hex)]) != nil }
  }

  /// Tens of thousands of commits take longer than all files: they are read while others look into these.
  private static func past(of commit: ObjectID, in database: IndexDatabase) -> Snapshot.Past {
    Meanwhile { Result { () throws(CodeIndexError) in try history(of: commit, in: database) } }
  }

  private static func history(of commit: ObjectID, in database: IndexDatabase) throws(CodeIndexError) -> History? {
    let stored = try database.reading { stored -> (ancestors: [UInt8], chunks: [[UInt8]])? in
      guard let data = try Query(stored, "SELECT ancestors FROM tips WHERE id = ?").bytes([.text(commit.hex)]) else {
        return nil
      }
      return (data, try StoredHistory.chunks(stored))
    }
    guard let stored else { return nil }
    // Others ask the database meanwhile.
    return try IndexDatabase.translating {
      let ancestors = try NumberSet(stored: stored.ancestors.bound(to: .tip(commit.hex)))
      return try History(HistoryColumns(stored: stored.chunks), ancestors, database)
    }
  }

  /// The tree of a commit, from what is stored where it is: opening the objects of git costs more than a question.
  private func tree(of commit: ObjectID, in database: IndexDatabase?) throws(CodeIndexError) -> ObjectID {
    if let database, let tree = try database.access({ try Root.tree(of: commit, $0) }) { return tree }
    return try CodeIndexError.git { () throws(GitError) in try repository.commit(commit).tree }
  }

  /// The snapshot, unless it lacks definitions that could be had now; with the past of `commit`, where that is stored too.
  private func stored(
    _ tree: ObjectID, _ commit: ObjectID?, in database: IndexDatabase
  ) throws(CodeIndexError) -> Snapshot? {
    let data = try database.access {
      try Query($0, "SELECT data FROM snapshots WHERE tree = ?").bytes([.text(tree.hex)])
    }
    guard let data else { return nil }
    let past = try commit.flatMap { (commit) throws(CodeIndexError) in
      try Self.hasPast(commit, in: database) ? Self.past(of: commit, in: database) : nil
    }
    let snapshot: Snapshot
    do {
      let files = try StoredSnapshot(stored: data.bound(to: .snapshot(tree.hex))).files
      let source = TextSource(location: repository.location, environment: environment)
      snapshot = Snapshot(files, database, source, isStored: opened?.isStored ?? true)
    } catch {
      throw .damaged
    }
    if snapshot.files.contains(where: \.summary.lacksDefinitions), ctags != nil { return nil }
    return Snapshot(snapshot, past)
  }

  // MARK: The file

  private func openedForReading() throws(CodeIndexError) -> IndexDatabase? {
    if let opened { return opened.database }
    guard FileSystem.exists(path) else { return nil }
    do throws(CodeIndexError) {
      let database = try IndexDatabase(path: path, isReadOnly: true)
      readers.append(Weak(database: database))
      return database
    } catch {
      // Whoever writes finds out what is wrong.
      return nil
    }
  }

  private func releaseReaders() {
    for reader in readers { try? reader.database?.release() }
    readers = []
  }

  /// Under the lock, or in memory.
  private func openedForWriting() throws(CodeIndexError) -> IndexDatabase {
    if let opened { return opened.database }
    releaseReaders()
    var database: IndexDatabase?
    do throws(CodeIndexError) {
      database = try IndexDatabase(path: path)
    } catch .damaged {
      do {
        try removeFiles()
        database = try? IndexDatabase(path: path)
      } catch {
        database = nil
      }
    } catch {
      database = nil
    }
    if let database, isWritable(database) {
      opened = (database, true)
      return database
    }
    let memory = try IndexDatabase(path: nil)
    opened = (memory, false)
    return memory
  }

  private func isWritable(_ database: IndexDatabase) -> Bool {
    do {
      try database.transaction { try Query($0, "DELETE FROM settings WHERE name = ''").run() }
      return true
    } catch {
      return false
    }
  }
}

/// How far a build has come.
package enum IndexProgress: Hashable, Sendable {
  /// Another process is building; its id where it is known.
  case waiting(process: Int32?)
  /// So many of the files that are new have been read.
  case files(done: Int, of: Int)
  case history(done: Int, of: Int)
}
