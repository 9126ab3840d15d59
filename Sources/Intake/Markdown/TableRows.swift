/// Tables as GitHub writes them, found within a paragraph.
enum TableRows {
  /// The index of the header row, when a row of hyphens stands under a line with a bar.
  static func start(of lines: ArraySlice<TextLine>, in text: [UInt8]) -> Int? {
    lines.indices.dropFirst().first { index in
      isDelimiter(text[lines[index].range]) && text[lines[index - 1].range].contains(ASCII.pipe)
    }.map { $0 - 1 }
  }

  private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    let marks: [UInt8] = [ASCII.hyphen, ASCII.colon, ASCII.pipe, ASCII.space, ASCII.tab]
    return line.contains(ASCII.hyphen) && line.contains(ASCII.pipe) && line.allSatisfy(marks.contains)
  }

  /// A row without the bars at its ends; empty for the row of hyphens.
  static func words(of row: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var slice = text[row].trimmed
    if isDelimiter(slice) { return row.lowerBound..<row.lowerBound }
    if slice.first == ASCII.pipe { slice.removeFirst() }
    if slice.last == ASCII.pipe { slice.removeLast() }
    let words = slice.trimmed
    return words.startIndex..<words.endIndex
  }
}
