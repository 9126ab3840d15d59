/// What shells, Perl, Ruby and PHP have beside quotes of one mark: here-documents, `${…}`, and operators that quote.
///
/// What has no end within reach is none of these: code that is taken for a text loses more than a text taken for code.
extension Lexer {
  /// A text that ends with a line that holds its label.
  struct Heredoc {
    let label: Range<Int>
    /// Whether blanks may stand before the label.
    let isIndented: Bool
    /// Whether code may stand behind the label.
    let isOpenEnded: Bool
  }

  private static let mostHeredocs = 8
  /// How far the end of an operator's text is looked for, in bytes.
  private static let longestQuote = 8 << 10
  private static let longestExpansion = 1000

  // MARK: Here-documents

  /// Takes what opens one; its text begins on the next line.
  mutating func openHeredoc(_ form: Syntax.Heredocs, behind start: Int) -> Bool {
    guard heredocs.count < Self.mostHeredocs, lookaheads > 0, at == 0 || bytes[at - 1] != UInt8(ascii: "<") else {
      return false
    }
    var place = start
    var isIndented = form == .php
    let mark = byte(place)
    if form != .php, mark == UInt8(ascii: "-") || form != .shell && mark == UInt8(ascii: "~") {
      isIndented = true
      place += 1
    }
    let bare = place
    while form != .ruby, byte(place) == 0x20 || byte(place) == 0x09 { place += 1 }
    if form == .shell, byte(place) == UInt8(ascii: "\\") { place += 1 }
    let quote = byte(place)
    let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    if isQuoted { place += 1 }
    // `x << Y` is a shift, and `list <<item` an append.
    if !isQuoted, form == .perl && place > bare || form == .ruby && !isIndented && !byte(place).isUpper { return false }
    let label = place
    while isQuoted ? isLine(byte(place)) && byte(place) != quote : isNameByte(byte(place)) { place += 1 }
    guard place > label, !(0x30...0x39).contains(byte(label)), !isQuoted || byte(place) == quote else { return false }
    let found = Heredoc(label: label..<place, isIndented: isIndented, isOpenEnded: form == .php)
    guard hasEnd(found, from: place) else {
      lookaheads -= 1
      return false
    }
    heredocs.append(found)
    at = place + (isQuoted ? 1 : 0)
    isFirst = false
    return true
  }

