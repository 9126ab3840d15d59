import Git
import Synchronization

/// Reads the texts of a snapshot's files from git's objects: by the ids that are kept, without a look into trees.
///
/// Several threads may read at once. Each needs the objects opened for itself; who comes later takes what is free again.
package final class FileTexts: Sendable {
  private let database: IndexDatabase
  private let source: TextSource
  private let free = Mutex<[Opened]>([])

  private final class Opened: Sendable {
    let repository: Mutex<Repository>

    init(_ source: TextSource) {
      repository = Mutex(Repository(source.location, environment: source.environment))
    }
  }

  init(_ database: IndexDatabase, _ source: TextSource) {
    self.database = database
    self.source = source
  }

  /// Opens the objects, so that the first text does not wait for it. What is wrong with them is told by whoever reads.
  package func open() {
    try? reading { (repository) throws(GitError) in try repository.checkReadable() }
  }

  /// What is kept of several files, and where their texts are; read in one go and not yet looked into.
  package func kept(of files: [IndexedFile]) throws(CodeIndexError) -> [KeptText] {
    try database.access { database in
      let documents = try Query(database, "SELECT key, language, summary FROM documents WHERE number = ?")
      let outlines = try Query(database, "SELECT data FROM outlines WHERE number = ?")
      return try files.map { file in
        let number = file.document
        var blob: ObjectID?
        try documents.run([.number(number)]) {
          let (key, language) = ($0.text(0), $0.text(1))
          _ = try ByteReader(checked: $0.bytes(2).bound(to: .document(number, key: key, language: language)))
          blob = ObjectID(key.prefix { $0 != " " })
          return false
        }
        guard let blob, let outline = try outlines.bytes([.number(number)]) else { throw ByteReader.Damage() }
        return KeptText(document: number, wasRead: file.summary.state == .read, blob: blob, stored: outline)
      }
    }
  }

  /// The bytes of a file; nil for one that is too large to be read.
  package func bytes(of text: KeptText) throws(CodeIndexError) -> [UInt8]? {
    do throws(GitError) {
      return try reading { (repository) throws(GitError) in
        try repository.blob(text.blob, limit: text.wasRead ? nil : FileReading.largest)
      }
    } catch .objectTooLarge {
      return nil
    } catch {
      throw .git(error)
    }
  }

  private func reading<Value: Sendable>(
    _ body: (Repository) throws(GitError) -> Value
  ) throws(GitError) -> Value {
    let opened = free.withLock { $0.popLast() } ?? Opened(source)
    defer { free.withLock { $0.append(opened) } }
    return try opened.repository.withLock { (repository) throws(GitError) in try body(repository) }
  }
}

/// Whose objects hold the texts.
struct TextSource: Sendable {
  let location: RepositoryLocation
  let environment: [String: String]
}

/// What is kept of one file, as it is stored, and where its text is.
package struct KeptText: Sendable {
  fileprivate let document: Int
  /// Whether the index has read it, and so found that it is not too large.
  fileprivate let wasRead: Bool
  fileprivate let blob: ObjectID
  fileprivate let stored: [UInt8]

  /// What the file defines and brings in.
  package func outline() throws(CodeIndexError) -> Outline {
    do {
      return try Outline(stored: stored.bound(to: .outline(document)))
    } catch {
      throw .damaged
    }
  }
}
