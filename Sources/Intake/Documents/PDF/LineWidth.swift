/// How long the lines of a text are before the page's width breaks them, and which of them make a paragraph.
struct LineWidth {
  /// What most full lines come up to, in bytes.
  private let usual: Int

  /// Judged by the lines that hold words enough to be prose.
  init(_ pages: [[ArraySlice<UInt8>]]) {
    let lengths = pages.joined().filter { $0.count(where: { $0 == ASCII.space }) >= 3 }.map(\.count).sorted()
    usual = lengths.isEmpty ? 60 : max(30, lengths[lengths.count * 4 / 5])
  }

  /// Lines that stand together, each paragraph or item on one line.
  func paragraphs(of lines: ArraySlice<ArraySlice<UInt8>>) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var previous: ArraySlice<UInt8>?
    for line in lines {
      if let previous, !breaks(previous, line) {
        result[result.count - 1] += [ASCII.space] + line
      } else {
        result.append(Array(line))
      }
      previous = line
    }
    return result
  }

  /// Whether `next` begins something new: an item, a turn, or what follows a line that had room for its first word.
  private func breaks(_ line: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    if ListMarker.layoutLength(of: next) != nil || Self.isNumbered(next) { return true }
    if PageNumber.isNamed(line) || PageNumber.isNamed(next) { return true }
    if line.last == ASCII.hyphen || next.first?.isLower ?? true { return false }
    if line.last == ASCII.colon || Label.length(of: next) != nil || Self.isSpeech(next) { return true }
    let word = next.prefix(32).prefix { $0 != ASCII.space }
    return line.count + 1 + word.count <= usual - max(8, usual / 6)
  }

  /// `3.` or `3.2)` with words behind.
  private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = line.prefix(8).prefix { $0.isDigit || $0 == ASCII.dot || $0 == ASCII.closeParenthesis }
    guard mark.first?.isDigit ?? false, let end = mark.last, !end.isDigit else { return false }
    return line.dropFirst(mark.count).first == ASCII.space
  }

  private static func isSpeech(_ line: ArraySlice<UInt8>) -> Bool {
    guard let shape = SpeechLine(line)?.shape else { return false }
    return shape == .stamped || shape == .headed
  }
}
