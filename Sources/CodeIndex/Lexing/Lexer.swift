/// Tells code, comments and strings of one file apart, in any language and for any bytes, in one pass.
///
/// No grammar: what is not closed ends with the line, or with the file for what may span lines. Words are runs of letters,
/// digits and `_`; so are bytes beyond ASCII, except the punctuation of UTF-8's common blocks.
struct Lexer {
  let table: SyntaxTable
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  private(set) var line = 1
  /// Whether only blanks have been seen on this line.
  var isFirst = true
  private(set) var lineStart = 0
  /// The here-documents that begin on the next line.
  var heredocs: [Heredoc] = []
  /// How often it may still look ahead for an end that is not there: what a hostile file costs is bounded.
  var lookaheads = 50

  /// Longer words are no words: base64, minified code.
  static let longestWord = 100
  /// Longer numbers say nothing that anybody searches for.
  static let longestNumber = 8

  /// Reads `bytes` as `table` says into `file`, numbering words by `terms`.
  static func read(
    _ bytes: [UInt8], _ table: SyntaxTable, into file: inout LexedFile, _ terms: inout some WordNumbering
  ) {
    file.removeAll()
    bytes.withUnsafeBufferPointer { buffer in
      var lexer = Lexer(table: table, bytes: buffer)
      lexer.read(&file, &terms)
    }
  }

  private init(table: SyntaxTable, bytes: UnsafeBufferPointer<UInt8>) {
    (self.table, self.bytes) = (table, bytes)
  }

  private mutating func read(_ file: inout LexedFile, _ terms: inout some WordNumbering) {
    file.indents.append(.init())
    let zone = table.isProse ? Zone.comment : .code
    while at < bytes.count {
      switch table.classes[Int(bytes[at])] {
      case .newline:
        newLine(&file)
        if !heredocs.isEmpty { readHeredocs(&file, &terms) }
      case .blank: at += 1
      case .letter:
        noteIndent(&file)
        word(zone, &file, &terms)
      case .digit:
        noteIndent(&file)
        number(zone, &file, &terms)
      case .special:
        noteIndent(&file)
        special(&file, &terms)
        isFirst = false
      case .other:
        noteIndent(&file)
        noteImport(&file)
        at += 1
        isFirst = false
      }
    }
  }

  private mutating func newLine(_ file: inout LexedFile) {
    at += 1
    line += 1
    lineStart = at
    isFirst = true
    file.indents.append(.init())
  }

  private func noteIndent(_ file: inout LexedFile) {
    guard isFirst, file.indents[line - 1].columns < 0 else { return }
    file.indents[line - 1].columns = Int16(clamping: columns(lineStart, at))
    let byte = bytes[at]
    let isBracket = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
    file.indents[line - 1].isBracket = isBracket
    file.indents[line - 1].isCloser = isBracket || byte == UInt8(ascii: "}") || isWord("end", at)
    file.indents[line - 1].isMiddle = ["rescue", "ensure", "else", "elsif", "except", "finally"].contains {
      isWord($0, at)
    }
  }

  /// A line that begins with a comment tells nothing of blocks.
  func forgetIndent(_ file: inout LexedFile) { if isFirst { file.indents[line - 1] = .init() } }

  /// A tab counts as four columns.
  private func columns(_ start: Int, _ end: Int) -> Int {
    var columns = 0
    for index in start..<end { columns += bytes[index] == UInt8(ascii: "\t") ? 4 : 1 }
    return columns
  }

  private func isWord(_ word: StaticString, _ start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for index in 0..<count where bytes[start + index] != word.utf8Start[index] { return false }
    return start + count == bytes.count || table.classes[Int(bytes[start + count])] != .letter
  }

  // MARK: Words

