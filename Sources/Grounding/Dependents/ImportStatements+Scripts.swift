import CodeIndex

extension ImportStatements {
  /// `import D, { A as B } from 'm'`, `import * as n from 'm'`, `export { A as B } from 'm'`, `export * from 'm'`.
  static func script(_ pieces: inout ImportPieces, _ line: Int) -> [ImportBinding] {
    guard let verb = pieces.word(), verb == "import" || verb == "export" else { return [] }
    guard let module = module(pieces) else { return [] }
    let isExported = verb == "export"
    _ = pieces.take(.word("type"))
    if isExported, pieces.current != .mark(UInt8(ascii: "{")), pieces.current != .mark(UInt8(ascii: "*")) { return [] }
    var found: [ImportBinding] = []
    func add(_ local: String, _ taken: ImportBinding.Taken) {
      found.append(ImportBinding(local: local, module: module, taken: taken, line: line, isExported: isExported))
    }
    while let piece = pieces.next() {
      switch piece {
      case .text, .word("from"): return found
      case .mark(UInt8(ascii: "*")):
        if pieces.take(.word("as")) { add(pieces.word() ?? "*", .whole) } else { add("*", .all) }
      case .mark(UInt8(ascii: "{")): for (name, local) in names(&pieces) { add(local, .name(name)) }
      case .word(let word): add(word, .name("default"))
      default: continue
      }
    }
    return found
  }

  private static func module(_ pieces: ImportPieces) -> String? {
    for piece in pieces.pieces { if case .text(let text) = piece { return text } }
    return nil
  }

  /// `A, B as C, type D, e: f }`: what is taken, and what it is called here.
  private static func names(_ pieces: inout ImportPieces) -> [(name: String, local: String)] {
    var found: [(String, String)] = []
    while let piece = pieces.next(), piece != .mark(UInt8(ascii: "}")) {
      guard case .word(var name) = piece else { continue }
      if name == "type", case .word(let word) = pieces.current, word != "as" { name = pieces.word() ?? name }
      let isRenamed = pieces.take(.word("as")) || pieces.take(mark: ":")
      found.append((name, isRenamed ? pieces.word() ?? name : name))
    }
    return found
  }

  /// `const { a, b: c } = require('m')`, `const x = await import('m')`, and `export { a as b }` of what was brought in.
  static func addScript(
    _ bytes: [UInt8], _ words: [CodeWord], _ starts: [Int], _ bindings: inout [ImportBinding], _ lines: inout Set<Int>
  ) {
    for word in words where word.field == .code {
      let text = bytes[word.start..<word.end]
      if text.hasPrefix("require"), text.count == 7 || text.hasPrefix("import") && text.count == 6 {
        guard let binding = required(bytes, word, starts) else { continue }
        bindings += binding
        lines.insert(word.line)
      } else if text.hasPrefix("export"), text.count == 6 {
        let end = min(bytes.count, word.start + 2000)
        guard let close = bytes[word.end..<end].firstIndex(of: UInt8(ascii: "}")) else { continue }
        var pieces = ImportPieces(bytes[word.end..<close])
        guard pieces.take(mark: "{"), !isFrom(bytes, close + 1) else { continue }
        for (name, local) in names(&pieces) {
          for index in bindings.indices where bindings[index].local == name {
            if local == name {
              bindings[index].isExported = true
            } else {
              var other = bindings[index]
              (other.local, other.isExported) = (local, true)
              bindings.append(other)
            }
          }
        }
      }
    }
  }

  private static func isFrom(_ bytes: [UInt8], _ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    return bytes[at...].hasPrefix("from")
  }

  /// What a line with `require('m')` or `import('m')` binds.
  private static func required(_ bytes: [UInt8], _ word: CodeWord, _ starts: [Int]) -> [ImportBinding]? {
    var at = word.end
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "(") else { return nil }
    let rest = ImportPieces(bytes[at..<min(bytes.count, at + 300)])
    guard rest.pieces.count > 1, case .text(let module) = rest.pieces[1] else { return nil }
    var pieces = ImportPieces(bytes[starts[word.line - 1]..<word.start])
    guard let verb = pieces.word(), ["const", "let", "var"].contains(verb) else { return [] }
    var found: [ImportBinding] = []
    if pieces.take(mark: "{") {
      for (name, local) in names(&pieces) {
        found.append(ImportBinding(local: local, module: module, taken: .name(name), line: word.line))
      }
    } else if let local = pieces.word() {
      found.append(ImportBinding(local: local, module: module, taken: .whole, line: word.line))
      found.append(ImportBinding(local: local, module: module, taken: .name("default"), line: word.line))
    }
    return found
  }
}
