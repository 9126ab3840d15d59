/// Adds the enumerations of PHP (https://www.php.net/manual/en/language.enumerations.php), which universal-ctags 5.9 does not
/// know: their constants are lost, and their methods stand in whatever is around.
struct PHPDefinitions {
  private let file: LexedFile
  private let terms: TermTable

  init(_ file: LexedFile, _ terms: TermTable) {
    self.file = file
    self.terms = terms
  }

  func completing(_ definitions: [Definition]) -> [Definition] {
    let enums = enums(besides: definitions)
    guard !enums.isEmpty else { return definitions }
    var completed = definitions
    for index in completed.indices {
      let line = completed[index].line
      guard let around = enums.last(where: { $0.line <= line && line <= $0.end }) else { continue }
      // What the scope told stands around the enumeration as well.
      if completed[index].container == around.container { completed[index].container = Self.path(around) }
    }
    return completed + enums + enums.flatMap(constants)
  }

  private static func path(_ one: Definition) -> String {
    one.container.isEmpty ? one.name : one.container + "\\" + one.name
  }

  private func word(_ place: Int) -> String {
    String(decoding: terms.term(Int(file.tokens[place].term)), as: UTF8.self)
  }

  private func enums(besides definitions: [Definition]) -> [Definition] {
    let known = Set(definitions.map { "\($0.line) \($0.name)" })
    let space = definitions.first { $0.kind == "namespace" }?.name ?? ""
    return file.tokens.indices.dropLast().compactMap { place in
      let token = file.tokens[place]
      guard token.zone == .code, token.isFirst, word(place) == "enum", file.tokens[place + 1].line == token.line,
        let body = body(behind: file.tokens[place + 1].start)
      else { return nil }
      let name = word(place + 1)
      guard !known.contains("\(token.line) \(name)") else { return nil }
      return Definition(name: name, kind: "enum", line: Int(token.line), end: body.end, container: space)
    }
  }

  /// Where the next block begins, and the line on which it ends.
  private func body(behind start: Int32) -> (start: Int32, end: Int)? {
    guard let open = file.braces.firstIndex(where: { $0.isOpen && $0.start > start }) else { return nil }
    var depth = 0
    for brace in file.braces[open...] {
      depth += brace.isOpen ? 1 : -1
      if depth == 0 { return (file.braces[open].start, Int(brace.line)) }
    }
    return (file.braces[open].start, file.lineCount)
  }

  /// `case Hearts = 'H';` at the top of an enumeration; those of a `switch` stand deeper.
  private func constants(of one: Definition) -> [Definition] {
    var found: [Definition] = []
    var brace = file.braces.firstIndex { Int($0.line) >= one.line } ?? file.braces.count
    var depth = 0
    for place in file.tokens.indices.dropLast() {
      let token = file.tokens[place]
      guard Int(token.line) >= one.line else { continue }
      guard Int(token.line) <= one.end else { break }
      while brace < file.braces.count, file.braces[brace].start < token.start {
        depth += file.braces[brace].isOpen ? 1 : -1
        brace += 1
      }
      guard depth == 1, token.zone == .code, token.isFirst, word(place) == "case" else { continue }
      found.append(
        Definition(
          name: word(place + 1), kind: "enumerator", line: Int(token.line), end: Int(token.line),
          container: Self.path(one)))
    }
    return found
  }
}
