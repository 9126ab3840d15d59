/// HTML to the text that a person sees: a line for each line, `> ` before what is quoted.
///
/// One pass; no tree is built, so nesting costs nothing.
struct HTMLText {
  private var scanner: HTMLScanner
  private var output: [UInt8] = []
  private var quoting = 0
  private var preformatted = 0
  /// A word has been written on the current line.
  private var hasWords = false
  private var owesSpace = false
  /// Line ends that are due before the next word: 2 leave a blank line.
  private var owedLines = 0

  private init(_ html: ArraySlice<UInt8>) {
    scanner = HTMLScanner(html)
  }

  /// The text of decoded HTML; entities resolved, scripts, styles and comments left out.
  static func text(of html: ArraySlice<UInt8>) -> [UInt8] {
    var reader = HTMLText(html)
    reader.output.reserveCapacity(html.count / 2)
    while let token = reader.scanner.next() { reader.take(token) }
    return reader.output
  }

  /// The name in `<meta charset=…>` or its older form, when the document says so in its first 2,048 bytes.
  static func declaredCharacterSet(in html: ArraySlice<UInt8>) -> String? {
    let head = html.prefix(2_048).map(\.lowered)
    let key = Array("charset=".utf8)
    guard let start = head.indices.first(where: { head[$0...].starts(with: key) }) else { return nil }
    let value = head[(start + key.count)...].drop { $0 == ASCII.quote || $0 == ASCII.apostrophe }
    return value.prefix { $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore }.string
  }

  private mutating func take(_ token: HTMLScanner.Token) {
    switch token {
    case .text(let text): for byte in text { write(byte) }
    case .character(let text): for byte in text { write(byte) }
    case .tag(let tag): act(on: tag)
    }
  }

  // MARK: writing

  private mutating func write(_ byte: UInt8) {
    if byte == ASCII.newline && preformatted > 0 {
      breakLine()
    } else if byte.isWhite {
      if preformatted > 0 && hasWords { output.append(ASCII.space) } else { owesSpace = true }
    } else {
      startWord()
      output.append(byte)
    }
  }

  private mutating func startWord() {
    if owedLines > 0 && !output.isEmpty {
      output.append(contentsOf: repeatElement(ASCII.newline, count: owedLines))
      hasWords = false
    }
    owedLines = 0
    if !hasWords {
      output.append(contentsOf: repeatElement(ASCII.greater, count: min(quoting, 32)))
      if quoting > 0 { output.append(ASCII.space) }
    } else if owesSpace {
      output.append(ASCII.space)
    }
    (hasWords, owesSpace) = (true, false)
  }

  private mutating func endLine(blank: Bool = false) {
    owedLines = max(owedLines, blank ? 2 : 1)
    owesSpace = false
  }

  /// A line break that was asked for: two of them leave a blank line.
  private mutating func breakLine() {
    owedLines = min(owedLines + 1, 2)
    owesSpace = false
  }

  // MARK: tags

  private mutating func act(on tag: HTMLTag) {
    if let hidden = HiddenElement(tag) { return scanner.skip(hidden) }
    switch tag.name {
    case "script", "style", "title", "template", "noscript":
      if !tag.isEnd { scanner.skip(to: tag.name) }
    case "br": breakLine()
    case "blockquote":
      endLine(blank: true)
      quoting = tag.isEnd ? max(0, quoting - 1) : quoting + 1
    case "pre":
      endLine(blank: true)
      preformatted = tag.isEnd ? max(0, preformatted - 1) : preformatted + 1
    case "li":
      endLine()
      if !tag.isEnd { writeBullet() }
    case "td", "th": owesSpace = true
    case _ where HTMLTag.paragraphs.contains(tag.name): endLine(blank: true)
    case _ where HTMLTag.blocks.contains(tag.name): endLine()
    default: break
    }
  }

  private mutating func writeBullet() {
    write(ASCII.hyphen)
    owesSpace = true
  }
}
