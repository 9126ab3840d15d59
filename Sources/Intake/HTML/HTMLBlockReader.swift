import PlanModel

/// Reads a page of HTML as blocks, in one pass and without a tree: what is not closed, or closed twice, does no harm.
struct HTMLBlockReader {
  private var scanner: HTMLScanner
  private var metadata = HTMLMetadata()
  private var document = DocumentText()
  private var tables = HTMLTables()
  private var region: HTMLRegion?
  /// How many articles, and elements that hold the page's own words, are open.
  private var content = 0
  private var lists = 0
  private var preformatted: Preformatted?
  private var heading: String?
  private static let titleParagraph = "p"
  /// `[ab]`, in bytes.
  private static let longestMark = 8
  /// The block is a comment in the margin.
  private var isComment = false

  private var words: [UInt8] = []
  private var owesSpace = false

  static func document(of html: ArraySlice<UInt8>) -> DocumentText {
    var reader = HTMLBlockReader(scanner: HTMLScanner(html))
    while let token = reader.scanner.next() {
      switch token {
      case .text(let text): for byte in text { reader.write(byte) }
      case .character(let text): for byte in text { reader.write(byte) }
      case .tag(let tag): reader.act(on: tag)
      }
    }
    return reader.finished()
  }

  private init(scanner: HTMLScanner) { self.scanner = scanner }

  // MARK: words

  private mutating func write(_ byte: UInt8) {
    if preformatted != nil {
      if !words.isEmpty || !byte.isWhite { words.append(byte) }
    } else if byte.isWhite {
      owesSpace = true
    } else {
      if owesSpace, let last = words.last, last != ASCII.newline { words.append(ASCII.space) }
      owesSpace = false
      words.append(byte)
    }
  }

  /// Ends the block whose words have been written.
  private mutating func endBlock(_ form: Passage.Form = .prose, isMail: Bool = false) {
    defer { (words, owesSpace) = ([], false) }
    guard words.contains(where: { !$0.isWhite }) else { return }
    var block = DocumentBlock(words: Array(words.trimmed), form: form, isMail: isMail, isNested: lists > 0)
    if heading != nil { block.form = .whole }
    // The heading of a page often stands in its banner.
    block.chatter = heading == "h1" ? nil : isComment ? .notice : region?.chatter
    isComment = false
    if let free = tables.add(block) { document.blocks.append(free) }
  }

  // MARK: tags

  private mutating func act(on tag: HTMLTag) {
    if let open = region {
      var open = open
      let ends = open.ends(with: tag)
      if ends { endBlock() }
      region = ends ? nil : open
    } else if let begun = HTMLRegion(tag, isInContent: content > 0) {
      if begun.name != "a", begun.name != "span" { endBlock() }
      region = begun
    }
    switch tag.name {
    case "script", "style", "template", "noscript", "iframe", "svg", "object", "noframes":
      if !tag.isEnd { scanner.skip(to: tag.name) }
    case "title": if !tag.isEnd { metadata.take(title: scanner.skip(to: tag.name)) }
    case "meta", "link", "": metadata.take(tag)
    case "br": words.append(contentsOf: words.isEmpty ? [] : [ASCII.newline])
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endBlock()
      heading = tag.isEnd ? nil : tag.name
    case "pre", "listing", "xmp": changePreformatted(tag)
    case "code", "samp", "kbd": if !tag.isEnd { preformatted?.isCode = true }
    default: actOnBlocks(tag)
    }
  }

  private mutating func actOnBlocks(_ tag: HTMLTag) {
    switch tag.name {
    case "ul", "ol", "dl", "menu":
      endBlock()
      lists = max(0, lists + (tag.isEnd ? -1 : 1))
    case "article", "main":
      endBlock()
      content = max(0, content + (tag.isEnd ? -1 : 1))
    case "table", "tr", "td", "th": actOnTable(tag)
    case "p":
      endBlock()
      // Google's documents have their title in a paragraph that is called so.
      if heading == Self.titleParagraph { heading = nil }
      if !tag.isEnd, tag["class"]?.split(separator: " ").contains("title") == true { heading = Self.titleParagraph }
    case "a" where !tag.isEnd && tag["href"]?.hasPrefix("#cmnt") == true:
      // The letter that leads from a word to the comment in the margin, and back, is nobody's; the comment is no part of
      // what stands above it.
      var ahead = scanner
      if ahead.skip(to: "a").count <= Self.longestMark { scanner = ahead }
      if tag["href"]?.hasPrefix("#cmnt_ref") == true { isComment = true }
    case "li", "hr", "figure", "blockquote": endBlock()
    case _ where HTMLTag.blocks.contains(tag.name): endBlock()
    default: break
    }
  }

  private mutating func actOnTable(_ tag: HTMLTag) {
    endBlock()
    heading = nil
    switch (tag.name, tag.isEnd) {
    case ("table", false): tables.open()
    case ("table", true): add(row: tables.close())
    case ("tr", _): add(row: tables.endRow())
    case (_, false): tables.beginCell()
    case (_, true): tables.endCell()
    }
  }

  private mutating func add(row: [DocumentBlock]) {
    for block in row {
      if let free = tables.add(block) { document.blocks.append(free) }
    }
  }

  private mutating func changePreformatted(_ tag: HTMLTag) {
    if tag.isEnd, let open = preformatted {
      let isMail = open.isMail(words)
      endBlock(isMail ? .prose : .whole, isMail: isMail)
      preformatted = nil
    } else if !tag.isEnd {
      endBlock()
      preformatted = Preformatted(isCode: tag["class"] != nil)
    }
  }

  // MARK: the whole

  private mutating func finished() -> DocumentText {
    endBlock()
    while tables.isOpen { add(row: tables.close()) }
    // Where all is frame, nothing is.
    if document.blocks.allSatisfy({ $0.chatter != nil }) {
      for index in document.blocks.indices { document.blocks[index].chatter = nil }
    }
    (document.author, document.received) = (metadata.author, metadata.received)
    document.origin.url = metadata.url
    addTitle()
    return document
  }

  /// The page's title is said first, unless its first heading says the same.
  private mutating func addTitle() {
    let headings = document.blocks.lazy.filter { block in
      if case .whole = block.form { return block.chatter == nil && !block.isNested } else { return false }
    }
    let heading = headings.first.map { WhiteSpace.folded($0.words[...]) } ?? []
    let title = metadata.title
    let repeats = !heading.isEmpty && title.string.lowercased().contains(heading.string.lowercased())
    document.title = (repeats || title.isEmpty ? heading : title).string
    guard !title.isEmpty else { return }
    document.blocks.insert(DocumentBlock(words: title, form: .title, chatter: repeats ? .repetition : nil), at: 0)
  }
}

/// A block in which line ends and spaces are kept.
struct Preformatted {
  /// It is marked as code, or has a class, as highlighters give.
  var isCode: Bool

  /// Old archives of mail put whole messages into such blocks: few of their lines look like code, and some like words.
  func isMail(_ words: [UInt8]) -> Bool {
    guard !isCode else { return false }
    let marks = Set("{};=<|$".utf8)
    let lines = words.split(separator: ASCII.newline)
    let code = lines.count { line in line.contains(where: marks.contains) }
    return code * 4 <= lines.count && lines.contains { $0.count(where: { $0 == ASCII.space }) >= 5 }
  }
}
