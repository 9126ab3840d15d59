/// How the words of a field are written.
enum CellForm {
  /// A paragraph: sentences on one line.
  case line
  /// Lines, as in mail: quoting, greetings, signatures.
  case lines
  case html

  init(_ words: ArraySlice<UInt8>) {
    if ByteScan.firstIndex(of: ASCII.less, in: words) != nil, Self.isMarkup(words) {
      self = .html
    } else {
      self = ByteScan.firstIndex(of: ASCII.newline, in: words) != nil || words.first == ASCII.greater ? .lines : .line
    }
  }

  private static let elements: Set<String> = [
    "a", "b", "i", "u", "em", "strong", "span", "font", "li", "td", "code", "html", "h1", "h2", "h3", "h4", "img",
    "blockquote",
  ]

  /// An element that ends, or one that stands for a line end: `<any other word>` in brackets is none.
  private static func isMarkup(_ words: ArraySlice<UInt8>) -> Bool {
    var rest = words
    while let next = rest.firstIndex(of: ASCII.less) {
      rest = rest[next...]
      if let tag = HTMLTag(rest) {
        let isBlock = ["p", "br", "div", "ul", "ol", "table", "body", "html"].contains(tag.name)
        if isBlock || tag.isEnd && elements.contains(tag.name) { return true }
      }
      rest = rest.dropFirst()
    }
    return false
  }
}
