/// A tag's name, and whether it begins or ends an element.
struct HTMLTag {
  /// In lower case; empty for comments and declarations.
  var name: String
  var isEnd: Bool
  /// The whole of it, from `<` to `>`.
  var source: ArraySlice<UInt8> = []

  init(name: String, isEnd: Bool, source: ArraySlice<UInt8> = []) {
    self.name = name
    self.isEnd = isEnd
    self.source = source
  }

  /// Reads the start of what stands at a `<`; nil when no tag begins there.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text.dropFirst().prefix(40)
    isEnd = rest.first == ASCII.slash
    if isEnd { rest.removeFirst() }
    guard let first = rest.first else { return nil }
    if !isEnd, first == ASCII.exclamation || first == ASCII.question {
      name = ""
      return
    }
    guard first.isLetter else { return nil }
    let word = rest.prefix { $0.isLetter || $0.isDigit || $0 == ASCII.colon || $0 == ASCII.hyphen }
    // `<dana@example.com>` is an address that somebody forgot to escape.
    if let next = rest[word.endIndex...].first, !next.isWhite, next != ASCII.greater, next != ASCII.slash { return nil }
    name = word.string.lowercased()
  }

  /// Elements with a blank line around them.
  static let paragraphs: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "hr", "figure",
  ]

  /// Elements on lines of their own.
  static let blocks: Set<String> = [
    "div", "tr", "section", "article", "header", "footer", "nav", "aside", "main", "address", "dt", "dd", "form",
    "center",
    "fieldset", "figcaption", "caption", "thead", "tbody", "tfoot", "body", "html", "head", "option", "select",
    "details",
    "summary", "legend",
  ]
}
