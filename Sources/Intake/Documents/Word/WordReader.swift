import Archive
import PlanModel

/// Word files: Office Open XML (ISO/IEC 29500), transitional and strict.
///
/// A paragraph or item is cut into sentences; a heading and a row of short cells are one statement each. A comment is a
/// turn of whoever made it, below the paragraph that it is about; notes stand below the body, and headers and footers
/// behind everything, once each. Deleted words are not read: whoever deleted them did not want to say them.
struct WordReader: FileReader {
  static let format = SourceFormat.docx
  static let decodesItself = true

  private var document = DocumentText()
  private var styles = WordStyles()
  /// Those whose mark has not come yet, by their ids.
  private var comments: [String: WordStory] = [:]
  private var seenFrames: Set<[UInt8]> = []

  /// By its parts; a damaged archive that calls itself a Word file is told to be one.
  static func recognises(_ sample: FormatSample) -> Bool {
    guard ZipArchive.isArchive(sample.raw) else { return false }
    do throws(ArchiveError) {
      return try WordPackage.isWord(sample.raw)
    } catch {
      return ["docx", "docm", "dotx", "dotm"].contains(sample.fileExtension)
    }
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    var package = try WordPackage(bytes)
    var reader = WordReader()
    try reader.read(&package)
    return try DocumentWriter.manuscript(of: WordTranscript.resolved(reader.document))
  }

  private mutating func read(_ package: inout WordPackage) throws(IntakeError) {
    let body = try WordStoryReader.stories(of: try package.mainPart())
    if let part = try package.parts("styles").first { styles = try WordStyles(part) }
    let notes = try Self.stories("footnotes", of: &package) + Self.stories("endnotes", of: &package)
    let remarks = try Self.stories("comments", of: &package)
    comments = Dictionary(remarks.map { ($0.id, $0) }) { first, _ in first }
    for paragraph in body.flatMap(\.paragraphs) { add(paragraph) }
    for paragraph in notes.filter({ $0.type == nil || $0.type == "normal" }).flatMap(\.paragraphs) { add(paragraph) }
    for remark in remarks where comments[remark.id] != nil { add(remark) }
    let frames = try Self.stories("header", of: &package) + Self.stories("footer", of: &package)
    for paragraph in frames.flatMap(\.paragraphs) { add(frame: paragraph) }
    if let part = try package.coreProperties() { try read(properties: part) }
  }

  private static func stories(
    _ kind: String, of package: inout WordPackage
  ) throws(IntakeError) -> [WordStory] {
    var stories: [WordStory] = []
    for part in try package.parts(kind) { stories += try WordStoryReader.stories(of: part) }
    return stories
  }

  // MARK: blocks

  private mutating func add(_ paragraph: WordParagraph) {
    var block = DocumentBlock(words: paragraph.words, isNested: paragraph.isItem || paragraph.isCell)
    let purpose = styles.purpose(of: paragraph.style)
    switch purpose {
    case .title, .heading, .code: block.form = .whole
    case .contents: (block.form, block.chatter) = (.whole, .repetition)
    case nil: if paragraph.isHeading || paragraph.isRow { block.form = .whole }
    }
    if purpose == .title, document.title.isEmpty { document.title = WhiteSpace.folded(block.words[...]).string }
    document.blocks.append(block)
    for id in paragraph.comments {
      if let remark = comments.removeValue(forKey: id) { add(remark) }
    }
  }

  private mutating func add(_ remark: WordStory) {
    comments[remark.id] = nil
    let voice = Voice(name: CoreProperties.person(remark.author), time: remark.date)
    for paragraph in remark.paragraphs { document.blocks.append(DocumentBlock(words: paragraph.words, voice: voice)) }
  }

  /// A line above or below the page, which most parts of a document share.
  private mutating func add(frame paragraph: WordParagraph) {
    guard seenFrames.insert(WhiteSpace.folded(paragraph.words[...])).inserted else { return }
    document.blocks.append(DocumentBlock(words: paragraph.words, form: .whole, chatter: .footer))
  }

  // MARK: properties

  private mutating func read(properties part: [UInt8]) throws(IntakeError) {
    let properties = try CoreProperties(part)
    document.author = properties.creator
    document.received = properties.created
    if document.title.isEmpty { document.title = properties.title }
    if document.title.isEmpty {
      let heading = document.blocks.first { block in
        if case .whole = block.form { return block.chatter == nil && !block.isNested } else { return false }
      }
      document.title = heading.map { WhiteSpace.folded($0.words[...]).string } ?? ""
    }
  }
}