  private mutating func word(_ zone: Zone, _ file: inout LexedFile, _ terms: inout some WordNumbering) {
    if bytes[at] >= 0x80, let width = punctuation(at) {
      (at, isFirst) = (at + width, false)
      return
    }
    let start = at
    if isFirst, zone == .code { noteImport(&file) }
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      let kind = table.classes[Int(byte)]
      guard kind == .letter || kind == .digit else { break }
      if byte >= 0x80, punctuation(at) != nil { break }
      at += 1
    }
    if table.hasOperators, zone == .code, quote(from: start, &file, &terms) { return }
    take(start, zone, &file, &terms)
  }

  private mutating func number(_ zone: Zone, _ file: inout LexedFile, _ terms: inout some WordNumbering) {
    let start = at
    var isPlain = true
    while at < bytes.count {
      let kind = table.classes[Int(bytes[at])]
      guard kind == .digit || kind == .letter else { break }
      if kind == .letter { isPlain = false }
      at += 1
    }
    if isPlain, at - start > 1, at - start <= Self.longestNumber { take(start, zone, &file, &terms) }
    isFirst = false
  }

  private mutating func take(_ start: Int, _ zone: Zone, _ file: inout LexedFile, _ terms: inout some WordNumbering) {
    if at - start <= Self.longestWord {
      let term = terms.number(of: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<at]))
      file.tokens.append(
        Token(
          term: Int32(term), start: Int32(truncatingIfNeeded: start), line: Int32(line), length: UInt8(at - start),
          zone: zone, isFirst: isFirst))
    }
    isFirst = false
  }

  /// How many bytes a mark of general punctuation, a Latin-1 sign or a wide comma takes; nil for a letter.
  private func punctuation(_ start: Int) -> Int? {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    let width: Int
    switch bytes[start] {
    case 0xc2: width = 2
    case 0xc3 where next == 0x97 || next == 0xb7: width = 2
    case 0xe2 where next == 0x80 || next == 0x81 || (0x86...0xaf).contains(next): width = 3
    case 0xe3 where next == 0x80: width = 3
    case 0xef where next == 0xbb || next == 0xbc || next == 0xbd: width = 3
    case 0xf0 where next == 0x9f: width = 4
    default: return nil
    }
    // What is cut short is no UTF-8.
    for offset in 1..<width where start + offset >= bytes.count || bytes[start + offset] & 0xc0 != 0x80 {
      return offset
    }
    return width
  }

  private func noteImport(_ file: inout LexedFile) {
    guard isFirst else { return }
    for word in table.importers where starts(with: word, at: at) {
      let end = at + word.count
      guard end < bytes.count else { continue }
      // A mark alone, as the shell's dot, is one only before a blank.
      let kind = table.classes[Int(bytes[end])]
      guard word.count == 1 ? kind == .blank : kind != .letter else { continue }
      file.imports.append((at, line))
      return
    }
  }

  // MARK: Comments and strings

  private mutating func special(_ file: inout LexedFile, _ terms: inout some WordNumbering) {
    noteImport(&file)
    let byte = bytes[at]
    for mark in table.marks[Int(byte)] where starts(with: mark.open, at: at) {
      switch mark.opener {
      case .lineComment where opensComment(mark): return lineComment(mark, &file, &terms)
      case .lineComment: continue
      // Documentation between code begins with its line: `=head1`, and not `$x =head()`.
      case .blockComment where mark.open[0] == UInt8(ascii: "=") && at != lineStart: continue
      case .blockComment(let close, let nests): return block(mark, close, nests: nests, &file, &terms)
      case .string(let close, let isEscaped, let isLong):
        let isRaw = table.hasRawStrings && isBehindRawMark
        return string(mark, close, isEscaped: isEscaped && !isRaw, isLong: isLong, &file, &terms)
      case .character:
        character()
        return
      case .heredoc(let form): if openHeredoc(form, behind: at + mark.open.count) { return }
      case .expansion: if expand(.code, &file, &terms) { return }
      case .pattern: if pattern(&file, &terms) { return }
      case .escape:
        at += mark.open.count
        if mark.open.count == 1, at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
        return
      }
    }
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
      file.braces.append(
        .init(start: Int32(truncatingIfNeeded: at), line: Int32(line), isOpen: byte == UInt8(ascii: "{")))
    }
    at += 1
  }

  /// Whether `r`, `br` or `cr` stands right before.
  private var isBehindRawMark: Bool {
    var start = at
    while start > lineStart, at - start < 3, table.classes[Int(bytes[start - 1])] == .letter { start -= 1 }
    let word = bytes[start..<at]
    return word.last == UInt8(ascii: "r")
      && (word.count == 1 || word.count == 2 && [UInt8(ascii: "b"), UInt8(ascii: "c")].contains(word[start]))
  }

  /// Takes words up to a byte that may end what they stand in.
  @inline(__always)
  mutating func words(
    _ zone: Zone, _ file: inout LexedFile, _ terms: inout some WordNumbering, until isEnd: (UInt8) -> Bool
  ) {
    while at < bytes.count {
      if isEnd(bytes[at]) { return }
      step(&file, zone, &terms)
    }
  }

  mutating func step(_ file: inout LexedFile, _ zone: Zone, _ terms: inout some WordNumbering) {
    switch table.classes[Int(bytes[at])] {
    case .newline:
      newLine(&file)
      isFirst = false
    case .letter: word(zone, &file, &terms)
    case .digit: number(zone, &file, &terms)
    default: at += 1
    }
  }

  func starts(with mark: [UInt8], at start: Int) -> Bool {
    guard start + mark.count <= bytes.count else { return false }
    for index in mark.indices where bytes[start + index] != mark[index] { return false }
    return true
  }
}
