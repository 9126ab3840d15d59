/// Tells which lines of a text belong to one paragraph, and which begin something new.
struct Paragraphs {
  /// How much room a line must have left for the next word before its end is taken for meant, in bytes.
  private static let slack = 16

  let text: [UInt8]

  /// The ranges of the paragraphs and list items of some lines, in order, bullets and rulers left out.
  func ranges(of lines: ArraySlice<TextLine>) -> [Range<Int>] {
    if lines.count == 1, let line = lines.first {
      return Ruler.isLayout(text[line.range]) ? [] : [words(of: line)].filter { !Ruler.isLayout(text[$0]) }
    }
    var result: [Range<Int>] = []
    for block in blocks(of: lines) {
      let width = block.reduce(60) { max($0, $1.range.count) }
      var current: Range<Int>?
      var previous: TextLine?
      for line in block {
        if let begun = current, let previous, !breaks(previous, line, width: width) {
          current = begun.lowerBound..<line.range.upperBound
        } else {
          if let current { result.append(current) }
          current = words(of: line)
        }
        previous = line
      }
      if let current { result.append(current) }
    }
    return result.filter { !Ruler.isLayout(text[$0]) }
  }

  /// Runs of lines without a blank line, a ruler or a change of quoting between them.
  private func blocks(of lines: ArraySlice<TextLine>) -> [ArraySlice<TextLine>] {
    lines.split { $0.isBlank || Ruler.isLayout(text[$0.range]) }
      .flatMap { run in Self.runs(run) { $0.depth == $1.depth } }
  }

  private static func runs(
    _ lines: ArraySlice<TextLine>, _ belong: (TextLine, TextLine) -> Bool
  ) -> [ArraySlice<TextLine>] {
    var result: [ArraySlice<TextLine>] = []
    var start = lines.startIndex
    for index in lines.indices.dropFirst() where !belong(lines[index - 1], lines[index]) {
      result.append(lines[start..<index])
      start = index
    }
    result.append(lines[start...])
    return result
  }

  private func words(of line: TextLine) -> Range<Int> {
    let layout = ListMarker.layoutLength(of: text[line.range]) ?? 0
    return (line.range.lowerBound + layout)..<line.range.upperBound
  }

  /// Whether `next` begins something new. A line that could have held the next word was ended on purpose, unless the
  /// next word goes on in lower case.
  private func breaks(_ line: TextLine, _ next: TextLine, width: Int) -> Bool {
    let (before, after) = (text[line.range], text[next.range])
    if ListMarker.layoutLength(of: after) != nil || Greeting.isGreeting(before) { return true }
    if before.contains(ASCII.tab) || after.contains(ASCII.tab) { return true }
    let first = after.prefix(32).prefix { $0 != ASCII.space }
    if first.first?.isLower ?? true { return false }
    if before.last == ASCII.colon || Label.length(of: after) != nil { return true }
    if before.last == ASCII.comma && before.count > 30 { return false }
    return before.count + 1 + first.count <= width - Self.slack
  }
}

/// A word or a few with a colon behind them, as in `Steps to reproduce: …`.
enum Label {
  /// How many bytes the label takes, its colon included; nil when the line has none.
  static func length(of line: ArraySlice<UInt8>) -> Int? {
    let head = line.prefix(42)
    guard let first = head.first(where: { $0 != ASCII.star && $0 != ASCII.underscore }),
      first.isUpper || first.isForeign,
      let colon = head.firstIndex(of: ASCII.colon)
    else { return nil }
    let next = colon + 1
    let words = head[..<colon].split(separator: ASCII.space).count
    guard words <= 4, !head[..<colon].contains(where: { StopByte.isStop($0) }) else { return nil }
    guard next == line.endIndex || line[next] == ASCII.space || line[next] == ASCII.star else { return nil }
    return next - line.startIndex
  }
}
