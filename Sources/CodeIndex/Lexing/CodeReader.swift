/// A word of a text, with its place.
package struct CodeWord: Hashable, Sendable {
  /// As ``CodeReader`` numbers it.
  package let name: Int
  /// Its bytes.
  package let start: Int
  package let end: Int
  /// From 1.
  package let line: Int
  package let field: Field
}

/// Reads texts into words that know where they stand, for a closer look at a few files than the index takes. Words of all
/// texts that it reads have the same numbers.
package struct CodeReader {
  private var terms = TermTable()
  private var tables: [String: SyntaxTable] = [:]
  private var file = LexedFile()

  package init() {}

  /// The words of a text in order, those of code, comments and strings.
  package mutating func words(of bytes: [UInt8], language: String) -> [CodeWord] {
    let table = tables[language] ?? SyntaxTable(Language.called(language))
    tables[language] = table
    Lexer.read(bytes, table, into: &file, &terms)
    return file.tokens.map { token in
      let start = Int(token.start)
      let field: Field =
        switch token.zone {
        case .code: .code
        case .comment: .comment
        case .string: .string
        }
      return CodeWord(
        name: Int(token.term), start: start, end: start + terms.range(Int(token.term)).count, line: Int(token.line),
        field: field)
    }
  }

  package mutating func number(of name: String) -> Int { terms.number(of: Array(name.utf8)) }

  package func name(_ number: Int) -> String { String(decoding: terms.term(number), as: UTF8.self) }
}