  private func hasEnd(_ heredoc: Heredoc, from start: Int) -> Bool {
    var place = start
    while let line = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) {
      place = line + 1
      if end(of: heredoc, at: place) != nil { return true }
    }
    return false
  }

  /// The place behind the label, where the line at `start` ends the text.
  private func end(of heredoc: Heredoc, at start: Int) -> Int? {
    var place = start
    while heredoc.isIndented, byte(place) == 0x20 || byte(place) == 0x09 { place += 1 }
    for label in heredoc.label {
      guard byte(place) == bytes[label] else { return nil }
      place += 1
    }
    guard !isNameByte(byte(place)) else { return nil }
    if heredoc.isOpenEnded || place >= bytes.count || byte(place) == UInt8(ascii: "\n") { return place }
    return byte(place) == 0x0d && byte(place + 1) == UInt8(ascii: "\n") ? place : nil
  }

  /// Takes the texts that were opened on the line before, up to the label of the last.
  mutating func readHeredocs(_ file: inout LexedFile, _ terms: inout some WordNumbering) {
    for heredoc in heredocs {
      isFirst = false
      while at < bytes.count {
        if let end = end(of: heredoc, at: at) {
          at = end
          break
        }
        words(.string, &file, &terms) { $0 == UInt8(ascii: "\n") }
        if at < bytes.count { step(&file, .string, &terms) }
      }
      // The next one begins on the line behind the label.
      if heredoc.label != heredocs.last?.label, at < bytes.count { step(&file, .string, &terms) }
    }
    heredocs = []
  }

  // MARK: Expansions

  /// Takes `${…}`, whose braces are no block's and whose marks open nothing.
  mutating func expand(_ zone: Zone, _ file: inout LexedFile, _ terms: inout some WordNumbering) -> Bool {
    guard byte(at + 1) == UInt8(ascii: "{"), lookaheads > 0 else { return false }
    guard let end = expansionEnd() else {
      lookaheads -= 1
      return false
    }
    at += 2
    while at < end { step(&file, zone, &terms) }
    at = end + 1
    isFirst = false
    return true
  }

  private func expansionEnd() -> Int? {
    var depth = 1
    var place = at + 2
    let limit = min(bytes.count, at + Self.longestExpansion)
    while place < limit, bytes[place] != UInt8(ascii: "\n") {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let line = bytes[(place + 1)..<limit].prefix { $0 != UInt8(ascii: "\n") }
        if let close = line.firstIndex(of: bytes[place]) { place = close }
      case UInt8(ascii: "$") where byte(place + 1) == UInt8(ascii: "{"):
        depth += 1
        place += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
      place += 1
    }
    return nil
  }

  // MARK: Operators

  /// How many texts the operators of Perl take.
  private static let operators: [[UInt8]: Int] = [
    Array("q".utf8): 1, Array("qq".utf8): 1, Array("qw".utf8): 1, Array("qr".utf8): 1, Array("qx".utf8): 1,
    Array("m".utf8): 1, Array("s".utf8): 2, Array("y".utf8): 2, Array("tr".utf8): 2,
  ]

  /// Takes what the word from `start` quotes, where it is an operator that does.
  mutating func quote(
    from start: Int, _ file: inout LexedFile, _ terms: inout some WordNumbering
  ) -> Bool {
    guard at - start <= 2, lookaheads > 0, let parts = Self.operators[Array(bytes[start..<at])],
      start == 0 || !"$@%&*-:>".utf8.contains(bytes[start - 1]), previousWord(start) != "sub"
    else { return false }
    var open = at
    while byte(open) == 0x20 || byte(open) == 0x09 { open += 1 }
    // `y => 1`, `{s}`, `(m)` and the like are names.
    guard open < bytes.count, !isNameByte(bytes[open]), !"=,;:)]}>\n\r".utf8.contains(bytes[open]),
      open == at || bytes[open] != UInt8(ascii: "#")
    else { return false }
    guard let end = quoteEnd(open, parts) else {
      lookaheads -= 1
      return false
    }
    while at <= end { step(&file, .string, &terms) }
    at = max(at, end + 1)
    while byte(at).isLower { at += 1 }
    isFirst = false
    return true
  }

  private func quoteEnd(_ open: Int, _ parts: Int) -> Int? {
    guard let first = closing(open) else { return nil }
    guard parts == 2 else { return first }
    guard Self.partner(of: bytes[open]) != bytes[open] else { return closing(first) }
    var second = first + 1
    while byte(second) == 0x20 || byte(second) == 0x09 || byte(second) == 0x0a || byte(second) == 0x0d { second += 1 }
    guard second < bytes.count, !isNameByte(bytes[second]) else { return nil }
    return closing(second)
  }

  private static func partner(of mark: UInt8) -> UInt8 {
    switch mark {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: mark
    }
  }

  /// Where the text ends that the mark at `open` begins; brackets nest.
  private func closing(_ open: Int, isOneLine: Bool = false) -> Int? {
    let mark = bytes[open]
    let close = Self.partner(of: mark)
    var depth = 1
    var place = open + 1
    let limit = min(bytes.count, open + Self.longestQuote)
    while place < limit {
      switch bytes[place] {
      case UInt8(ascii: "\n") where isOneLine: return nil
      case UInt8(ascii: "\\"): place += 1
      case close:
        depth -= 1
        if depth == 0 { return place }
      case mark: depth += 1
      default: break
      }
      place += 1
    }
    return nil
  }

  /// Takes `/…/` where no value stands before it: there it would divide.
  mutating func pattern(_ file: inout LexedFile, _ terms: inout some WordNumbering) -> Bool {
    guard lookaheads > 0, isPatternExpected() else { return false }
    guard let end = closing(at, isOneLine: true) else {
      lookaheads -= 1
      return false
    }
    while at <= end { step(&file, .string, &terms) }
    at = max(at, end + 1)
    isFirst = false
    return true
  }

  private static let beforePatterns: Set = [
    "split", "if", "unless", "and", "or", "not", "return", "grep", "map", "while", "until", "when", "x",
  ]

  private func isPatternExpected() -> Bool {
    guard byte(at + 1) != UInt8(ascii: "/") else { return false }
    var place = at - 1
    while place >= 0, bytes[place] == 0x20 || bytes[place] == 0x09 { place -= 1 }
    guard place >= 0, bytes[place] != UInt8(ascii: "\n") else { return true }
    if "(,=~!&|{;?".utf8.contains(bytes[place]) { return true }
    return Self.beforePatterns.contains(previousWord(at))
  }

  /// The word before a place, blanks between; empty where there is none.
  private func previousWord(_ start: Int) -> String {
    var end = start
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    var first = end
    while first > 0, end - first < 20, isNameByte(bytes[first - 1]) { first -= 1 }
    return String(decoding: bytes[first..<end], as: UTF8.self)
  }

  // MARK: Bytes

  /// 0 behind the end.
  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private func isLine(_ byte: UInt8) -> Bool { byte != 0 && byte != UInt8(ascii: "\n") }

  private func isNameByte(_ byte: UInt8) -> Bool {
    let kind = table.classes[Int(byte)]
    return kind == .letter || kind == .digit
  }
}

extension UInt8 {
  fileprivate var isUpper: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  fileprivate var isLower: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
}
