/// Stretches inside which no sentence ends: code in backticks, and brackets and quotations of moderate length.
enum Shelters {
  /// A bracket or quotation that is longer than this, in bytes, may hold sentences of its own.
  private static let reach = 240

  /// In order and not overlapping. What is opened and not closed within reach shelters nothing, so that `:(` does not.
  static func find(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    guard BracketMark.mayStand(in: text) else { return [] }
    let closers = pairs(in: text)
    var result: [Range<Int>] = []
    for range in closers.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      // A paragraph that is one quotation is cut like any other.
      if range.lowerBound == text.startIndex && range.upperBound == text.endIndex
        && text[range.lowerBound] != ASCII.backtick
      {
        continue
      }
      if let last = result.last, range.lowerBound < last.upperBound { continue }
      result.append(range)
    }
    return result
  }

  private static func pairs(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: [(mark: Bracket, at: Int)] = []
    var index = text.startIndex
    var code = CodeSpans(text)
    while index < text.endIndex {
      if text[index] == ASCII.backtick {
        if let span = code.span(at: index) {
          result.append(span)
          index = span.upperBound
        } else {
          index += text[index...].prefix { $0 == ASCII.backtick }.count
        }
        continue
      }
      guard let mark = BracketMark.read(at: index, in: text) else {
        index += 1
        continue
      }
      if mark.deed == .opens {
        open.append((mark.bracket, index))
        if open.count > 64 { open.removeFirst(32) }
      } else if let match = open.lastIndex(where: { $0.mark == mark.bracket }) {
        let range = open[match].at..<(index + mark.length)
        if range.count <= reach { result.append(range) }
        open.removeSubrange(match...)
      }
      index += mark.length
    }
    return result
  }
}

private enum Bracket {
  case round, square, straight, curly, angle, corner
}

/// A bracket or quotation mark, and what it does where it stands.
private struct BracketMark {
  enum Deed {
    case opens, closes
  }

  let bracket: Bracket
  let deed: Deed
  let length: Int

  private init(_ bracket: Bracket, _ deed: Deed, length: Int = 1) {
    (self.bracket, self.deed, self.length) = (bracket, deed, length)
  }

  /// Whether marks or code spans may stand in the text; false for most.
  static func mayStand(in text: ArraySlice<UInt8>) -> Bool {
    ByteScan.first(in: text, from: text.startIndex) { word in
      ByteScan.marks(of: ASCII.openParenthesis, masked: 0xFE, in: word)  // and the closing one
        | ByteScan.marks(of: ASCII.openBracket, in: word) | ByteScan.marks(of: ASCII.closeBracket, in: word)
        | ByteScan.marks(of: ASCII.quote, in: word) | ByteScan.marks(of: ASCII.backtick, in: word)
        | ByteScan.marks(of: 0xC2, in: word) | ByteScan.marks(of: 0xE2, masked: 0xFE, in: word)
    } orByte: { byte in
      switch byte {
      case ASCII.openParenthesis, ASCII.closeParenthesis, ASCII.openBracket, ASCII.closeBracket, ASCII.quote,
        ASCII.backtick, 0xC2, 0xE2, 0xE3:
        true
      default: false
      }
    } != nil
  }

  static func read(at index: Int, in text: ArraySlice<UInt8>) -> BracketMark? {
    switch text[index] {
    case ASCII.openParenthesis: BracketMark(.round, .opens)
    case ASCII.closeParenthesis: BracketMark(.round, .closes)
    case ASCII.openBracket: BracketMark(.square, .opens)
    case ASCII.closeBracket: BracketMark(.square, .closes)
    case ASCII.quote: BracketMark(.straight, opensQuotation(at: index, in: text) ? .opens : .closes)
    case 0xC2 where index + 1 < text.endIndex: guillemet(text[index + 1])
    case 0xE2 where index + 2 < text.endIndex, 0xE3 where index + 2 < text.endIndex:
      wide(text[index], text[index + 1], text[index + 2])
    default: nil
    }
  }

  /// A straight quotation mark opens before a word, and not behind one.
  private static func opensQuotation(at index: Int, in text: ArraySlice<UInt8>) -> Bool {
    let isBehindWord = index > text.startIndex && (text[index - 1].isWord || StopByte.isStop(text[index - 1]))
    return !isBehindWord && index + 1 < text.endIndex && text[index + 1].isWord
  }

  private static func guillemet(_ second: UInt8) -> BracketMark? {
    switch second {
    case 0xAB: BracketMark(.angle, .opens, length: 2)
    case 0xBB: BracketMark(.angle, .closes, length: 2)
    default: nil
    }
  }

  private static func wide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> BracketMark? {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x9C): BracketMark(.curly, .opens, length: 3)
    case (0xE2, 0x80, 0x9D): BracketMark(.curly, .closes, length: 3)
    case (0xE2, 0x80, 0x9E): BracketMark(.curly, .opens, length: 3)
    case (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E): BracketMark(.corner, .opens, length: 3)
    case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): BracketMark(.corner, .closes, length: 3)
    default: nil
    }
  }
}

/// The marks that stand behind a word.
enum StopByte {
  static func isStop(_ byte: UInt8) -> Bool {
    byte == ASCII.dot || byte == ASCII.question || byte == ASCII.exclamation || byte == ASCII.comma
  }
}

/// Code spans as CommonMark has them: a run of backticks, closed by a run of the same length.
private struct CodeSpans {
  private let text: ArraySlice<UInt8>
  /// The starts of the runs of each length, so that a missing closer is found out at once.
  private var runs: [Int: ArraySlice<Int>] = [:]

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    guard text.contains(ASCII.backtick) else { return }
    var index = text.startIndex
    while index < text.endIndex {
      let length = text[index...].prefix { $0 == ASCII.backtick }.count
      if length > 0 { runs[length, default: []].append(index) }
      index += max(length, 1)
    }
  }

  mutating func span(at start: Int) -> Range<Int>? {
    let length = text[start...].prefix { $0 == ASCII.backtick }.count
    while let next = runs[length]?.first, next <= start { runs[length]?.removeFirst() }
    guard let close = runs[length]?.first else { return nil }
    return start..<(close + length)
  }
}
