/// How much of a document is taken in.
package struct XMLLimits: Sendable {
  /// Elements may be nested this deep.
  package var depth: Int
  /// What is kept of one attribute's value or run of text, in bytes.
  package var value: Int
  /// One element may have so many attributes.
  package var attributes = 1_000

  package init(depth: Int = 1_000, value: Int = .max) {
    self.depth = depth
    self.value = value
  }
}
