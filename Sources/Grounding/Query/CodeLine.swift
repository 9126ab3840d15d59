/// Tells lines of code, output and traces from prose, in any language: by marks and words, not by grammar.
enum CodeLine {
  static func isCode(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.trimmed()
    guard let last = text.last else { return false }
    if line.hasPrefix("    ") || line.hasPrefix("\t") || line.hasPrefix(">>>") || line.hasPrefix("In [")
      || line.hasPrefix("Out[") || line.hasPrefix("$ ") || FrameReader.isFrame(line)
    {
      return true
    }
    let length = Double(text.count)
    let marks = Double(text.count(where: isMark))
    let words = Double(plainWords(text))
    if marks / length > 0.10, words < 0.12 * length { return true }
    return "{};".utf8.contains(last) || (marks / length > 0.06 && words <= 2)
  }

  private static func isMark(_ byte: UInt8) -> Bool { marks[Int(byte)] }

  private static let marks: [Bool] = {
    var marks = [Bool](repeating: false, count: 256)
    for byte in "(){}[]=<>_;:\"'/\\|+*%$#@&^~.,-".utf8 { marks[Int(byte)] = true }
    return marks
  }()

  /// Words as people write them: letters alone, between blanks or the marks of sentences.
  private static func plainWords(_ text: ArraySlice<UInt8>) -> Int {
    var words = 0
    var at = text.startIndex
    while at < text.endIndex {
      let start = at
      while at < text.endIndex, text[at].isLower || text[at].isUpper { at += 1 }
      guard at > start else {
        at += 1
        continue
      }
      if at - start >= 2, isFree(text, before: start), isFree(text, behind: at) { words += 1 }
    }
    return words
  }

  private static func isFree(_ text: ArraySlice<UInt8>, before start: Int) -> Bool {
    guard start > text.startIndex else { return true }
    let byte = text[start - 1]
    return !byte.isNameByte && !".([/".utf8.contains(byte)
  }

  private static func isFree(_ text: ArraySlice<UInt8>, behind end: Int) -> Bool {
    guard end < text.endIndex else { return true }
    if text[end] == UInt8(ascii: "."), end + 1 < text.endIndex, text[end + 1].isNameByte { return false }
    return text[end].isBlank || ",.;:!?".utf8.contains(text[end])
  }
}
