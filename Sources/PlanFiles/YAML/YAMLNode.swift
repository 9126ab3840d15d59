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

  /// Whether both say the same, wherever they stand and however they are quoted.
  func hasWords(of other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let text, _), .scalar(let otherText, _)):
      text == otherText && isNull == other.isNull
    case (.list(let nodes), .list(let others)):
      nodes.elementsEqual(others) { $0.hasWords(of: $1) }
    case (.map(let entries), .map(let others)):
      entries.elementsEqual(others) { $0.key == $1.key && $0.value.hasWords(of: $1.value) }
    default: false
    }
  }

  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}
