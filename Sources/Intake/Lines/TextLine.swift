/// A line of the decoded text, without its quote marks and the white space at its ends.
struct TextLine {
  /// Where its words stand; empty for a blank line.
  var range: Range<Int>
  /// How many columns it is set in, its quote marks apart.
  var indent: Int
  /// How many `>` marks stand before it.
  var depth: Int

  var isBlank: Bool { range.isEmpty }
}

/// A text cut into lines.
enum LineTable {
  /// More quote marks than this are one depth: no thread is answered so often.
  private static let deepest = 100

  /// The lines of `text` from `start` on. Quote marks are taken for layout: each becomes a space in the text itself.
  static func lines(of text: inout [UInt8], from start: Int = 0, quoted: Bool) throws(IntakeError) -> [TextLine] {
    var lines: [TextLine] = []
    var index = start
    var depth = 0
    while index < text.count {
      guard lines.count < IntakeLimits.lines else { throw .tooManyLines(limit: IntakeLimits.lines) }
      let end = ByteScan.firstIndex(of: ASCII.newline, in: text[index...]) ?? text.count
      let line = line(index..<end, of: &text, quoted: quoted, previousDepth: depth)
      lines.append(line)
      if !line.isBlank { depth = line.depth }
      index = end + 1
    }
    return lines
  }

  private static func line(
    _ whole: Range<Int>, of text: inout [UInt8], quoted: Bool, previousDepth: Int
  ) -> TextLine {
    let marks = quoted ? quoteMarks(in: text[whole], previousDepth: previousDepth) : []
    for mark in marks { text[mark] = ASCII.space }
    let begin = marks.last.map { $0 + 1 } ?? whole.lowerBound
    let content = text[begin..<whole.upperBound].trimmed
    let indent = text[begin..<max(begin, content.startIndex)].reduce(0) { $0 + ($1 == ASCII.tab ? 4 : 1) }
    let range = content.isEmpty ? begin..<begin : content.startIndex..<content.endIndex
    return TextLine(range: range, indent: content.isEmpty ? 0 : indent, depth: min(marks.count, deepest))
  }

  /// The places of the `>` marks that begin a line: at most three spaces before the first, one between two.
  private static func quoteMarks(in line: ArraySlice<UInt8>, previousDepth: Int) -> [Int] {
    var marks: [Int] = []
    var index = line.startIndex
    var spaces = 0
    while index < line.endIndex {
      if line[index] == ASCII.greater {
        marks.append(index)
        spaces = 0
      } else if line[index] == ASCII.space, spaces < (marks.isEmpty ? 3 : 1) {
        spaces += 1
      } else {
        break
      }
      index += 1
    }
    return isQuote(marks, of: line, previousDepth: previousDepth) ? marks : []
  }

  /// The prompt `>>> ` of a session, and the `>From` of mailboxes, quote nobody.
  private static func isQuote(_ marks: [Int], of line: ArraySlice<UInt8>, previousDepth: Int) -> Bool {
    guard let first = marks.first, let last = marks.last, previousDepth == 0 else { return true }
    if marks.count == 3 && last - first == 2 { return false }
    return !(marks.count == 1 && line[(last + 1)...].hasPrefix(ignoringCase: "From "))
  }
}
