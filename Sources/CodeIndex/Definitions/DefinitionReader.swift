/// Finds definitions by the words that begin them, for languages that ctags does not know.
struct DefinitionReader {
  let language: Language
  private let definers: [[UInt8]: String]

  init(_ language: Language) {
    self.language = language
    definers = Dictionary(uniqueKeysWithValues: language.definers.map { (Array($0.key.utf8), $0.value) })
  }

  /// The definitions of a file by line; ends are not known yet.
  func definitions(in file: LexedFile, _ bytes: [UInt8], _ terms: TermTable) -> [Definition] {
    guard !definers.isEmpty else { return [] }
    var kinds: [Int32: String?] = [:]
    var definitions: [Definition] = []
    var waiting: (kind: String, line: Int32)?
    for token in file.tokens where token.zone == .code {
      let kind = kinds[token.term] ?? definers[Array(terms.term(Int(token.term)))]
      kinds[token.term] = .some(kind)
      if let kind {
        // `super.init`, `order.case`
        if isBehindDot(token, bytes) { continue }
        if Self.nameless.contains(kind) {
          definitions.append(definition(String(decoding: terms.term(Int(token.term)), as: UTF8.self), kind, token.line))
          waiting = nil
        } else if waiting.map({ isRefined($0.kind, by: kind) }) ?? true {
          waiting = (kind, token.line)
        }
        continue
      }
      guard let found = waiting else { continue }
      waiting = nil
      // The name stands on the same line, or the word was something else.
      guard found.line == token.line, !isBehindDot(token, bytes) else { continue }
      definitions.append(
        definition(String(decoding: terms.term(Int(token.term)), as: UTF8.self), found.kind, token.line))
      if found.kind == "enumerator" { addCases(behind: token, bytes, &definitions) }
    }
    return definitions
  }

  /// Kinds whose word is the name.
  private static let nameless: Set = ["initializer", "deinitializer", "subscript"]

  private func isBehindDot(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.start > 0 && bytes[Int(token.start) - 1] == UInt8(ascii: ".")
  }

  /// `case open, closed(Int), other = "x"`: those behind the first.
  private func addCases(behind token: Token, _ bytes: [UInt8], _ definitions: inout [Definition]) {
    var at = Int(token.start) + Int(token.length)
    var depth = 0
    var line = token.line
    while at < bytes.count, depth >= 0 {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case 0x0a where depth == 0: return
      case UInt8(ascii: ":") where depth == 0, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""): return
      case UInt8(ascii: ",") where depth == 0:
        at += 1
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0a {
          if bytes[at] == 0x0a { line += 1 }
          at += 1
        }
        let name = bytes[min(at, bytes.count)...].prefix { RunBuilder.isNameByte($0) }
        guard !name.isEmpty else { return }
        definitions.append(definition(String(decoding: name, as: UTF8.self), "enumerator", line))
        at += name.count
        continue
      case 0x0a: line += 1
      default: break
      }
      at += 1
    }
  }

  /// Names what types build on where nothing else told: the names behind their own on its line; in Rust, where structures
  /// build on nothing, those are what `struct Override(Gitignore)` holds.
  static func nameBases(
    _ definitions: inout [Definition], _ file: LexedFile, _ bytes: [UInt8], _ terms: TermTable, _ language: Language
  ) {
    let isRust = language.name == "Rust"
    let notBases: Set = ["extends", "implements", "public", "private", "protected", "virtual", "with", "final"]
    var at = 0
    for index in definitions.indices where definitions[index].isType && definitions[index].bases.isEmpty {
      if isRust, definitions[index].kind != "interface" { continue }
      let line = definitions[index].line
      while at < file.tokens.count, Int(file.tokens[at].line) < line { at += 1 }
      // Where its own brace opens it, nothing more is said about it.
      var body: Int32?
      var depth = 0
      var end = 0
      while at < file.tokens.count, Int(file.tokens[at].line) == line, definitions[index].bases.count < 20 {
        let token = file.tokens[at]
        if let body, token.start > body { break }
        at += 1
        guard token.zone == .code else { continue }
        let word = String(decoding: terms.term(Int(token.term)), as: UTF8.self)
        if body != nil {
          // What stands in `<…>` is no base, nor what it has to be.
          for byte in bytes[min(end, Int(token.start))..<Int(token.start)] where language.name != "Ruby" {
            if byte == UInt8(ascii: "<") { depth += 1 }
            if byte == UInt8(ascii: ">") { depth -= 1 }
          }
          if word == "where" { break }
          let isMarked = bytes[Int(token.start) - 1] == UInt8(ascii: "@")
          if depth <= 0, !isMarked, !notBases.contains(word) { definitions[index].bases.append(word) }
        }
        end = Int(token.start) + Int(token.length)
        if body == nil, word == definitions[index].name { body = file.brace(behind: token.start) }
      }
    }
  }

  /// `class func` defines a function, `case let x` nothing of a case.
  private func isRefined(_ kind: String, by other: String) -> Bool { kind != other }

  private func definition(_ name: String, _ kind: String, _ line: Int32) -> Definition {
    Definition(name: name, kind: kind, line: Int(line), end: 0, container: "")
  }
}

extension LexedFile {
  /// Where the next brace opens; beyond the file where none does.
  fileprivate func brace(behind start: Int32) -> Int32 {
    var low = 0
    var high = braces.count
    while low < high {
      let middle = (low + high) / 2
      if braces[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return braces[low...].first { $0.isOpen }?.start ?? .max
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
