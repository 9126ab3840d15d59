/// A section of an item's body: a second-level heading and what stands under it.
package struct Section: Hashable, Sendable {
  package var title: String
  package var text: String
  /// The line of its heading.
  package var line: Int

  package init(title: String, text: String, line: Int) {
    self.title = title
    self.text = text
    self.line = line
  }
}

/// Words that a plan item quotes, and the statements it says they come from.
package struct Quotation: Hashable, Sendable {
  /// The quoted words, without the marks of the block quote and the attribution.
  package var text: String
  package var citation: Citation
  package var line: Int

  package init(text: String, citation: Citation, line: Int) {
    self.text = text
    self.citation = citation
    self.line = line
  }
}

/// A place in an item's file that names another item, or cites statements.
package struct Mention: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case item(ItemID)
    case statements(Citation)
    /// A source with what should be lines of it and cannot be read: `#L0`, `#15`, `#L16-L15`.
    case malformed(ID<Source>, lines: String)
  }

  package var target: Target
  package var line: Int
  /// From 1, in bytes, as compilers count.
  package var column: Int

  package init(_ target: Target, line: Int, column: Int) {
    self.target = target
    self.line = line
    self.column = column
  }

  /// The item that is named, or the source that is cited.
  package var item: ItemID {
    switch target {
    case .item(let id): id
    case .statements(let citation): citation.source.any
    case .malformed(let source, _): source.any
    }
  }
}
