import Git

/// Reads the texts of a snapshot's files from git's objects: by the ids that are kept, without a look into trees.
///
/// Not `Sendable`: one thread at a time, each with one of its own.
package final class FileTexts {
  private let database: IndexDatabase
  private let repository: Repository

  init(_ database: IndexDatabase, _ source: TextSource) {
    self.database = database
    repository = Repository(source.location, environment: source.environment)
  }

  /// The bytes of a file; nil for one that is too large to be read.
  package func bytes(of file: IndexedFile) throws(CodeIndexError) -> [UInt8]? {
    let blob = try blob(of: file.document)
    do throws(GitError) {
      return try repository.blob(blob, limit: FileReading.largest)
    } catch .objectTooLarge {
      return nil
    } catch {
      throw .git(error)
    }
  }

  private func blob(of document: Int) throws(CodeIndexError) -> ObjectID {
    try database.access { database in
      var blob: ObjectID?
      try Query(database, "SELECT key, language, summary FROM documents WHERE number = ?").run([.number(document)]) {
        let (key, language) = ($0.text(0), $0.text(1))
        _ = try ByteReader(checked: $0.bytes(2).bound(to: .document(document, key: key, language: language)))
        blob = ObjectID(key.prefix { $0 != " " })
        return false
      }
      guard let blob else { throw ByteReader.Damage() }
      return blob
    }
  }
}

/// Whose objects hold the texts.
struct TextSource: Sendable {
  let location: RepositoryLocation
  let environment: [String: String]
}
