/// The text of a place in the code, as fingerprints see it: without indentation, blank lines, and its own name, so that
/// reformatting and renaming leave it the same, and every other change does not.
///
/// Comments count: what they promise is what a story may have been planned on.
enum CodeText {
  /// The bytes of lines (from 1, both ends included; those past the end of the text are left out).
  static func normalised(_ text: [UInt8], lines: ClosedRange<Int>? = nil, without name: String? = nil) -> [UInt8] {
    var result: [UInt8] = []
    var number = 1
    for line in text.split(separator: newline, omittingEmptySubsequences: false) {
      defer { number += 1 }
      if let lines, !lines.contains(number) { continue }
      let start = result.count
      append(line, to: &result)
      if result.count > start { result.append(newline) }
    }
    return name.map { masking(Array($0.utf8), in: result) } ?? result
  }

  /// White space at the ends goes, every run within is one space.
  private static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let start = result.count
    var owesSpace = false
    for byte in line {
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        owesSpace = result.count > start
        continue
      }
      if owesSpace { result.append(0x20) }
      owesSpace = false
      result.append(byte)
    }
  }

  /// Puts a mark in place of a whole word.
  private static func masking(_ word: [UInt8], in text: [UInt8]) -> [UInt8] {
    guard let first = word.first else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    var isInWord = false
    while index < text.count {
      if text[index] == first, !isInWord, text[index...].starts(with: word),
        index + word.count == text.count || !isWord(text[index + word.count])
      {
        result.append(mark)
        index += word.count
        continue
      }
      isInWord = isWord(text[index])
      result.append(text[index])
      index += 1
    }
    return result
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }

  private static let newline: UInt8 = 0x0A
  /// Occurs in no text (SUBSTITUTE of ASCII).
  private static let mark: UInt8 = 0x1A
}
