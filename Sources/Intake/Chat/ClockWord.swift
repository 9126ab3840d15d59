/// Words that stand within a time: `31/12/2023 à 22:15`, `2023. 12. 31. 오후 10:15`.
enum ClockWord {
  private static let words: [[UInt8]] = [
    "à ", "at ", "um ", "às ", "alle ", "kl. ", "kl ", "om ", "上午", "下午", "午前", "午後", "오전", "오후", "凌晨", "晚上",
  ].map { Array($0.utf8) }

  /// How many bytes the word takes that begins here, or nil when none does.
  static func length(in text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first.isLetter || first.isForeign else { return nil }
    return words.first { text.starts(with: $0) }?.count
  }
}

/// Marks of writing direction, which phone exports put around names and before the words that they write themselves.
enum DirectionMark {
  static let length = 3

  static func stands(at index: Int, in text: ArraySlice<UInt8>) -> Bool {
    guard index + 2 < text.endIndex, text[index] == 0xE2 else { return false }
    return switch (text[index + 1], text[index + 2]) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }

  /// `text` without the marks at its ends.
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while stands(at: rest.startIndex, in: rest) { rest.removeFirst(length) }
    while rest.count >= length, stands(at: rest.endIndex - length, in: rest) { rest.removeLast(length) }
    return rest
  }
}
