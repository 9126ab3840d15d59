import Concurrency
import Git

/// Brings the index up to date with one tree: reads the blobs that it does not have, and stores the snapshot.
struct IndexUpdate {
  let index: CodeIndex
  let database: IndexDatabase
  let commit: ObjectID
  let tree: ObjectID

  /// So many documents are one thread's work at a time: many, so that words are cut up once; not all, so that all
  /// processors have work to the end.
  private static let partSizes = 32...512
  /// Postings of this size are written as a segment, so that memory stays bounded however many files there are.
  private static let segmentBytes = 24 << 20
  /// So many trees are remembered.
  private static let mostSnapshots = 12

  private struct Known {
    let number: Int
    let language: String
    let summary: DocumentSummary
  }

  func run(_ progress: (IndexProgress) -> Void) throws(CodeIndexError) {
    let entries = try CodeIndexError.git { () throws(GitError) in try index.repository.files(in: commit) }
      .filter { $0.kind == .file || $0.kind == .executable }
    let languages = entries.map { Language.named(by: $0.path) }
    let keys = zip(entries, languages).map { "\($0.id.hex) \($1.name)" }
    var known = try lookUp(keys)
    let missing = try missing(entries, languages, keys, known)
    if !missing.isEmpty {
      try read(missing, &known, progress)
      try mergeSegments()
    }
    let attributes = try attributes(entries)
    var classifier = PathClassifier()
    var files: [IndexedFile] = []
    files.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() {
      guard let found = known[keys[place]] else { throw .damaged }
      var traits = classifier.traits(of: entry.path, languages[place])
      if found.summary.isGenerated { traits.insert(.generated) }
      if !attributes.isEmpty { traits = attributes.applied(to: traits, of: entry.path) }
      files.append(
        IndexedFile(
          path: entry.path, document: found.number, language: found.language, traits: traits, summary: found.summary,
          isCode: Language.called(found.language).isCode))
    }
    try store(files)
  }

  private func lookUp(_ keys: [String]) throws(CodeIndexError) -> [String: Known] {
    try database.reading { database in
      var known: [String: Known] = [:]
      known.reserveCapacity(keys.count)
      func take(_ row: borrowing Query.Row) throws -> Bool {
        let (number, language, key) = (row.number(0), row.text(1), row.text(3))
        let name = RowName.document(number, key: key, language: language)
        var reader = try ByteReader(checked: row.bytes(2).bound(to: name))
        let summary = try DocumentSummary(from: &reader)
        // Where definitions can be had now, the file is read again.
        if summary.lacksDefinitions, index.ctags != nil { return true }
        known[key] = Known(number: number, language: language, summary: summary)
        return true
      }
      let all = "SELECT number, language, summary, key FROM documents"
      // Unless the index holds many other trees, reading all in their order is quicker than looking each up.
      if try Query(database, "SELECT count(*) FROM documents").number() ?? 0 <= 3 * keys.count {
        try Query(database, all).run([], take)
      } else {
        let query = try Query(database, all + " WHERE key = ?")
        for key in keys where known[key] == nil { try query.run([.text(key)], take) }
      }
      return known
    }
  }

  /// The documents to be read, each once, with the numbers that they will have.
  private func missing(
    _ entries: [TreeEntry], _ languages: [Language], _ keys: [String], _ known: [String: Known]
  ) throws(CodeIndexError) -> [IndexingPart.Document] {
    var next = try database.access { database in
      let last = try Query(database, "SELECT max(number) FROM documents").number() ?? 0
      // A number must not be given twice, whatever rows are lost.
      let others = try ["outlines", "sequences"].map {
        try Query(database, "SELECT max(number) FROM \($0)").number() ?? 0
      }
      guard others.allSatisfy({ $0 == last }), 0..<(1 << 31) ~= last else { throw ByteReader.Damage() }
      return last
    }
    var seen: Set<String> = []
    var documents: [IndexingPart.Document] = []
    for (place, key) in keys.enumerated() where known[key] == nil && seen.insert(key).inserted {
      next += 1
      documents.append(
        IndexingPart.Document(number: next, key: key, blob: entries[place].id, language: languages[place]))
    }
    return documents
  }

