/// HTML to the text that a person sees: a line for each line, `> ` before what is quoted.
///
/// One pass; no tree is built, so nesting costs nothing.
struct HTMLText {
  private let html: ArraySlice<UInt8>
  private var index: Int
  private var output: [UInt8] = []
  private var quoting = 0
  private var preformatted = 0
  /// A word has been written on the current line.
  private var hasWords = false
  private var owesSpace = false
  /// Line ends that are due before the next word: 2 leave a blank line.
  private var owedLines = 0
  /// Attribute quotation marks do not pair up in this document, so they are not heeded.
  private var ignoresQuotes = false
  /// Elements and comments that were looked for to the end of the document and are not closed.
  private var unclosed: Set<String> = []

  private init(_ html: ArraySlice<UInt8>) {
    self.html = html
    index = html.startIndex
  }

  /// The text of decoded HTML; entities resolved, scripts, styles and comments left out.
  static func text(of html: ArraySlice<UInt8>) -> [UInt8] {
    var reader = HTMLText(html)
    reader.output.reserveCapacity(html.count / 2)
    while reader.index < html.endIndex { reader.step() }
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

  private mutating func step() {
    let byte = html[index]
    if byte == ASCII.less, let tag = tag() {
      act(on: tag)
    } else if byte == ASCII.ampersand {
      let entity = Entity.read(at: index, in: html)
      write(entity.text)
      index = entity.end
    } else {
      write(byte)
      index += 1
    }
  }

  // MARK: writing

  private mutating func write(_ text: [UInt8]) {
    for byte in text { write(byte) }
  }

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
    switch tag.name {
    case "script", "style", "title", "template", "noscript":
      if !tag.isEnd { skip(to: tag.name) }
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
    write([ASCII.hyphen])
    owesSpace = true
  }

  /// Passes over what a script or a style sheet holds; one that is not closed is read, as it may be the whole message.
  private mutating func skip(to name: String) {
    guard !unclosed.contains(name) else { return }
    var place = index
    while let next = html[place...].firstIndex(of: ASCII.less) {
      if html[next...].startsIgnoringCase("</" + name) {
        index = end(ofTag: html[next...])
        return
      }
      place = next + 1
    }
    unclosed.insert(name)
  }

  /// The tag or comment at the index, which moves behind it; nil for a `<` that is only a `<`.
  private mutating func tag() -> HTMLTag? {
    let rest = html[index...]
    if rest.starts(with: "<!--".utf8) {
      index = end(ofComment: rest)
      return HTMLTag(name: "", isEnd: false)
    }
    guard let tag = HTMLTag(rest) else { return nil }
    index = end(ofTag: rest)
    return tag
  }

  /// Behind `-->`; a comment that is not closed ends at the next `>`.
  private mutating func end(ofComment rest: ArraySlice<UInt8>) -> Int {
    var place = rest.startIndex + 4
    while !unclosed.contains("!--"), let next = html[place...].firstIndex(of: ASCII.greater) {
      if html[next - 1] == ASCII.hyphen, html[next - 2] == ASCII.hyphen { return next + 1 }
      place = next + 1
    }
    unclosed.insert("!--")
    return rest.firstIndex(of: ASCII.greater).map { $0 + 1 } ?? html.endIndex
  }

  private mutating func end(ofTag rest: ArraySlice<UInt8>) -> Int {
    if !ignoresQuotes {
      var quote: UInt8?
      for place in rest.indices {
        let byte = html[place]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == ASCII.greater {
          return place + 1
        } else if (byte == ASCII.quote || byte == ASCII.apostrophe) && html[place - 1] == ASCII.equals {
          quote = byte
        }
      }
      ignoresQuotes = true
    }
    return rest.firstIndex(of: ASCII.greater).map { $0 + 1 } ?? html.endIndex
  }
}
