/// Steps over the text of a language with braces mark by mark: comments and strings are passed over, lines are counted.
struct DeclarationScanner {
  private let bytes: [UInt8]
  /// Whether strings may begin with `@` or `$`, and lines with `#` are for the compiler: C#.
  private let isSharp: Bool
  private(set) var at = 0
  /// From 1; that of the mark at ``at``.
  private(set) var line = 1
  /// The line of the mark before.
  private(set) var lastLine = 1

  init(_ bytes: [UInt8], isSharp: Bool) {
    self.bytes = bytes
    self.isSharp = isSharp
    // A byte order mark is no name.
    if isAt("\u{feff}") { at = 3 }
  }

  /// The next byte that is neither blank nor of a comment; nil at the end.
  mutating func peek() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0a, 0x0c, 0x0d: step()
      case 0xc2 where isHardSpace(at): at += 2
      case UInt8(ascii: "/") where byte(at + 1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where byte(at + 1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "#") where isSharp: skipDirective()
      default: return bytes[at]
      }
    }
    return nil
  }

  /// Goes behind the mark at hand; behind the end there is none.
  mutating func step() {
    guard at < bytes.count else { return }
    if ![0x20, 0x09, 0x0a, 0x0c, 0x0d].contains(bytes[at]) { lastLine = line }
    if bytes[at] == 0x0a { line += 1 }
    at += 1
  }

  /// Whether the next mark is this one; it is passed then.
  mutating func take(_ mark: Character) -> Bool {
    guard let next = peek(), next == mark.asciiValue else { return false }
    step()
    return true
  }

  /// Whether these marks stand next to each other at hand; they are not passed.
  func isAt(_ marks: String) -> Bool { bytes[min(at, bytes.count)...].starts(with: marks.utf8) }

  /// The name at hand, behind which it goes; nil where none begins.
  mutating func word() -> String? {
    guard let first = peek(), Self.isLetter(first) else { return nil }
    let start = at
    while at < bytes.count, Self.isLetter(bytes[at]) && !isHardSpace(at) || (0x30...0x39).contains(bytes[at]) {
      at += 1
    }
    lastLine = line
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// The same, or what stands in backquotes: `` `a name with blanks` `` of Kotlin.
  mutating func name() -> String? {
    guard peek() == UInt8(ascii: "`") else { return word() }
    let rest = bytes[(at + 1)...].prefix { $0 != UInt8(ascii: "`") && $0 != 0x0a }
    at = min(rest.endIndex + 1, bytes.count)
    lastLine = line
    return String(decoding: rest, as: UTF8.self)
  }

  /// The line of the next mark.
  mutating func nextLine() -> Int {
    _ = peek()
    return line
  }

  /// Whether the next mark stands on the line of the last one.
  mutating func isOnLine() -> Bool { peek() != nil && line == lastLine }

  /// Whether a blank stands right before.
  var isBehindBlank: Bool { at > 0 && (bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09) }

  /// Whether a name begins at hand.
  mutating func isAtWord() -> Bool { peek().map(Self.isLetter) ?? false }

  /// Goes behind the bracket that closes the one at hand, brackets of all kinds and strings within it.
  mutating func skipBrackets() {
    var depth = 0
    repeat {
      guard let next = peek() else { return }
      switch next {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      pass()
    } while depth > 0
  }

  /// Goes up to the brace that closes what is around.
  mutating func skipBody() {
    while let next = peek(), next != UInt8(ascii: "}") {
      if "([{".utf8.contains(next) { skipBrackets() } else { pass() }
    }
  }

  /// Goes behind `<…>`; nothing of it is a comparison where types stand.
  mutating func skipTypeParameters() {
    var depth = 0
    repeat {
      guard let next = peek(), next != UInt8(ascii: ";"), next != UInt8(ascii: "{") else { return }
      if next == UInt8(ascii: "<") { depth += 1 }
      if next == UInt8(ascii: ">") { depth -= 1 }
      step()
    } while depth > 0
  }

  /// Goes up to the first of these marks outside of brackets, or the bracket that closes what is around.
  mutating func skip(to marks: String) {
    while let next = peek() {
      if marks.utf8.contains(next) { return }
      switch next {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): skipBrackets()
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return
      default: pass()
      }
    }
  }

  /// Goes behind the mark at hand, or the string or character that it begins.
  mutating func pass() {
    guard at < bytes.count else { return }
    let start = line
    defer { lastLine = bytes[at - 1] == 0x0a ? start : line }
    switch bytes[at] {
    case UInt8(ascii: "\""): skipString()
    case UInt8(ascii: "'"): skipQuoted(UInt8(ascii: "'"))
    case UInt8(ascii: "@") where isSharp && byte(at + 1) == UInt8(ascii: "\""): skipVerbatim(from: at + 1)
    case UInt8(ascii: "@") where isSharp && byte(at + 1) == UInt8(ascii: "$") && byte(at + 2) == UInt8(ascii: "\""):
      skipVerbatim(from: at + 2)
    case UInt8(ascii: "$") where isSharp && byte(at + 1) == UInt8(ascii: "@") && byte(at + 2) == UInt8(ascii: "\""):
      skipVerbatim(from: at + 2)
    default: step()
    }
  }

  private mutating func skipString() {
    guard byte(at + 1) == UInt8(ascii: "\""), byte(at + 2) == UInt8(ascii: "\"") else {
      return skipQuoted(UInt8(ascii: "\""))
    }
    at += 3
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\"), !isSharp { step() }
      if isAt("\"\"\"") {
        while byte(at) == UInt8(ascii: "\"") { at += 1 }
        return
      }
      step()
    }
  }

  /// What is not closed ends with its line.
  private mutating func skipQuoted(_ quote: UInt8) {
    at += 1
    while at < bytes.count, bytes[at] != quote, bytes[at] != 0x0a {
      if bytes[at] == UInt8(ascii: "\\"), byte(at + 1) != 0x0a { at += 1 }
      at += 1
    }
    at = min(byte(at) == quote ? at + 1 : at, bytes.count)
  }

  /// `@"C:\"`, in which two quotes are one.
  private mutating func skipVerbatim(from quote: Int) {
    at = quote + 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        guard byte(at + 1) == UInt8(ascii: "\"") else {
          at += 1
          return
        }
        at += 1
      }
      step()
    }
  }

  /// Goes up to the end of the line.
  mutating func skipLine() { while at < bytes.count, bytes[at] != 0x0a { at += 1 } }

  /// Of `#if` and its alternatives the first is read: both together would open more braces than they close.
  private mutating func skipDirective() {
    let isOther = isAt("#else") || isAt("#elif")
    skipLine()
    var depth = isOther ? 1 : 0
    while depth > 0, at < bytes.count {
      step()
      while byte(at) == 0x20 || byte(at) == 0x09 { at += 1 }
      if isAt("#if") { depth += 1 }
      if isAt("#endif") { depth -= 1 }
      skipLine()
    }
  }

  private mutating func skipComment() {
    at += 2
    while at < bytes.count, !isAt("*/") {
      if bytes[at] == 0x0a { line += 1 }
      at += 1
    }
    at = min(at + 2, bytes.count)
  }

  /// A blank that does not break lines, which compilers take for one.
  private func isHardSpace(_ place: Int) -> Bool { byte(place) == 0xc2 && byte(place + 1) == 0xa0 }

  /// The byte there; 0 behind the end.
  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
