/// A file of a snapshot, with what is kept of it as a whole.
package struct IndexedFile: Hashable, Sendable {
  package let path: String
  /// By which postings name it.
  package let document: Int
  /// As ``Language`` calls it.
  package let language: String
  package let traits: FileTraits
  package let summary: DocumentSummary

  /// Whether it was read and is code, and not text, data or settings.
  package let isCode: Bool

  /// - Parameter isCode: whether its language is one of code.
  init(
    path: String, document: Int, language: String, traits: FileTraits, summary: DocumentSummary, isCode: Bool
  ) {
    self.path = path
    self.document = document
    self.language = language
    self.traits = traits
    self.summary = summary
    self.isCode = isCode && summary.state == .read
  }
}

/// All files of one tree, as they are stored.
struct StoredSnapshot {
  var files: [IndexedFile]

  var bytes: [UInt8] {
    var writer = ByteWriter()
    let languages = Set(files.map(\.language)).sorted()
    let places = Dictionary(uniqueKeysWithValues: languages.enumerated().map { ($1, $0) })
    writer.number(languages.count)
    for language in languages { writer.text(language) }
    writer.number(files.count)
    var previous: [UInt8] = []
    for file in files {
      let path = Array(file.path.utf8)
      let shared = zip(path, previous).prefix { $0 == $1 }.count
      writer.number(shared)
      writer.number(path.count - shared)
      writer.raw(path[shared...])
      previous = path
      writer.number(file.document)
      writer.number(places[file.language] ?? 0)
      writer.number(Int(file.traits.rawValue))
      file.summary.write(to: &writer)
    }
    return writer.checked
  }

  init(files: [IndexedFile]) { self.files = files }

  init(stored bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = try ByteReader(checked: bytes)
    var languages: [String] = []
    for _ in 0..<(try reader.count()) { languages.append(try reader.text()) }
    let areCode = languages.map { Language.called($0).isCode }
    files = []
    let count = try reader.count()
    files.reserveCapacity(count)
    var path: [UInt8] = []
    for _ in 0..<count {
      let shared = try reader.number()
      guard shared >= 0, shared <= path.count else { throw ByteReader.Damage() }
      path.removeLast(path.count - shared)
      path.append(contentsOf: try reader.raw(try reader.number()))
      let document = try reader.number()
      let language = try reader.number()
      guard languages.indices.contains(language) else { throw ByteReader.Damage() }
      let traits = FileTraits(rawValue: UInt8(truncatingIfNeeded: try reader.number()))
      files.append(
        IndexedFile(
          path: String(decoding: path, as: UTF8.self), document: document, language: languages[language],
          traits: traits, summary: try DocumentSummary(from: &reader), isCode: areCode[language]))
    }
  }
}
