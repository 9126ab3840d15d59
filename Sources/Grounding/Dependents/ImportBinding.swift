/// A name that a file gets from elsewhere.
struct ImportBinding: Hashable {
  enum Taken: Hashable {
    /// One name of the module; `default` for what a script exports without a name.
    case name(String)
    /// The module itself.
    case whole
    /// All that the module has.
    case all
  }

  /// What the file calls it; with dots where it is written so: `import a.b`.
  var local: String
  /// As the statement writes it, with `/` between its parts.
  var module: String
  var taken: Taken
  var line: Int
  /// Whether the file hands it on, besides what its language hands on by itself.
  var isExported = false
}

/// A statement that brings something in, cut into words, quoted texts and marks.
struct ImportPieces {
  enum Piece: Hashable {
    case word(String)
    case text(String)
    case mark(UInt8)
  }

  private(set) var pieces: [Piece] = []
  private var at = 0

  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      let start = at
      at += 1
      switch byte {
      case _ where byte.isNameByte || byte == UInt8(ascii: "$"):
        while at < bytes.endIndex, bytes[at].isNameByte || bytes[at] == UInt8(ascii: "$") { at += 1 }
        pieces.append(.word(bytes[start..<at].text))
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        while at < bytes.endIndex, bytes[at] != byte, bytes[at] != 0x0a { at += 1 }
        pieces.append(.text(bytes[(start + 1)..<at].text))
        at += 1
      case UInt8(ascii: "/") where at < bytes.endIndex && bytes[at] == byte,
        UInt8(ascii: "#") where start > bytes.startIndex:
        while at < bytes.endIndex, bytes[at] != 0x0a { at += 1 }
      case _ where byte.isBlank: continue
      default: pieces.append(.mark(byte))
      }
    }
  }

  var isAtEnd: Bool { at >= pieces.count }
  var current: Piece? { at < pieces.count ? pieces[at] : nil }

  mutating func next() -> Piece? {
    guard at < pieces.count else { return nil }
    at += 1
    return pieces[at - 1]
  }

  /// Goes on if the next piece is this one.
  mutating func take(_ piece: Piece) -> Bool {
    guard current == piece else { return false }
    at += 1
    return true
  }

  mutating func take(mark: Character) -> Bool { take(.mark(mark.asciiValue ?? 0)) }

  mutating func word() -> String? {
    guard case .word(let word) = current else { return nil }
    at += 1
    return word
  }

  /// Words joined by `.`, `::` or `\`, as a path with `/`; leading dots stay.
  mutating func path() -> String {
    var dots = ""
    while take(mark: ".") { dots += "." }
    var parts: [String] = []
    while let word = word() {
      // `from . import x`: what follows the dots is no part of the path.
      if parts.isEmpty, !dots.isEmpty, word == "import" || word == "cimport" {
        at -= 1
        break
      }
      parts.append(word)
      let before = at
      let isJoined = take(mark: ".") || take(mark: "\\") || (take(mark: ":") && take(mark: ":"))
      guard isJoined else {
        at = before
        break
      }
      guard case .word = current else { break }
    }
    return dots + parts.joined(separator: "/")
  }
}
