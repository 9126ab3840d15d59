/// Reads the statements that bring other files in, in whatever language: what is quoted, else a name with dots.
package enum ImportReader {
  /// No statement is longer; what is, is cut there.
  private static let longest = 4096

  static func imports(of file: LexedFile, in bytes: [UInt8], _ language: Language) -> [ImportedModule] {
    var found: [ImportedModule] = []
    for (offset, line) in file.imports.prefix(2000) {
      found += modules(statement(at: offset, in: bytes), line, language)
    }
    return found
  }

  /// The statement's bytes: to the end of its line, or of the bracket that is open there.
  package static func statement(at start: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let limit = min(bytes.count, start + longest)
    var depth = 0
    var at = start
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ";") where depth <= 0: return bytes[start..<at]
      case UInt8(ascii: "\n") where depth <= 0 && !(at > start && bytes[at - 1] == UInt8(ascii: "\\")):
        return bytes[start..<at]
      default: break
      }
      at += 1
    }
    return bytes[start..<limit]
  }

  private static func modules(
    _ statement: ArraySlice<UInt8>, _ line: Int, _ language: Language
  ) -> [ImportedModule] {
    if language.name == "Rust" {
      return rustImport(statement).map { rust(String(decoding: $0, as: UTF8.self), line) } ?? []
    }
    if ["JavaScript", "TypeScript", "Vue"].contains(language.name), !isScriptImport(statement) { return [] }
    let text = String(decoding: statement, as: UTF8.self)
    let quoted = quotations(statement)
    if !quoted.isEmpty {
      let names = isHandingOnAll(text) ? ["*"] : []
      return quoted.prefix(200).map { ImportedModule(path: $0, names: names, line: line) }
    }
    switch language.name {
    // In these languages files are brought in by quoted names alone.
    case "JavaScript", "TypeScript", "Vue", "Ruby",
      "PHP" where !text.hasPrefix("use"), "Go", "Dart", "CSS", "SCSS":
      return []
    case "Python", "Nim", "Bazel": return python(text, line)
    case "Shell", "fish", "Batch":
      let words = text.split { $0 == " " || $0 == "\t" }
      return words.count > 1 ? [ImportedModule(path: String(words[1]), names: [], line: line)] : []
    default: return dotted(text, line)
    }
  }

  /// `export * from 'm'`, `export * as n from 'm'`.
  private static func isHandingOnAll(_ text: String) -> Bool {
    let words = text.split(maxSplits: 3) { $0 == " " || $0 == "\t" }
    return words.first == "export" && words.dropFirst().first { $0 != "type" }?.hasPrefix("*") == true
  }

  /// What stands between quotes, or between `<` and `>` behind `#include`.
  private static func quotations(_ statement: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    var at = statement.startIndex
    let isInclude = statement.first == UInt8(ascii: "#")
    while at < statement.endIndex {
      let open = statement[at]
      at += 1
      let close: UInt8
      switch open {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): close = open
      case UInt8(ascii: "<") where isInclude: close = UInt8(ascii: ">")
      default: continue
      }
      guard let end = statement[at...].firstIndex(where: { $0 == close || $0 == UInt8(ascii: "\n") }),
        statement[end] == close
      else { continue }
      if end > at, end - at < 300 { found.append(String(decoding: statement[at..<end], as: UTF8.self)) }
      at = end + 1
    }
    return found
  }

  /// `import a.b as c, d` and `from .a import (b, c as d)`.
  private static func python(_ text: String, _ line: Int) -> [ImportedModule] {
    let words = names(text)
    guard let first = words.first else { return [] }
    if first == "from" || first == "cimport", words.count > 1 {
      let names = words.dropFirst(2).drop { $0 == "import" || $0 == "cimport" }
      return [
        ImportedModule(path: path(words[1]), names: withoutAliases(names).prefix(300).map(String.init), line: line)
      ]
    }
    return withoutAliases(words.dropFirst()).map { ImportedModule(path: path($0), names: [], line: line) }
  }

  private static func withoutAliases(_ words: ArraySlice<Substring>) -> [Substring] {
    var kept: [Substring] = []
    var isAlias = false
    for word in words {
      if word == "as" { isAlias = true } else if isAlias { isAlias = false } else { kept.append(word) }
    }
    return kept
  }

  /// The statement without what says for whom it is; nil for what brings nothing in, as a function or block of that
  /// visibility: `pub(crate) use a;`, `mod a;`, but not `mod a { … }`.
  package static func rustImport(_ statement: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = statement
    if rest.starts(with: "pub".utf8) {
      rest = rest.dropFirst(3).drop(while: isBlank)
      if rest.first == UInt8(ascii: "(") { rest = rest.drop { $0 != UInt8(ascii: ")") }.dropFirst() }
      rest = rest.drop(while: isBlank)
    }
    if rest.starts(with: "mod ".utf8) { return rest.contains(UInt8(ascii: "{")) ? nil : rest }
    return rest.starts(with: "use ".utf8) || rest.starts(with: "extern crate ".utf8) ? rest : nil
  }

  /// Whether a statement names a module: `import …`, `export … from 'm'`, and not `export function f() { … }`.
  private static func isScriptImport(_ statement: ArraySlice<UInt8>) -> Bool {
    guard statement.starts(with: "export".utf8) else { return true }
    let rest = statement.dropFirst(6).drop(while: isBlank)
    let isList = rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "*") || rest.starts(with: "type {".utf8)
    guard isList, let end = rest.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "*") }) else {
      return rest.starts(with: "type *".utf8)
    }
    // `export * as name from 'm'` has words before `from`.
    return rest[end...].split(whereSeparator: isBlank).contains { $0.elementsEqual("from".utf8) }
      || rest[end...].dropFirst().starts(with: "from".utf8)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  /// `use a::b::{c, d as e};`, `mod a;`
  private static func rust(_ text: String, _ line: Int) -> [ImportedModule] {
    let words = names(text.replacing("::", with: "."))
    guard let start = words.firstIndex(where: { $0 == "use" || $0 == "mod" || $0 == "crate" }), start + 1 < words.count,
      start < 3
    else { return [] }
    let names = withoutAliases(words[(start + 2)...]).prefix(100).map(String.init)
    return [ImportedModule(path: path(words[start + 1]), names: names, line: line)]
  }

  /// `import a.b.C`, `using A.B`, `import static a.b.c.*`, `use A\B;`
  private static func dotted(_ text: String, _ line: Int) -> [ImportedModule] {
    let modifiers: Set<Substring> = [
      "static", "qualified", "import", "class", "func", "struct", "enum", "protocol", "let", "var", "public",
      "function",
      "const", "type", "safe", "lazy", "namespace",
    ]
    let flat = text.replacing("::", with: ".").replacing("\\", with: ".")
    let words = names(flat).dropFirst().drop { modifiers.contains($0) }
    guard let name = words.first else { return [] }
    let path = path(name)
    return path.isEmpty ? [] : [ImportedModule(path: path, names: [], line: line)]
  }

  /// Runs of letters, digits, `_`, `.` and `-`, comments left aside.
  private static func names(_ text: String) -> [Substring] {
    var names: [Substring] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let hash = UInt8(ascii: "#")
      let code = line.prefix { $0 != hash || line.first == hash }
      names += code.split { !isOfName($0) }.map(Substring.init)
    }
    return names
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "@"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// `a.b.c` as `a/b/c`; dots in front stay.
  private static func path(_ name: Substring) -> String {
    let dot = UInt8(ascii: ".")
    let dots = name.utf8.prefix { $0 == dot }
    let parts = name.utf8.dropFirst(dots.count).split(separator: dot).map { String(Substring($0)) }
    return String(Substring(dots)) + parts.joined(separator: "/")
  }
}
