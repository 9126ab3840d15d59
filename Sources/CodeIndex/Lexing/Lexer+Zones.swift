/// What comments, strings and characters hold, each up to its end.
extension Lexer {
  /// `#` within a word is none in shells, nor are `$#` and `${#list}`; `#include` is no comment where `#` brings files in.
  func opensComment(_ mark: SyntaxTable.Mark) -> Bool {
    guard mark.open.count == 1, at > 0, bytes[at] == UInt8(ascii: "#") else { return true }
    let before = bytes[at - 1]
    if table.hasExpansions, [.letter, .digit].contains(table.classes[Int(before)]) { return false }
    return before != UInt8(ascii: "$") && before != UInt8(ascii: "{") && before != UInt8(ascii: "&")
  }

  mutating func lineComment(
    _ mark: SyntaxTable.Mark, _ file: inout LexedFile, _ terms: inout some WordNumbering
  ) {
    forgetIndent(&file)
    at += mark.open.count
    isFirst = false
    words(.comment, &file, &terms) { $0 == UInt8(ascii: "\n") }
  }

  mutating func block(
    _ mark: SyntaxTable.Mark, _ close: [UInt8], nests: Bool, _ file: inout LexedFile, _ terms: inout some WordNumbering
  ) {
    forgetIndent(&file)
    at += mark.open.count
    isFirst = false
    var depth = 1
    while at < bytes.count {
      words(.comment, &file, &terms) { $0 == close[0] || $0 == mark.open[0] || $0 == UInt8(ascii: "\n") }
      guard at < bytes.count else { return }
      if starts(with: close, at: at) {
        at += close.count
        depth -= 1
        if depth == 0 { return }
      } else if nests, starts(with: mark.open, at: at) {
        at += mark.open.count
        depth += 1
      } else {
        step(&file, .comment, &terms)
      }
    }
  }

  mutating func string(
    _ mark: SyntaxTable.Mark, _ close: [UInt8], isEscaped: Bool, isLong: Bool, _ file: inout LexedFile,
    _ terms: inout some WordNumbering
  ) {
    // `"""` and its kind mostly hold documentation.
    let zone = isLong && close.count == 3 ? Zone.comment : .string
    let expands = table.hasExpansions && isEscaped
    at += mark.open.count
    isFirst = false
    while at < bytes.count {
      words(zone, &file, &terms) {
        $0 == close[0] || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") || expands && $0 == UInt8(ascii: "$")
      }
      guard at < bytes.count else { return }
      if bytes[at] == UInt8(ascii: "$") {
        if !expand(zone, &file, &terms) { at += 1 }
        continue
      }
      if starts(with: close, at: at) {
        at += close.count
        return
      }
      if bytes[at] == UInt8(ascii: "\n"), !isLong { return }
      if bytes[at] == UInt8(ascii: "\\"), isEscaped, at + 1 < bytes.count, bytes[at + 1] != UInt8(ascii: "\n") {
        at += 2
      } else {
        step(&file, zone, &terms)
      }
    }
  }

  /// `'x'` or `'\n'`; a lone mark is passed over.
  mutating func character() {
    at += 1
    guard at < bytes.count, bytes[at] != UInt8(ascii: "\n") else { return }
    let isEscaped = bytes[at] == UInt8(ascii: "\\")
    if isEscaped, at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\n") { return }
    var end = at + (isEscaped ? 2 : 1)
    while end < bytes.count, end - at < 10, bytes[end] & 0xc0 == 0x80 || isEscaped, bytes[end] != UInt8(ascii: "'"),
      bytes[end] != UInt8(ascii: "\n")
    {
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "'") { at = end + 1 }
  }
}
