/// A language as far as the index has to know it.
package struct Language: Hashable, Sendable {
  /// What it is called in answers; also part of the key under which a blob's facts are kept.
  package let name: String
  /// How ctags is told the language: the end of a file's name. Nil where ctags has nothing of use for it.
  let ctagsSuffix: String?
  /// The words that begin a definition and what they define, for languages that ctags does not know.
  let definers: [String: String]
  /// The words that, first on a line, bring other files in.
  let importers: [String]
  let syntax: Syntax
  let suffixes: [String]
  /// Whole names of files.
  let fileNames: [String]
  let interpreters: [String]

  init(
    _ name: String, _ suffixes: String, _ syntax: Syntax, ctags: String? = nil, imports: String = "",
    defines: [String: String] = [:], files: String = "", interpreters: String = ""
  ) {
    self.name = name
    self.suffixes = Self.words(suffixes)
    self.syntax = syntax
    ctagsSuffix = ctags
    importers = Self.words(imports)
    definers = defines
    fileNames = Self.words(files)
    self.interpreters = Self.words(interpreters)
  }

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  /// Whether the order of a file's words is kept: of code, for that is what is looked into.
  var keepsSequence: Bool { !syntax.isProse && !["Translations", "JSON", "XML"].contains(name) }

  /// Whether it is for programs, pages included: what a change of the product is made in.
  var isCode: Bool {
    keepsSequence && !["unnamed", "configuration", "other", "YAML", "TOML", "INI"].contains(name)
  }

  package static func == (one: Language, other: Language) -> Bool { one.name == other.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Language {
  /// A text whose name says nothing: prose for want of better.
  static let text = Language(
    "text", "txt text log", .prose,
    files: "readme license licence copying authors contributors changelog changes news todo install notice thanks")
  /// A file without a suffix: its first line may say more.
  static let unnamed = Language("unnamed", "", .hash)

  /// The language of the file at `path`, by its name alone.
  static func named(by path: String) -> Language {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    if let known = byFileName[name.lowercased()] { return known }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return name.utf8.first == UInt8(ascii: ".") ? configuration : unnamed
    }
    return bySuffix[name[name.utf8.index(after: dot)...].lowercased()] ?? other
  }

  /// The language of a file without a suffix, by the interpreter that its first line names: `#!/usr/bin/env python3`.
  static func named(byFirstLineOf bytes: [UInt8]) -> Language {
    guard bytes.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "!")]) else { return text }
    let line = String(decoding: bytes.prefix(200).prefix { $0 != UInt8(ascii: "\n") }.dropFirst(2), as: UTF8.self)
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.filter { !$0.hasPrefix("-") && !$0.contains("=") }
    guard var program = words.first.map(lastComponent) else { return text }
    if program == "env", words.count > 1 { program = lastComponent(words[1]) }
    while let last = program.utf8.last, last == UInt8(ascii: ".") || (0x30...0x39).contains(last) {
      program.removeLast()
    }
    return byInterpreter[String(program)] ?? other
  }

  private static func lastComponent(_ path: Substring) -> Substring { path.split(separator: "/").last ?? "" }

  private static let configuration = Language("configuration", "", .configuration)
  private static let other = Language("other", "", .hash)

  /// The language of that name, as it is kept with a blob's facts.
  static func called(_ name: String) -> Language { byName[name] ?? other }

  private static let byName = Dictionary(
    (all + [text, unnamed, configuration, other]).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  private static let bySuffix = table(\.suffixes)
  private static let byFileName = table(\.fileNames)
  private static let byInterpreter = table(\.interpreters)

  private static func table(_ keys: KeyPath<Language, [String]>) -> [String: Language] {
    var table: [String: Language] = [:]
    for language in all + [text] {
      for key in language[keyPath: keys] where table[key] == nil { table[key] = language }
    }
    return table
  }
}
