/// Finds definitions by the words that begin them, for languages that ctags does not know.
struct DefinitionReader {
  let language: Language
  private let definers: [[UInt8]: String]

  init(_ language: Language) {
    self.language = language
    definers = Dictionary(uniqueKeysWithValues: language.definers.map { (Array($0.key.utf8), $0.value) })
  }

  /// The definitions of a file by line; ends are not known yet.
  func definitions(in file: LexedFile, _ terms: TermTable) -> [Definition] {
    guard !definers.isEmpty else { return [] }
    var kinds: [Int32: String?] = [:]
    var definitions: [Definition] = []
    var waiting: (kind: String, line: Int32)?
    for token in file.tokens where token.zone == .code {
      let kind = kinds[token.term] ?? definers[Array(terms.term(Int(token.term)))]
      kinds[token.term] = .some(kind)
      if let kind {
        if kind == "initializer" {
          definitions.append(definition("init", kind, token.line))
          waiting = nil
        } else if waiting.map({ isRefined($0.kind, by: kind) }) ?? true {
          waiting = (kind, token.line)
        }
        continue
      }
      guard let found = waiting else { continue }
      waiting = nil
      // The name stands on the same line, or the word was something else.
      guard found.line == token.line else { continue }
      definitions.append(
        definition(String(decoding: terms.term(Int(token.term)), as: UTF8.self), found.kind, token.line))
    }
    return definitions
  }

  /// Names what types build on where nothing else told: the names behind their own on its line; in Rust, where structures
  /// build on nothing, those are what `struct Override(Gitignore)` holds.
  static func nameBases(
    _ definitions: inout [Definition], _ file: LexedFile, _ terms: TermTable, _ language: Language
  ) {
    let isRust = language.name == "Rust"
    let notBases: Set = [
      "extends", "implements", "public", "private", "protected", "virtual", "with", "where", "final",
    ]
    var at = 0
    for index in definitions.indices where definitions[index].isType && definitions[index].bases.isEmpty {
      if isRust, definitions[index].kind != "interface" { continue }
      let line = definitions[index].line
      while at < file.tokens.count, Int(file.tokens[at].line) < line { at += 1 }
      var isBehind = false
      while at < file.tokens.count, Int(file.tokens[at].line) == line, definitions[index].bases.count < 20 {
        let token = file.tokens[at]
        at += 1
        guard token.zone == .code else { continue }
        let word = String(decoding: terms.term(Int(token.term)), as: UTF8.self)
        if isBehind, !notBases.contains(word) { definitions[index].bases.append(word) }
        if word == definitions[index].name { isBehind = true }
      }
    }
  }

  /// `class func` defines a function, `case let x` nothing of a case.
  private func isRefined(_ kind: String, by other: String) -> Bool { kind != other }

  private func definition(_ name: String, _ kind: String, _ line: Int32) -> Definition {
    Definition(name: name, kind: kind, line: Int(line), end: 0, container: "")
  }
}

extension [Definition] {
  private static let functions: Set = ["function", "method", "initializer", "macro"]

  /// Leaves out variables and constants of functions: they are nobody else's business. By line.
  mutating func removeLocals() {
    let values: Set = ["variable", "constant", "enumerator"]
    var end = 0
    removeAll { definition in
      if values.contains(definition.kind), definition.line <= end { return true }
      if Self.functions.contains(definition.kind), definition.end > definition.line {
        end = Swift.max(end, definition.end)
      }
      return false
    }
  }

  /// Names what each stands in, by lines, where nothing else told. By line.
  mutating func nameContainers() {
    var open: [(name: String, end: Int)] = []
    for index in indices {
      while let last = open.last, last.end < self[index].line { open.removeLast() }
      // The last line of `typedef struct mail { … } mail_t;` names it, and is nothing in it.
      if self[index].kind == "typedef", let around = open.last, around.end == self[index].line { open.removeLast() }
      if self[index].container.isEmpty, let around = open.last, around.end >= self[index].end {
        self[index].container = around.name
      }
      guard self[index].end > self[index].line else { continue }
      let own = self[index]
      // Deep nesting is somebody's trick: names do not grow without end.
      let isLong = own.container.utf8.count > 200
      open.append((own.container.isEmpty || isLong ? own.name : own.container + "." + own.name, own.end))
    }
  }
}
