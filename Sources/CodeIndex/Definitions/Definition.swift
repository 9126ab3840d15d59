/// A name that a file defines.
package struct Definition: Hashable, Sendable {
  package var name: String
  /// As ctags calls it: `function`, `class`, `member`; in small letters.
  package var kind: String
  /// From 1.
  package var line: Int
  /// The last line of what it defines; `line` where that is all there is, or nothing tells.
  package var end: Int
  /// What it stands in, outermost first, as the language joins names: `Outer.Inner`; empty at the top.
  package var container: String
  /// The types that a type builds on, as they stand there.
  package var bases: [String]

  package init(name: String, kind: String, line: Int, end: Int, container: String, bases: [String] = []) {
    self.name = name
    self.kind = kind
    self.line = line
    self.end = end
    self.container = container
    self.bases = bases
  }
}

extension Definition {
  private static let types: Set = [
    "class", "struct", "enum", "protocol", "interface", "trait", "extension", "object", "union", "record", "actor",
  ]

  /// Whether it is a type, or adds to one.
  package var isType: Bool { Self.types.contains(kind) }
}

/// What a file brings in: a module, a header, another file.
package struct ImportedModule: Hashable, Sendable {
  /// The module as a path: `django/db/models`, `./user-settings`, `stdio.h`. Leading dots of Python stay dots.
  package var path: String
  /// The names taken from it, where the statement lists them.
  package var names: [String]
  package var line: Int

  package init(path: String, names: [String], line: Int) {
    self.path = path
    self.names = names
    self.line = line
  }
}

/// What a file defines and brings in.
package struct Outline: Hashable, Sendable {
  /// By line, then name.
  package var definitions: [Definition]
  package var imports: [ImportedModule]

  package init(definitions: [Definition] = [], imports: [ImportedModule] = []) {
    self.definitions = definitions
    self.imports = imports
  }
}
