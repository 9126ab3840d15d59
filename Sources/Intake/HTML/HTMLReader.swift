import PlanModel

/// A page of HTML: an article, a saved page, a ticket that somebody exported.
///
/// Headings, code and rows of short cells are a statement each, paragraphs and items are cut into sentences. Menus,
/// banners, side notes, footers and buttons need no carrying. The title is the first statement, and where the page begins
/// with it once more, it is the repetition.
struct HTMLReader: FileReader {
  static let format = SourceFormat.html
  static let decodesItself = true

  static func recognises(_ sample: FormatSample) -> Bool {
    let start = opening(of: sample.head[...])
    if ["<!doctype html", "<html", "<head", "<body"].contains(where: start.startsIgnoringCase) { return true }
    guard ["html", "htm", "xhtml"].contains(sample.fileExtension) else { return false }
    var scanner = HTMLScanner(sample.head[...])
    while let token = scanner.next() {
      if case .tag(let tag) = token, !tag.name.isEmpty { return true }
    }
    return false
  }

  /// Behind white space, comments and an XML declaration.
  private static func opening(of head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = head
    while true {
      rest = rest.drop(while: \.isWhite)
      let isComment = rest.starts(with: "<!--".utf8)
      guard isComment || rest.starts(with: "<?".utf8) else { return rest }
      var scanner = HTMLScanner(rest)
      guard case .tag(let tag)? = scanner.next() else { return rest }
      rest = rest.dropFirst(tag.source.count)
    }
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    if let offset = TextSniffer.firstForeignByte(in: bytes) { throw .notText(offset: offset) }
    let hasMark = UTF16Order(bytes[...]) != nil || bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let label = hasMark ? nil : HTMLText.declaredCharacterSet(in: bytes[...])
    if label == nil, let offset = Encoding.firstImplausible(in: bytes) { throw .unknownEncoding(offset: offset) }
    let html = CharacterSet(label).decode(bytes[...])
    return try DocumentWriter.manuscript(of: HTMLBlockReader.document(of: html[...]))
  }
}
