/// Where a document stops being XML that is read, and why.
package struct XMLError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// Nothing in it but white space.
    case empty
    /// Elements within elements beyond the reader's limit.
    case tooDeep(limit: Int)
    case tooManyAttributes(limit: Int)
    /// The document ends within something: the element that is still open, if one is.
    case truncated(open: String?)
    case mismatchedTag(expected: String, found: String)
    /// An entity that XML itself does not define; none is ever declared or loaded.
    case unknownEntity(String)
    /// A document type with declarations of its own, which could be a bomb or reach for other files.
    case declarations
    case unknownEncoding(String)
    /// Not XML: what should have stood here.
    case malformed(expected: String)
  }

  package var problem: Problem
  /// From 1.
  package var line: Int
  /// From 1, in bytes of the text as UTF-8.
  package var column: Int

  package init(_ problem: Problem, line: Int = 1, column: Int = 1) {
    self.problem = problem
    self.line = line
    self.column = column
  }
}
