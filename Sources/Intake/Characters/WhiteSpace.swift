import PlanModel

/// Folding: every run of white space is one space, and none is left at the ends.
enum WhiteSpace {
  /// Whether folding would change nothing.
  static func isFolded(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isBehindSpace = true
    for byte in bytes {
      if byte.isWhite, isBehindSpace || byte != ASCII.space { return false }
      isBehindSpace = byte == ASCII.space
    }
    return !isBehindSpace || bytes.isEmpty
  }

  /// Folds a decoded text, in which white space is space, tab and line end.
  static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if FoldedText.isFolded(bytes) { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var owesSpace = false
    for byte in bytes {
      if byte.isWhite {
        owesSpace = true
        continue
      }
      if owesSpace && !result.isEmpty { result.append(ASCII.space) }
      owesSpace = false
      result.append(byte)
    }
    return result
  }
}

extension WhiteSpace {
  /// Folds a stretch of a text in place, and gives where its words stand then; what is left behind them is undefined.
  static func fold(_ range: Range<Int>, of text: inout [UInt8]) -> Range<Int> {
    if FoldedText.isFolded(text[range]) || isFolded(text[range]) { return range }
    var end = range.lowerBound
    var owesSpace = false
    for index in range {
      let byte = text[index]
      if byte.isWhite {
        owesSpace = end > range.lowerBound
        continue
      }
      if owesSpace {
        text[end] = ASCII.space
        end += 1
      }
      owesSpace = false
      text[end] = byte
      end += 1
    }
    return range.lowerBound..<end
  }
}

/// Cutting long text without harming a word or a character.
enum TextCut {
  /// Where to cut so that at most `limit` bytes stand before: behind the last space, else between two characters.
  static func end(of bytes: ArraySlice<UInt8>, limit: Int) -> Int {
    guard bytes.count > limit else { return bytes.endIndex }
    let most = bytes.startIndex + limit
    if let space = bytes[..<most].lastIndex(of: ASCII.space), space > bytes.startIndex { return space }
    var end = most
    while end > bytes.startIndex + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
