/// What stands within a line of Jira's wiki markup.
enum JiraInline {
  /// Links are their words with the address behind them, names of people begin with `@`, pictures are left out (they are
  /// attachments) as colours are, and what a backslash protects stands alone. Emphasis stays as it is written.
  static func text(of line: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      let rest = line[index...]
      switch line[index] {
      case ASCII.openBracket:
        if let link = link(rest) {
          text += link.words
          index = link.end
          continue
        }
      case ASCII.openBrace where rest.starts(with: "{color".utf8):
        if let close = rest.prefix(30).firstIndex(of: ASCII.closeBrace) {
          index = close + 1
          continue
        }
      case ASCII.exclamation where text.last?.isWord != true:
        if let end = endOfPicture(rest) {
          index = end
          continue
        }
      case ASCII.backslash where index + 1 < line.endIndex:
        let next = line[index + 1]
        if next == ASCII.backslash { text.append(ASCII.newline) }
        if "{}[]*_-+^~!|#?".utf8.contains(next) { text.append(next) }
        if next == ASCII.backslash || text.last == next, !next.isWord, !next.isWhite {
          index += 2
          continue
        }
      default: break
      }
      text.append(line[index])
      index += 1
    }
    return text
  }

  /// `[words|https://example.com]`, `[https://example.com]`, `[~name]`, `[^file.txt]`
  private static func link(_ rest: ArraySlice<UInt8>) -> (words: [UInt8], end: Int)? {
    let close = rest.dropFirst().prefix(2_000).firstIndex { $0 == ASCII.closeBracket || $0 == ASCII.openBracket }
    guard let close, rest[close] == ASCII.closeBracket else { return nil }
    let inside = rest[(rest.startIndex + 1)..<close]
    if inside.first == ASCII.tilde { return ([ASCII.at] + inside.dropFirst(), close + 1) }
    let parts = inside.split(separator: ASCII.pipe)
    guard let words = parts.first, let address = parts.dropFirst().first ?? parts.first, isAddress(address) else {
      return nil
    }
    let isNamed = parts.count > 1 && !words.elementsEqual(address)
    return (Array(words) + (isNamed ? Array(" (".utf8) + address + [ASCII.closeParenthesis] : []), close + 1)
  }

  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let marks = ["http://", "https://", "mailto:", "ftp://", "file:", "#", "^"]
    return marks.contains { text.startsIgnoringCase($0) }
  }

  /// `!screenshot.png|thumbnail!`
  private static func endOfPicture(_ rest: ArraySlice<UInt8>) -> Int? {
    let inside = rest.dropFirst()
    guard let close = inside.prefix(300).firstIndex(of: ASCII.exclamation), inside.first?.isWhite == false else {
      return nil
    }
    let name = inside[..<close].prefix { $0 != ASCII.pipe }
    guard let dot = name.lastIndex(of: ASCII.dot), 2...5 ~= name.endIndex - dot - 1,
      name[(dot + 1)...].allSatisfy({ $0.isLetter || $0.isDigit })
    else { return nil }
    return close + 1
  }
}
