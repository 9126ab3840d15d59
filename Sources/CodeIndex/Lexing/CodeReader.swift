/// A word of a text, with its place.
package struct CodeWord: Hashable, Sendable {
  private let first: Int32
  private let number: Int32
  private let length: UInt8
  package let field: Field

  private init(first: Int32, number: Int32, length: UInt8, field: Field) {
    (self.first, self.number, self.length, self.field) = (first, number, length, field)
  }

  fileprivate init(_ token: Token) {
    first = token.start
    number = token.line
    length = token.length
    field =
      switch token.zone {
      case .code: .code
      case .comment: .comment
      case .string: .string
      }
  }

  /// Its bytes.
  package var start: Int { Int(first) }
  package var end: Int { Int(first) + Int(length) }
  /// From 1.
  package var line: Int { Int(number) }

  /// With the `?` or `!` behind it, which in Ruby are part of a name; those of `a != b` are not.
  fileprivate func withMark(in bytes: [UInt8]) -> Self {
    guard field == .code, end < bytes.count, bytes[end] == UInt8(ascii: "?") || bytes[end] == UInt8(ascii: "!"),
      length < .max, end + 1 >= bytes.count || bytes[end + 1] != UInt8(ascii: "=")
    else { return self }
    return CodeWord(first: first, number: number, length: length + 1, field: field)
  }
}

/// Reads texts into words that know where they stand, for a closer look at a few files than the index takes.
package final class CodeReader {
  private var tables: [String: SyntaxTable] = [:]
  private var file = LexedFile()

  package init() {}

  /// The words of a text in order, those of code, comments and strings.
  package func words(of bytes: [UInt8], language: String) -> [CodeWord] {
    let table = tables[language] ?? SyntaxTable(Language.called(language))
    tables[language] = table
    var numbers = NoNumbers()
    Lexer.read(bytes, table, into: &file, &numbers)
    let words = file.tokens.map(CodeWord.init)
    return language == "Ruby" ? words.map { $0.withMark(in: bytes) } : words
  }
}
