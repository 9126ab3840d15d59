/// A piece of YAML with the place where it stands. Only what plan files use: scalars as text, lists and maps with text keys.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Its text, and whether it stands in quotes (a quoted `null` is a word).
    case scalar(String, isQuoted: Bool)
    case list([YAMLNode])
    case map([Entry])
  }

  package struct Entry: Hashable, Sendable {
    package var key: String
    /// The line of the key.
    package var line: Int
    package var value: YAMLNode
  }

  package var content: Content
  /// From 1, in the whole file.
  package var line: Int
  /// From 1.
  package var column: Int

  package init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The text of a scalar that is not null.
  package var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// An empty value, `~` or `null`, as YAML 1.2's core schema reads it (§10.3.2).
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  package var list: [YAMLNode]? {
    if case .list(let nodes) = content { nodes } else { nil }
  }

  package var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}
