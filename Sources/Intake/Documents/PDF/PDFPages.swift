/// The pages of a PDF as lines of text, and the paragraphs that they make.
struct PDFPages {
  /// The lines of each page without white space at their ends; a blank line parts paragraphs.
  private let pages: [[ArraySlice<UInt8>]]
  private let frames: PageFrames
  private let width: LineWidth
  private var result: [DocumentBlock] = []
  /// The last block of the body, on which the next page may go on.
  private var last: Int?

  /// `text` has a form feed behind each page.
  init(_ text: [UInt8]) {
    let formFeed: UInt8 = 0x0C
    pages = text.split(separator: formFeed).map { page in
      TextDecoder.normalised(page).split(separator: ASCII.newline, omittingEmptySubsequences: false).map(\.trimmed)
    }
    frames = PageFrames(pages)
    width = LineWidth(pages)
  }

  func blocks() -> [DocumentBlock] {
    var pages = self
    for number in self.pages.indices { pages.add(page: number) }
    return pages.result
  }

  private mutating func add(page number: Int) {
    let lines = pages[number]
    let body = frames.body(of: lines)
    add(frames: lines[..<body.lowerBound])
    var isFirst = true
    for run in lines[body].split(whereSeparator: \.isEmpty) {
      for paragraph in width.paragraphs(of: run) {
        if PageNumber.isNamed(paragraph[...]) {
          add(frames: [paragraph[...]])
          continue
        }
        if isFirst, let last, Self.goesOn(result[last].words, paragraph) {
          result[last].words += [ASCII.newline] + paragraph
        } else {
          last = result.count
          result.append(DocumentBlock(words: paragraph))
        }
        isFirst = false
      }
    }
    add(frames: lines[body.upperBound...])
  }

  private mutating func add(frames lines: ArraySlice<ArraySlice<UInt8>>) {
    for line in lines where !line.isEmpty {
      result.append(DocumentBlock(words: Array(line), form: .whole, chatter: .footer))
    }
  }

  /// Whether a sentence that a page leaves open goes on with a small letter on the next one.
  private static func goesOn(_ words: [UInt8], _ next: [UInt8]) -> Bool {
    guard let end = words.last, let first = next.first else { return false }
    let isOpen = end.isWord || end == ASCII.comma || end == ASCII.hyphen || end == ASCII.semicolon
    return isOpen && first.isLower && ListMarker.layoutLength(of: next[...]) == nil
  }
}
