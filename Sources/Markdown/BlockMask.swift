/// A copy of a Markdown text in which only its blocks are left, for cmark to find.
///
/// The installed cmark takes quadratic time for some inline marks and for deep nesting. Inline marks are not needed, as
/// statements are slices of the source: they become letters, byte for byte, so that every position stays. Nesting is cut
/// off at a depth that no person writes. Link definitions become paragraphs, and so are kept.
enum BlockMask {
  /// How many marks of quotes and lists one line may begin with.
  private static let mostMarks = 64
  /// How far a line may be set in, in bytes.
  private static let mostIndent = 200
  private static let letter = UInt8(ascii: "x")

  static func masked(_ text: [UInt8]) -> [UInt8] {
    var result = text
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      mask(start..<end, in: &result)
      start = end + 1
    }
    return result
  }

  private static func mask(_ line: Range<Int>, in text: inout [UInt8]) {
    var index = cutNesting(line, in: &text)
    var hasWord = false
    var hasAngle = false
    while index < line.upperBound {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "&"):
        text[index] = letter
        hasWord = true
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
        if hasWord { text[index] = letter }
      case UInt8(ascii: "<"):
        if hasWord || hasAngle { text[index] = letter }
        hasAngle = true
      default:
        // The name of a tag is followed by what only HTML blocks heed.
        if isWord(byte) { hasWord = true }
      }
      index += 1
    }
  }

  /// Cuts off quotes, lists and white space that are nested too deep; gives the place from which words are masked.
  private static func cutNesting(_ line: Range<Int>, in text: inout [UInt8]) -> Int {
    var marks = 0
    var index = line.lowerBound
    let isBreak = isThematicBreak(text[line])
    while index < line.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        if index - line.lowerBound > mostIndent + 4 * mostMarks { break }
      } else if containerMarks.contains(byte) {
        marks += 1
        if marks > mostMarks && !isBreak { break }
      } else if !isDigit(byte) {
        return line.lowerBound
      }
      index += 1
    }
    if index < line.upperBound { text[index] = letter }
    return line.lowerBound
  }

  /// What opens a quote or an item, and ends the number of one.
  private static let containerMarks = Array(">-*+.)".utf8)

  /// A line of one mark is a ruler, however long.
  private static func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !isBlank($0) }),
      [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "=")].contains(first)
    else { return false }
    return line.allSatisfy { $0 == first || isBlank($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte >= 0x80
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0d).contains(byte)
  }
}
