/// A syntax made ready for scanning: what each byte may begin.
final class SyntaxTable: Sendable {
  enum Class: UInt8, Sendable {
    case other, letter, digit, blank, newline, special
  }

  enum Opener: Sendable {
    case lineComment
    case blockComment(close: [UInt8], nests: Bool)
    case string(close: [UInt8], isEscaped: Bool, isLong: Bool)
    case character
    case heredoc(Syntax.Heredocs)
    /// `${…}` of shells.
    case expansion
    /// What takes its meaning from the mark behind it.
    case escape
    /// `/…/` of Perl.
    case pattern
  }

  struct Mark: Sendable {
    let open: [UInt8]
    let opener: Opener
  }

  let classes: [Class]
  /// The marks that begin with a byte, the longest first.
  let marks: [[Mark]]
  let isProse: Bool
  let hasExpansions: Bool
  let hasOperators: Bool
  let hasRawStrings: Bool
  let importers: [[UInt8]]

  init(_ language: Language) {
    let syntax = language.syntax
    var classes = [Class](repeating: .other, count: 256)
    for byte in 0...255 where Self.isLetter(UInt8(byte)) { classes[byte] = .letter }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { classes[Int(byte)] = .digit }
    for byte in [0x20, 0x09, 0x0d, 0x0c] { classes[byte] = .blank }
    classes[0x0a] = .newline
    var marks = [[Mark]](repeating: [], count: 256)
    for mark in Self.marks(of: syntax) {
      guard let first = mark.open.first else { continue }
      if classes[Int(first)] == .other { classes[Int(first)] = .special }
      marks[Int(first)].append(mark)
    }
    for byte in "{}" where syntax.blocks == .braces { classes[Int(byte.asciiValue ?? 0)] = .special }
    self.classes = classes
    self.marks = marks.map { $0.sorted { $0.open.count > $1.open.count } }
    isProse = syntax.isProse
    hasExpansions = syntax.quoting.contains(.expansions)
    hasOperators = syntax.quoting.contains(.operators)
    hasRawStrings = syntax.quoting.contains(.rawStrings)
    importers = language.importers.map { Array($0.utf8) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private static func marks(of syntax: Syntax) -> [Mark] {
    syntax.lineComments.map { Mark(open: Array($0.utf8), opener: .lineComment) }
      + syntax.blockComments.map {
        Mark(open: Array($0.open.utf8), opener: .blockComment(close: Array($0.close.utf8), nests: $0.nests))
      }
      + syntax.strings.map {
        let opener = Opener.string(close: Array($0.close.utf8), isEscaped: $0.isEscaped, isLong: $0.isLong)
        return Mark(open: Array($0.open.utf8), opener: $0.isCharacter ? .character : opener)
      } + quotingMarks(of: syntax)
  }

  private static func quotingMarks(of syntax: Syntax) -> [Mark] {
    var marks: [Mark] = []
    if let form = syntax.heredocs {
      marks.append(Mark(open: Array((form == .php ? "<<<" : "<<").utf8), opener: .heredoc(form)))
    }
    if syntax.quoting.contains(.expansions) {
      marks += [Mark(open: Array("${".utf8), opener: .expansion), Mark(open: Array("\\".utf8), opener: .escape)]
    }
    if syntax.quoting.contains(.operators) {
      marks += ["$\"", "$'", "$`"].map { Mark(open: Array($0.utf8), opener: .escape) }
      marks.append(Mark(open: [UInt8(ascii: "/")], opener: .pattern))
    }
    return marks
  }
}
