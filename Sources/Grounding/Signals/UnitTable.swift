import CodeIndex

/// A function of a candidate, with those nested in it.
struct Unit: Sendable {
  let source: Int
  let name: String
  /// The type or module that it is in, as far as that is known, outermost first.
  let holders: [String]
  let kind: String
  let lines: ClosedRange<Int>
  /// How many words it has.
  var length = 0.0
  /// How often the terms of the query occur in it.
  var terms: [(term: Int, count: Double)] = []
  /// How often the identifiers of the text do.
  var identifiers: [(identifier: Int, count: Double)] = []

  /// What the words of its name say, and those of what it stands in.
  var named = NameWords.Sums()
  var holderNamed = NameWords.Sums()

  var symbol: String { (holders + [name]).joined(separator: ".") }
}

/// The functions of all candidates, by source and line, with their columns.
struct UnitTable {
  var units: [Unit] = []
  var columns: [[Double]] = []

  subscript(column: UnitColumn) -> [Double] {
    get { columns[column.rawValue] }
    set { columns[column.rawValue] = newValue }
  }

  /// One value, which is changed in place.
  subscript(column: UnitColumn, unit: Int) -> Double {
    get { columns[column.rawValue][unit] }
    set { columns[column.rawValue][unit] = newValue }
  }
}

/// What is known of a function with regard to a question.
package enum UnitColumn: Int, CaseIterable, Sendable {
  case all, title, prose, code, log, lead, fineProse, fineCode, errors, coverage, titleCoverage, identifiers
  case named, onlyNamed, holderNamed, qualified, frame, nameWords, nameTitle, holderWords, nameInTitle
  case length, special, initializer, isPrivate, method, used, usedByBest

  /// Those that are divided by the largest of the units beside each other.
  package static let relative: [UnitColumn] = [
    .all, .title, .prose, .code, .log, .lead, .fineProse, .fineCode, .errors, .identifiers, .nameWords, .nameTitle,
    .holderWords, .length,
  ]
}

extension Definition {
  private static let functions: Set = [
    "function", "method", "func", "initializer", "constructor", "subroutine", "procedure", "singletonmethod",
    "deinitializer", "subscript",
    "generator",
    "getter", "setter", "def", "proc", "sub", "operator", "predicate", "test", "fn", "macro", "task",
  ]

  /// Whether it is a function of any sort. Python's methods are members, as are the fields of C's structures.
  func isFunction(in language: String) -> Bool {
    Self.functions.contains(kind) || kind == "member" && (end > line || language == "Python")
  }
}
