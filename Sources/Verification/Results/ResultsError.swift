import XMLText

/// Why a results file cannot be relied on, and where in it.
package struct ResultsError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// Nothing in it but white space.
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case tooManyCases(limit: Int)
    /// Elements within elements beyond any report's need.
    case tooDeep(limit: Int)
    /// An element of XML has more than so many attributes.
    case tooManyAttributes(limit: Int)
    /// The file ends within something: the element that is still open, if one is.
    case truncated(open: String?)
    case mismatchedTag(expected: String, found: String)
    /// An entity that XML itself does not define; none is ever declared or loaded.
    case unknownEntity(String)
    /// A document type with declarations of its own, which could be a bomb or reach for other files.
    case declarations
    case unknownEncoding(String)
    /// Not XML: what should have stood here.
    case malformed(expected: String)
    /// XML, but its root element is none of a report that is read.
    case unknownRoot(String)
    case notJSON
    /// A document with so many values that it would not fit into memory.
    case tooManyValues(limit: Int)
    /// A line of a report that has not the form it should have.
    case badLine(expected: String)
    /// TAP: the plan announces another number of tests than there are.
    case planMismatch(planned: Int, found: Int)
    /// TAP: no plan says how many tests there should be, so nothing shows that the run was whole.
    case noPlan
    /// TAP: the run was given up, with what it says of the reason.
    case bailedOut(String)
    /// None of the formats that are read.
    case unknownFormat
    /// A folder without any report in it.
    case noReport
    /// A folder with more files than are looked at.
    case tooManyFiles(limit: Int)
  }

  package var problem: Problem
  /// The file that the results came from, as it was given.
  package var origin: String
  /// From 1; 0 for what has no lines, such as a folder.
  package var line: Int
  /// From 1, in bytes of the text as UTF-8.
  package var column: Int

  package init(_ problem: Problem, origin: String, line: Int = 1, column: Int = 1) {
    self.problem = problem
    self.origin = origin
    self.line = line
    self.column = column
  }
}

extension ResultsError {
  init(_ error: XMLError, origin: String) {
    self.init(Problem(error.problem), origin: origin, line: error.line, column: error.column)
  }
}

extension ResultsError.Problem {
  fileprivate init(_ problem: XMLError.Problem) {
    self =
      switch problem {
      case .empty: .empty
      case .tooDeep(let limit): .tooDeep(limit: limit)
      case .tooManyAttributes(let limit): .tooManyAttributes(limit: limit)
      case .truncated(let open): .truncated(open: open)
      case .mismatchedTag(let expected, let found): .mismatchedTag(expected: expected, found: found)
      case .unknownEntity(let name): .unknownEntity(name)
      case .declarations: .declarations
      case .unknownEncoding(let name): .unknownEncoding(name)
      case .malformed(let expected): .malformed(expected: expected)
      }
  }
}
