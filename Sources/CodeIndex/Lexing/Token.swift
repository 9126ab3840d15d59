/// What a word of a file stands in.
enum Zone: UInt8, Sendable {
  case code, comment, string
}

/// One word of a file, by the number of its bytes in a ``TermTable``.
struct Token: Sendable {
  let term: Int32
  /// Where it begins, in bytes.
  let start: Int32
  /// From 1.
  let line: Int32
  /// In bytes; see ``Lexer/longestWord``.
  let length: UInt8
  let zone: Zone
  /// Whether nothing but blanks stands before it on its line.
  let isFirst: Bool
}

/// What the lexer found in one file.
struct LexedFile: Sendable {
  /// In order.
  var tokens: [Token] = []
  /// Where blocks open and close, in order, for languages that have braces.
  var braces: [Brace] = []
  /// The columns before the first mark of each line, the first line first; nil for lines that are blank, or begin inside
  /// a comment or string.
  var indents: [Indent] = []
  /// Where the statements begin that bring other files in: offset of the first word, and the line.
  var imports: [(offset: Int, line: Int)] = []

  var lineCount: Int { indents.count }

  struct Brace: Sendable {
    /// Where it stands, in bytes.
    let start: Int32
    let line: Int32
    let isOpen: Bool
  }

  struct Indent: Sendable {
    /// -1 for none.
    var columns: Int16 = -1
    /// Whether the line begins with what closes a block: a bracket, or `end`.
    var isCloser = false
    /// Whether it begins with a word that goes on with a block that ends with `end`: `rescue`, `else`.
    var isMiddle = false
    /// Whether that is `)` or `]`.
    var isBracket = false
  }

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    braces.removeAll(keepingCapacity: true)
    indents.removeAll(keepingCapacity: true)
    imports.removeAll(keepingCapacity: true)
  }
}
