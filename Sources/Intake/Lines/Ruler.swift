/// Lines and words that only lay out a text: rulers, borders, marks without a letter, a digit or a picture.
enum Ruler {
  /// Whether nothing here is said. `?!`, `...` and `:)` say something.
  static func isLayout(_ text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex
    while index < text.endIndex {
      guard let length = markLength(at: index, in: text) else { return false }
      index += length
    }
    return true
  }

  private static func markLength(at index: Int, in text: ArraySlice<UInt8>) -> Int? {
    switch text[index] {
    case ASCII.hyphen, ASCII.underscore, ASCII.equals, ASCII.star, ASCII.tilde, ASCII.hash, ASCII.plus, ASCII.pipe,
      ASCII.greater, ASCII.less, ASCII.space, ASCII.tab, ASCII.newline, ASCII.backtick, ASCII.backslash:
      1
    // Dashes, box drawing, bullets, geometric shapes, zero-width marks.
    case 0xE2 where index + 2 < text.endIndex: isWideMark(text[index + 1], text[index + 2]) ? 3 : nil
    case 0xC2 where index + 1 < text.endIndex && (text[index + 1] == 0xB7 || text[index + 1] == 0xAD): 2
    default: nil
    }
  }

  private static func isWideMark(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third >= 0x8B && third <= 0x95 || third == 0xA2 || third == 0xA3
    case 0x94, 0x95: true
    case 0x96, 0x97: third >= 0x80
    default: false
    }
  }
}
