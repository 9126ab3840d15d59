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
    let text = String(decoding: statement, as: UTF8.self)
    let quoted = quotations(statement)
    if !quoted.isEmpty { return quoted.prefix(200).map { ImportedModule(path: $0, names: [], line: line) } }
    switch language.name {
    // In these languages files are brought in by quoted names alone.
    case "JavaScript", "TypeScript", "Vue", "Ruby",
      "PHP" where !text.hasPrefix("use"), "Go", "Dart", "CSS", "SCSS":
      return []
    case "Python", "Nim", "Bazel": return python(text, line)
    case "Rust": return rust(text, line)
    case "Shell", "fish", "Batch":
      let words = text.split { $0 == " " || $0 == "\t" }
      return words.count > 1 ? [ImportedModule(path: String(words[1]), names: [], line: line)] : []
    default: return dotted(text, line)
    }
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
    for line in text.split(separator: "\n") {
      let code = line.prefix { $0 != "#" || line.first == "#" }
      names += code.split {
        !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." && $0 != "-" && $0 != "@" && $0 != "#"
      }
    }
    return names
  }

  /// `a.b.c` as `a/b/c`; dots in front stay.
  private static func path(_ name: Substring) -> String {
    let dots = name.prefix { $0 == "." }
    return dots + name.dropFirst(dots.count).split(separator: ".").joined(separator: "/")
  }
}
