import CodeIndex

/// Reads what the statements of a file bring in, and under which names.
enum ImportStatements {
  private static let mostStatements = 1000

  /// - Parameters:
  ///   - imports: as the index has them.
  ///   - starts: where each line begins.
  ///   - words: all of them in order; asked for where ``needsWords(_:)``.
  static func read(
    _ bytes: [UInt8], _ family: CodeFamily, _ imports: [ImportedModule], _ starts: [Int], _ words: [CodeWord]
  ) -> (bindings: [ImportBinding], lines: Set<Int>) {
    var bindings: [ImportBinding] = []
    var lines: Set<Int> = []
    var seen: Set<Int> = []
    for line in imports.map(\.line) where line <= starts.count && seen.insert(line).inserted {
      guard seen.count <= mostStatements else { break }
      let statement = ImportReader.statement(at: starts[line - 1], in: bytes)
      if family == .rust, ImportReader.rustImport(statement) == nil { continue }
      let read = self.bindings(statement, line, family)
      // In scripts definitions may begin with `export` too.
      if read.isEmpty, statement.hasPrefix("export") { continue }
      lines.formUnion(line...(line + statement.count { $0 == 0x0a }))
      bindings += read
    }
    if family == .swift { addSwift(bytes, words, starts, &bindings, &lines) }
    if family == .script { addScript(bytes, words, starts, &bindings, &lines) }
    return (bindings, lines)
  }

  /// Whether statements of a language are found by their words too.
  static func needsWords(_ family: CodeFamily) -> Bool { family == .swift || family == .script }

  private static func bindings(
    _ statement: ArraySlice<UInt8>, _ line: Int, _ family: CodeFamily
  ) -> [ImportBinding] {
    var pieces = ImportPieces(statement)
    switch family {
    case .python: return python(&pieces, line)
    case .script: return script(&pieces, line)
    case .go: return go(statement, line)
    case .rust: return rust(&pieces, line)
    case .c, .ruby:
      return quoted(statement).map { ImportBinding(local: "", module: $0, taken: .all, line: line) }
    case .swift:
      let module = pieces.pieces.compactMap { piece -> String? in
        if case .word(let word) = piece { word } else { nil }
      }.first {
        !["import", "testable", "_exported", "public", "package", "internal", "struct", "class", "func"].contains($0)
      }
      return module.map { [ImportBinding(local: $0, module: $0, taken: .all, line: line)] } ?? []
    case .jvm, .cSharp, .php, .perl, .fortran, .page, .other: return dotted(&pieces, line)
    }
  }

  /// `package import Store`: behind words that say for whom.
  private static func addSwift(
    _ bytes: [UInt8], _ words: [CodeWord], _ starts: [Int], _ bindings: inout [ImportBinding], _ lines: inout Set<Int>
  ) {
    for (place, word) in words.enumerated()
    where word.field == .code && bytes[word.start..<word.end].hasPrefix("import") {
      guard word.end - word.start == 6, place + 1 < words.count, words[place + 1].line == word.line,
        !lines.contains(word.line)
      else { continue }
      let before = bytes[starts[word.line - 1]..<word.start].trimmed()
      guard ["package", "public", "internal", "private", "fileprivate"].contains(before.text) else { continue }
      let module = bytes[words[place + 1].start..<words[place + 1].end].text
      bindings.append(ImportBinding(local: module, module: module, taken: .all, line: word.line))
      lines.insert(word.line)
    }
  }

  private static func quoted(_ statement: ArraySlice<UInt8>) -> [String] {
    let texts = ImportPieces(statement).pieces.compactMap { if case .text(let text) = $0 { text } else { nil } }
    guard texts.isEmpty, let open = statement.firstIndex(of: UInt8(ascii: "<")),
      let close = statement[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return texts }
    return [statement[(open + 1)..<close].text]
  }

  // MARK: Languages

