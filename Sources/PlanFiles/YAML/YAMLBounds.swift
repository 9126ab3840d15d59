/// What a text has to keep to before libyaml sees it. Yams composes by recursion and hashes whole keys, so that a short
/// text could take all of the stack, or years.
enum YAMLBounds {
  /// How deep blocks can be nested is at most the column at which the last of them opens.
  private static let marginLimit = 250
  /// How deep flow collections can be nested is at most the number of brackets that can open one.
  private static let bracketLimit = 250
  /// So many aliases make at most 3^8 nodes of one.
  private static let aliasLimit = 24

  /// Refuses what is too complex, and line breaks that are none to YAML 1.2 but are to libyaml: line numbers, and the
  /// meaning of the text, would depend on the reader.
  static func check(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(YAMLError) {
    var counts = (brackets: 0, aliases: 0, anchors: 0)
    var number = firstLine
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: .newline) ?? bytes.endIndex
      let line = bytes[start..<end]
      if let offset = foreignBreak(line) {
        throw YAMLError(
          reason: .syntax("a line ends in a character that is no line end to others"), line: number,
          column: offset + 1)
      }
      count(line, &counts)
      let isAliased = counts.anchors > 0 && counts.aliases > aliasLimit
      if margin(line) > marginLimit || counts.brackets > bracketLimit || isAliased {
        throw YAMLError(reason: .tooComplex, line: number, column: 1)
      }
      number += 1
      start = end + 1
    }
  }

  /// The offset of a carriage return within the line, or of U+0085, U+2028 or U+2029.
  private static func foreignBreak(_ line: ArraySlice<UInt8>) -> Int? {
    var beforePrevious: UInt8 = 0
    var previous: UInt8 = 0
    for (offset, byte) in line.enumerated() {
      if byte == .carriageReturn, offset + 1 < line.count { return offset }
      if previous == 0xc2, byte == 0x85 { return offset - 1 }
      if beforePrevious == 0xe2, previous == 0x80, byte == 0xa8 || byte == 0xa9 { return offset - 2 }
      (beforePrevious, previous) = (previous, byte)
    }
    return nil
  }

  /// The column behind the blanks and the block indicators, as in `  - - ? `, that the line begins with.
  private static func margin(_ line: ArraySlice<UInt8>) -> Int {
    var index = line.startIndex
    // libyaml passes over a byte order mark at the start of any line.
    if line.starts(with: [0xef, 0xbb, 0xbf]) { index += 3 }
    while index < line.endIndex {
      let isBlank = line[index] == .space || line[index] == .tab
      let isLast = index + 1 == line.endIndex
      guard isBlank || (isBlockIndicator(line[index]) && (isLast || endsIndicator(line[index + 1]))) else { break }
      index += 1
    }
    return index == line.endIndex && line.allSatisfy { $0 == .space || $0 == .tab } ? 0 : index - line.startIndex
  }

  /// Counts what can open a flow collection, an anchor or an alias: where a token can begin, and never in a word.
  private static func count(
    _ line: ArraySlice<UInt8>, _ counts: inout (brackets: Int, aliases: Int, anchors: Int)
  ) {
    var previous = UInt8.space
    for index in line.indices {
      let byte = line[index]
      if beginsToken(previous) {
        let isNamed = index + 1 < line.endIndex && YAMLScalars.isKeyByte(line[index + 1])
        switch byte {
        case .openBracket, .openBrace: counts.brackets += 1
        case UInt8(ascii: "*") where isNamed: counts.aliases += 1
        case UInt8(ascii: "&") where isNamed: counts.anchors += 1
        default: break
        }
      }
      previous = byte
    }
  }

  private static func isBlockIndicator(_ byte: UInt8) -> Bool {
    byte == .dash || byte == .colon || byte == UInt8(ascii: "?")
  }

  private static func endsIndicator(_ byte: UInt8) -> Bool {
    byte == .space || byte == .tab || byte == .carriageReturn
  }

  /// Whether a token can begin behind `byte`: a blank, an indicator, a quote that has closed, or the end of a mark.
  private static func beginsToken(_ byte: UInt8) -> Bool {
    switch byte {
    case .space, .tab, .openBracket, .openBrace, .closeBracket, .closeBrace, .comma, .colon, .dash,
      .doubleQuote, .singleQuote, UInt8(ascii: "?"), 0xbf:
      true
    default: false
    }
  }
}
