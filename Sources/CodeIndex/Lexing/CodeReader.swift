/// A word of a text, with its place.
package struct CodeWord: Hashable, Sendable {
  private let first: Int32
  private let number: Int32
  private let length: UInt8
  package let field: Field

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
    return file.tokens.map(CodeWord.init)
  }
}