  /// `import a.b as c, d` and `from .a import (b, c as d)`.
  private static func python(_ pieces: inout ImportPieces, _ line: Int) -> [ImportBinding] {
    var found: [ImportBinding] = []
    let first = pieces.word()
    if first == "from" {
      let module = pieces.path()
      guard let verb = pieces.word(), verb == "import" || verb == "cimport" else { return [] }
      while let piece = pieces.next() {
        if piece == .mark(UInt8(ascii: "*")) {
          found.append(ImportBinding(local: "*", module: module, taken: .all, line: line))
        }
        guard case .word(let name) = piece else { continue }
        let local = pieces.take(.word("as")) ? pieces.word() ?? name : name
        found.append(ImportBinding(local: local, module: module, taken: .name(name), line: line))
      }
    } else if first == "import" || first == "cimport" {
      while !pieces.isAtEnd {
        let module = pieces.path()
        guard !module.isEmpty else { break }
        let alias = pieces.take(.word("as")) ? pieces.word() : nil
        let local = alias ?? module.replacing("/", with: ".")
        found.append(ImportBinding(local: local, module: module, taken: .whole, line: line))
        guard pieces.take(mark: ",") else { break }
      }
    }
    return found
  }

  /// `alias "example.com/a/b"`, one a line.
  private static func go(_ statement: ArraySlice<UInt8>, _ line: Int) -> [ImportBinding] {
    var found: [ImportBinding] = []
    for (offset, text) in statement.lines().enumerated() {
      let pieces = ImportPieces(text).pieces
      guard let module = pieces.compactMap({ if case .text(let text) = $0 { text } else { nil } }).first else {
        continue
      }
      let words = pieces.compactMap { if case .word(let word) = $0 { word } else { nil } }.filter { $0 != "import" }
      let isAll = pieces.first == .mark(UInt8(ascii: "."))
      found.append(
        ImportBinding(local: words.first ?? "", module: module, taken: isAll ? .all : .whole, line: line + offset))
    }
    return found
  }

  /// `use a::{b, c::{d as e, *}};`
  private static func rust(_ pieces: inout ImportPieces, _ line: Int) -> [ImportBinding] {
    var isUse = false
    var isExported = false
    while let piece = pieces.next() {
      if piece == .word("use") { isUse = true }
      if piece == .word("pub") { isExported = true }
      if isUse || piece == .word("mod") { break }
    }
    guard isUse else {
      return pieces.word().map { [ImportBinding(local: $0, module: $0, taken: .whole, line: line)] } ?? []
    }
    var found: [ImportBinding] = []
    var path: [String] = []
    var depths = [0]
    func add(_ local: String?) {
      guard let last = path.last else { return }
      let isSelf = last == "self" && path.count > 1
      let whole = isSelf ? path.dropLast() : path[...]
      guard let name = whole.last else { return }
      found.append(
        ImportBinding(
          local: local ?? name, module: whole.dropLast().joined(separator: "/"), taken: .name(name), line: line,
          isExported: isExported))
    }
    var isOpen = false
    while let piece = pieces.next(), found.count < 200 {
      switch piece {
      case .word("as"):
        add(pieces.word())
        isOpen = false
      case .word(let word):
        path.append(word)
        isOpen = true
      case .mark(UInt8(ascii: "*")):
        found.append(
          ImportBinding(
            local: "*", module: path.joined(separator: "/"), taken: .all, line: line, isExported: isExported))
        isOpen = false
      case .mark(UInt8(ascii: "{")):
        depths.append(path.count)
        isOpen = false
      case .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: "}")):
        if isOpen { add(nil) }
        isOpen = false
        path.removeLast(max(0, path.count - (depths.last ?? 0)))
        if piece == .mark(UInt8(ascii: "}")), depths.count > 1 { depths.removeLast() }
      default: break
      }
    }
    if isOpen { add(nil) }
    return found
  }

  /// `import a.b.C`, `import static a.b.C.*`, `using A.B;`, `use A\B as C;`
  private static func dotted(_ pieces: inout ImportPieces, _ line: Int) -> [ImportBinding] {
    _ = pieces.word()
    while let word = pieces.current,
      ["static", "function", "const", "public", "global"].contains(where: { word == .word($0) })
    {
      _ = pieces.next()
    }
    _ = pieces.take(mark: "\\")
    let path = pieces.path()
    guard !path.isEmpty else { return [] }
    if pieces.take(mark: "*") || pieces.take(mark: "_") {
      return [ImportBinding(local: "*", module: path, taken: .all, line: line)]
    }
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last ?? path
    let local = pieces.take(.word("as")) ? pieces.word() ?? name : name
    return [
      ImportBinding(local: local, module: parts.dropLast().joined(separator: "/"), taken: .name(name), line: line),
      ImportBinding(local: "*", module: path, taken: .all, line: line),
    ]
  }
}
