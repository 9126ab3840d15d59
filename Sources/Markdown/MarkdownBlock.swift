/// A block of a CommonMark document (spec 0.31, chapters 4 and 5) and the lines it takes.
package struct MarkdownBlock: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case paragraph
    /// A fenced or indented code block, with the words behind the fence.
    case code(info: String, isFenced: Bool)
    case quote
    case list
    case item(isNumbered: Bool)
    case html
    case rule
    /// Anything that an extension may add.
    case other
  }

  package var kind: Kind
  /// From 1, both ends included.
  package var lines: ClosedRange<Int>
  /// Where its first line begins, in bytes from 1.
  package var column: Int
  /// What a quote, list or item holds.
  package var children: [MarkdownBlock]

  /// Whether other blocks can stand in it.
  var isContainer: Bool {
    switch kind {
    case .quote, .list, .item: true
    default: false
    }
  }
}
