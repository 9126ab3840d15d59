import CodeIndex

/// The text of a file, with what everybody asks of it: read beside others, on whatever thread.
struct SourceText: Sendable {
  let bytes: [UInt8]
  /// Where each line begins.
  let lineStarts: [Int]
  let imports: (bindings: [ImportBinding], lines: Set<Int>)
  /// All words in order; nil where they were not cut.
  private(set) var words: [CodeWord]?

  /// - Parameter isCut: whether it will be asked for words, and not for what it brings in alone.
  init(_ bytes: [UInt8], _ language: String, _ imports: [ImportedModule], _ reader: CodeReader, isCut: Bool) {
    let family = CodeFamily(language)
    self.bytes = bytes
    lineStarts = Self.lineStarts(bytes)
    words = isCut || ImportStatements.needsWords(family) ? reader.words(of: bytes, language: language) : nil
    self.imports = ImportStatements.read(bytes, family, imports, lineStarts, words ?? [])
  }

  private init() { (bytes, lineStarts, imports, words) = ([], [], ([], []), []) }

  /// For files of which only the shape is asked for.
  static let none = SourceText()

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32)
    for at in bytes.indices where bytes[at] == 0x0a { starts.append(at + 1) }
    return starts
  }
}