  private func read(
    _ documents: [IndexingPart.Document], _ known: inout [String: Known], _ progress: (IndexProgress) -> Void
  ) throws(CodeIndexError) {
    let size = min(max(documents.count / 16, Self.partSizes.lowerBound), Self.partSizes.upperBound)
    let parts = stride(from: 0, to: documents.count, by: size).map { start in
      IndexingPart(
        documents: Array(documents[start..<min(documents.count, start + size)]),
        location: index.repository.location, environment: index.environment, ctags: index.ctags)
    }
    var writer = SegmentWriter()
    var waiting: [IndexingPart.IndexedDocument] = []
    var done = 0
    progress(.files(done: 0, of: documents.count))
    let take: (IndexingPart.Outcome) throws(CodeIndexError) -> Void = { (outcome) throws(CodeIndexError) in
      if let failure = outcome.failure { throw .git(failure) }
      for document in outcome.documents {
        known[document.key] = Known(number: document.number, language: document.language, summary: document.summary)
      }
      writer.add(outcome.runs)
      waiting += outcome.documents
      done += outcome.documents.count
      progress(.files(done: done, of: documents.count))
      if writer.bytes > Self.segmentBytes { try write(&writer, &waiting) }
    }
    try concurrently(parts: parts, { $0.read() }, take: take)
    try write(&writer, &waiting)
  }

  /// A segment and its documents, all or nothing.
  private func write(
    _ writer: inout SegmentWriter, _ documents: inout [IndexingPart.IndexedDocument]
  ) throws(CodeIndexError) {
    try database.transaction { database in
      let remove = try Query(database, "DELETE FROM documents WHERE key = ?")
      let insert = try Query(database, "INSERT INTO documents (number, key, language, summary) VALUES (?, ?, ?, ?)")
      let outline = try Query(database, "INSERT OR REPLACE INTO outlines (number, data) VALUES (?, ?)")
      let sequence = try Query(database, "INSERT OR REPLACE INTO sequences (number, data) VALUES (?, ?)")
      for document in documents {
        var summary = ByteWriter()
        document.summary.write(to: &summary)
        try remove.run([.text(document.key)])
        let number = document.number
        let name = RowName.document(number, key: document.key, language: document.language)
        try insert.run([
          .number(number), .text(document.key), .text(document.language), .bytes(summary.checked.bound(to: name)),
        ])
        try outline.run([.number(number), .bytes(document.outline.bound(to: .outline(number)))])
        try sequence.run([.number(number), .bytes(document.sequence.bound(to: .sequence(number)))])
      }
      try writer.write(.files, to: database)
    }
    documents = []
  }

  private func mergeSegments() throws(CodeIndexError) {
    let merged = SegmentMerge.candidates(among: try database.access { try Segment.all(.files, $0) })
    guard !merged.isEmpty else { return }
    try database.transaction { try SegmentMerge.run(merged, $0) }
  }

  private func attributes(_ entries: [TreeEntry]) throws(CodeIndexError) -> GitAttributes {
    var attributes = GitAttributes()
    let name = ".gitattributes"
    let files = entries.filter { $0.path == name || $0.path.hasSuffix("/" + name) }
      .sorted { $0.path.utf8.count < $1.path.utf8.count }
    for file in files.prefix(100) {
      let bytes = (try? index.repository.blob(file.id, limit: 1 << 18)) ?? []
      attributes.read(bytes, folder: String(file.path.dropLast(name.count)))
    }
    return attributes
  }

  private func store(_ files: [IndexedFile]) throws(CodeIndexError) {
    try database.transaction { database in
      let last = try Query(database, "SELECT max(number) FROM snapshots").number() ?? 0
      guard 0..<(1 << 40) ~= last else { throw ByteReader.Damage() }
      let number = last + 1
      let data = StoredSnapshot(files: files).bytes.bound(to: .snapshot(tree.hex))
      try Query(database, "INSERT OR REPLACE INTO snapshots (tree, number, data) VALUES (?, ?, ?)")
        .run([.text(tree.hex), .number(number), .bytes(data)])
      try Query(database, "DELETE FROM snapshots WHERE number <= ?").run([.number(number - Self.mostSnapshots)])
    }
  }
}
