/// A mark, or a run of marks, that can end a sentence.
struct StopMark {
  enum Kind {
    case dot, ellipsis, question, exclamation
  }

  let kind: Kind
  let range: Range<Int>
  /// Marks of scripts that put no space behind them: they always end a sentence.
  let isWide: Bool

  /// Whether a mark may begin with this byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.dot, ASCII.question, ASCII.exclamation, ASCII.semicolon, 0xCD, 0xD6, 0xD8, 0xDB, 0xE0...0xE3, 0xEF: true
    default: false
    }
  }

  /// The first place from `start` on at which a mark may begin, or a little before it; the end where there is none.
  static func next(in text: ArraySlice<UInt8>, from start: Int) -> Int {
    ByteScan.first(in: text, from: start) { word in
      ByteScan.marks(of: ASCII.dot, in: word) | ByteScan.marks(of: ASCII.exclamation, in: word)
        | ByteScan.marks(of: ASCII.semicolon, masked: ~(ASCII.semicolon ^ ASCII.question), in: word)
        // What a character outside ASCII begins with.
        | ByteScan.marks(of: 0xC0, masked: 0xC0, in: word)
    } orByte: {
      mayBegin($0)
    } ?? text.endIndex
  }

  /// The whole run of marks that begins at `start`: `?!`, `...`, `。`.
  init?(at start: Int, in text: ArraySlice<UInt8>) {
    var index = start
    var kind: Kind?
    var isWide = false
    while index < text.endIndex, let mark = Self.mark(at: index, in: text) {
      kind = Self.stronger(kind, mark.kind)
      isWide = isWide || mark.isWide
      index += mark.length
    }
    guard let kind else { return nil }
    self.kind = kind
    self.isWide = isWide
    range = start..<index
  }

  /// The mark that stands just before the closing mark of a quotation or bracket, as in `"It fails."`.
  ///
  /// Marks of scripts without spaces are left out: nothing tells whether the sentence around the quotation goes on.
  init?(closing shelter: Range<Int>, in text: ArraySlice<UInt8>) {
    guard text[shelter.lowerBound] != ASCII.backtick else { return nil }
    var end = shelter.upperBound - 1
    while end > shelter.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    for length in 1...3 where end - length > shelter.lowerBound {
      if let mark = Self.mark(at: end - length, in: text), mark.length == length, !mark.isWide {
        (kind, isWide, range) = (mark.kind, false, (end - length)..<end)
        return
      }
    }
    return nil
  }

  /// `?!` asks, `..` trails off, `...?` asks.
  private static func stronger(_ old: Kind?, _ new: Kind) -> Kind {
    switch (old, new) {
    case (.question, _), (_, .question): .question
    case (.exclamation, _), (_, .exclamation): .exclamation
    case (nil, _): new
    default: .ellipsis
    }
  }

  private static func mark(at index: Int, in text: ArraySlice<UInt8>) -> (kind: Kind, isWide: Bool, length: Int)? {
    switch text[index] {
    case ASCII.dot: return (.dot, false, 1)
    case ASCII.question: return (.question, false, 1)
    case ASCII.exclamation: return (.exclamation, false, 1)
    case ASCII.semicolon: return isGreek(behind: index, in: text) ? (.question, false, 1) : nil
    case 0xCD: return index + 1 < text.endIndex && text[index + 1] == 0xBE ? (.question, false, 2) : nil
    case 0xD8, 0xDB, 0xD6: return index + 1 < text.endIndex ? pair(text[index], text[index + 1]) : nil
    case 0xE0, 0xE1, 0xE2, 0xE3, 0xEF:
      guard index + 2 < text.endIndex else { return nil }
      return triple(text[index], text[index + 1], text[index + 2])
    default: return nil
    }
  }

  /// Greeks ask with a semicolon.
  private static func isGreek(behind index: Int, in text: ArraySlice<UInt8>) -> Bool {
    guard index >= text.startIndex + 2 else { return false }
    let (lead, last) = (text[index - 2], text[index - 1])
    return last.isForeign
      && (0xCE...0xCF ~= lead || index >= text.startIndex + 3 && text[index - 3] == 0xE1 && 0xBC...0xBF ~= lead)
  }

  /// Arabic question mark, Urdu full stop, Armenian full stop.
  private static func pair(_ first: UInt8, _ second: UInt8) -> (kind: Kind, isWide: Bool, length: Int)? {
    switch (first, second) {
    case (0xD8, 0x9F): (.question, false, 2)
    case (0xDB, 0x94): (.exclamation, false, 2)
    case (0xD6, 0x89): (.exclamation, false, 2)
    default: nil
    }
  }

  /// Danda and double danda, Burmese, Khmer, Ethiopic, the ellipsis, `‼ ⁇ ⁈ ⁉`, and the wide marks of East Asia.
  private static func triple(
    _ first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> (kind: Kind, isWide: Bool, length: Int)? {
    switch (first, second, third) {
    case (0xE0, 0xA5, 0xA4), (0xE0, 0xA5, 0xA5): (.exclamation, false, 3)
    case (0xE1, 0x81, 0x8A...0x8B), (0xE1, 0x9F, 0x94...0x95), (0xE1, 0x8D, 0xA2): (.exclamation, true, 3)
    case (0xE2, 0x80, 0xA6): (.ellipsis, false, 3)
    case (0xE2, 0x80, 0xBC): (.exclamation, false, 3)
    case (0xE2, 0x81, 0x87...0x89): (.question, false, 3)
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x8E), (0xEF, 0xBD, 0xA1): (.exclamation, true, 3)
    case (0xEF, 0xBC, 0x9F): (.question, true, 3)
    default: nil
    }
  }
}
