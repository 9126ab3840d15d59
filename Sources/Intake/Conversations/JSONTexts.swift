/// Finds where the JSON texts that stand one behind the other begin and end; whether they are well-formed is not asked.
struct JSONTexts: IteratorProtocol {
  private let bytes: [UInt8]
  private var index: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The texts as the elements of one array.
  static func joined(_ bytes: [UInt8]) -> [UInt8] {
    var texts = JSONTexts(bytes)
    var joined = [ASCII.openBracket]
    joined.reserveCapacity(bytes.count + 16)
    while let range = texts.next() {
      if joined.count > 1 { joined.append(ASCII.comma) }
      joined += bytes[range]
    }
    joined.append(ASCII.closeBracket)
    return joined
  }

  mutating func next() -> Range<Int>? {
    while index < bytes.count, bytes[index].isWhite { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    switch bytes[index] {
    case ASCII.openBracket, ASCII.openBrace: skipContainer()
    case ASCII.quote: skipString()
    default: skipWord()
    }
    return start..<index
  }

  /// Brackets of both kinds are counted alike: the parser finds out which of them do not match.
  private mutating func skipContainer() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case ASCII.quote:
        skipString()
        continue
      case ASCII.openBracket, ASCII.openBrace: depth += 1
      case ASCII.closeBracket, ASCII.closeBrace: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  private mutating func skipString() {
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += byte == ASCII.backslash ? 2 : 1
      if byte == ASCII.quote { break }
    }
    index = min(index, bytes.count)
  }

  private mutating func skipWord() {
    repeat { index += 1 } while index < bytes.count && !Self.beginsText(bytes[index])
  }

  private static func beginsText(_ byte: UInt8) -> Bool {
    byte.isWhite || byte == ASCII.openBracket || byte == ASCII.openBrace || byte == ASCII.quote
  }
}
