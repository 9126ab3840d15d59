/// Neighbouring lines with the text that they stand in: what is looked through for turns by itself.
///
/// It has bytes of its own, so that threads which read different runs do not wait for each other to count who holds
/// the text.
struct LineRun {
  /// Where its text begins in that of the whole.
  let start: Int
  private let text: [UInt8]
  private let lines: ArraySlice<TextLine>

  init(_ places: Range<Int>, of lines: [TextLine], in text: [UInt8]) {
    self.lines = lines[places]
    start = self.lines.first?.range.lowerBound ?? 0
    self.text = Array(text[start..<(self.lines.last?.range.upperBound ?? start)])
  }

  /// What `body` makes of each line that is not blank, and nil for each that is.
  func map<Value>(_ body: (ArraySlice<UInt8>) -> Value?) -> [Value?] {
    var values: [Value?] = []
    values.reserveCapacity(lines.count)
    for line in lines {
      let words = text[(line.range.lowerBound - start)..<(line.range.upperBound - start)]
      values.append(line.isBlank ? nil : body(words))
    }
    return values
  }

  /// The places of the lines of each run.
  static func places(in lines: [TextLine]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for place in lines.indices
    where lines[place].range.upperBound - lines[start].range.lowerBound >= RunSize.bytes {
      result.append(start..<(place + 1))
      start = place + 1
      if start == lines.count { return result }
    }
    if start < lines.count { result.append(start..<lines.count) }
    return result
  }
}
