/// Cuts a paragraph into sentences. When unsure, it does not cut.
///
/// It looks at each stop once, with a bounded look to either side, so its time is linear in the text.
package struct SentenceSplitter {
  /// Folded text: single spaces, none at the ends.
  private let text: ArraySlice<UInt8>
  /// For each byte that a bracket, a quotation or code keeps together, where that stretch ends.
  private let shelters: [Range<Int>]
  /// People who begin without a capital are not expected to use one after a stop.
  private let isInformal: Bool

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text
    shelters = Shelters.find(in: text)
    isInformal = text.first(where: \.isWord).map(\.isLower) ?? false
  }

  /// The sentences of a text whose white space is folded, in order.
  package static func sentences(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return sentences(of: bytes[...]).map { bytes[$0].string }
  }

  /// The sentences of a folded text, in order: together they hold every byte but the spaces between them.
  static func sentences(of text: ArraySlice<UInt8>) -> [Range<Int>] {
    SentenceSplitter(text).sentences()
  }

  private func sentences() -> [Range<Int>] {
    var result: [Range<Int>] = []
    // Most paragraphs are a sentence or two.
    result.reserveCapacity(2)
    var start = text.startIndex
    var shelter = shelters[...]
    var index = start
    while index < text.endIndex {
      while let next = shelter.first, next.upperBound <= index { shelter.removeFirst() }
      if let next = shelter.first, next.contains(index) {
        index = next.upperBound
        if let stop = StopMark(closing: next, in: text), let end = end(after: stop, at: index, wasClosed: true) {
          append(start..<end, to: &result)
          start = end
        }
        continue
      }
      guard let stop = StopMark(at: index, in: text) else {
        index = nextStop(from: index + 1, before: shelter.first?.lowerBound ?? text.endIndex)
        continue
      }
      index = stop.range.upperBound
      if let end = end(after: stop, at: index) {
        append(start..<end, to: &result)
        (start, index) = (end, max(index, end))
      }
    }
    append(start..<text.endIndex, to: &result)
    return result
  }

  /// Where the next byte stands that a stop may begin with, or the end of what is looked at.
  private func nextStop(from start: Int, before end: Int) -> Int {
    let text = text[..<end]
    var index = start
    // Every byte that anybody says comes by here.
    while index < end {
      index = StopMark.next(in: text, from: index)
      if index < end, StopMark.mayBegin(text[index]) { break }
      index += 1
    }
    return min(index, max(start, end))
  }

  /// Leaves out the spaces at the ends of a sentence, and sentences of nothing else.
  private func append(_ range: Range<Int>, to result: inout [Range<Int>]) {
    let sentence = text[range].trimmed
    if !sentence.isEmpty { result.append(sentence.startIndex..<sentence.endIndex) }
  }

  /// Where the sentence ends that this stop may end; nil when it goes on.
  private func end(after stop: StopMark, at index: Int, wasClosed: Bool = false) -> Int? {
    let closed = Closers.skip(from: index, in: text)
    if stop.isWide { return closed }
    guard closed < text.endIndex else { return nil }
    guard text[closed] == ASCII.space else { return nil }
    let end = Emoji.skip(from: closed, in: text)
    guard end < text.endIndex else { return nil }
    let next = NextWord(at: end + 1, in: text)
    return goesOn(after: stop, wasClosed: wasClosed || closed > index, next: next) ? nil : end
  }

  private func goesOn(after stop: StopMark, wasClosed: Bool, next: NextWord) -> Bool {
    switch stop.kind {
    case .question, .exclamation:
      return next.isLower && (wasClosed || !isInformal)
    case .ellipsis:
      return next.isLower || next.isDigit
    case .dot:
      let word = LastWord(before: stop.range.lowerBound, in: text)
      if word.isAbbreviation(before: next) { return true }
      guard next.isLower else { return false }
      return wasClosed || !isInformal || !word.isPlain
    }
  }
}
