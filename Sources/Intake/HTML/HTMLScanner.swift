/// Walks through HTML: text, characters by name, tags.
///
/// One pass; no tree is built, so nesting costs nothing.
struct HTMLScanner {
  enum Token {
    /// Text without markup, at least one byte of it.
    case text(ArraySlice<UInt8>)
    /// A character by its name or number, as UTF-8.
    case character([UInt8])
    /// A tag, or a comment or declaration, which has no name.
    case tag(HTMLTag)
  }

  private let html: ArraySlice<UInt8>
  private var index: Int
  /// Attribute quotation marks do not pair up in this document, so they are not heeded.
  private var ignoresQuotes = false
  /// Elements and comments that were looked for to the end of the document and are not closed.
  private var unclosed: Set<String> = []
  /// Elements that are not shown and not closed: each was looked for to the end.
  private var unclosedHidden = 0
  private static let mostUnclosedHidden = 8

  /// `html` is decoded.
  init(_ html: ArraySlice<UInt8>) {
    self.html = html
    index = html.startIndex
  }

  mutating func next() -> Token? {
    guard index < html.endIndex else { return nil }
    if html[index] == ASCII.less, let tag = tag() { return .tag(tag) }
    if html[index] == ASCII.ampersand {
      let entity = Entity.read(at: index, in: html)
      index = entity.end
      return .character(entity.text)
    }
    // A `<` that begins no tag is text like the rest.
    let start = index
    index = html[(start + 1)...].firstIndex { $0 == ASCII.less || $0 == ASCII.ampersand } ?? html.endIndex
    return .text(html[start..<index])
  }

  /// Passes over what a script or a style sheet holds, and gives it; one that is not closed is read, as it may be the
  /// whole message.
  @discardableResult
  mutating func skip(to name: String) -> ArraySlice<UInt8> {
    guard !unclosed.contains(name) else { return [] }
    let start = index
    var place = index
    while let next = html[place...].firstIndex(of: ASCII.less) {
      if html[next...].startsIgnoringCase("</" + name) {
        index = end(ofTag: html[next...])
        return html[start..<next]
      }
      place = next + 1
    }
    unclosed.insert(name)
    return []
  }

  /// Passes over an element that is not shown, behind its tag; one that is not closed is read, as it may be the whole
  /// message.
  mutating func skip(_ hidden: HiddenElement) {
    // Who leaves many open, each under a name of its own, would have the rest read as often.
    guard unclosedHidden < Self.mostUnclosedHidden else { return }
    var (ahead, hidden) = (self, hidden)
    while true {
      let place = ahead.index
      guard let token = ahead.next() else { break }
      guard case .tag(let tag) = token, hidden.ends(with: tag) else { continue }
      // The tag that begins the next one is read.
      index = tag.isEnd ? ahead.index : place
      return
    }
    unclosedHidden += 1
  }

  /// The tag or comment at the index, which moves behind it; nil for a `<` that is only a `<`.
  private mutating func tag() -> HTMLTag? {
    let rest = html[index...]
    if rest.starts(with: "<!--".utf8) {
      index = end(ofComment: rest)
      return HTMLTag(name: "", isEnd: false, source: html[rest.startIndex..<index])
    }
    guard var tag = HTMLTag(rest) else { return nil }
    index = end(ofTag: rest)
    tag.source = html[rest.startIndex..<index]
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
