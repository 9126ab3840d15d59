/// What is known of a source with regard to a question: one number each, which the weights judge by.
///
/// The order is that of the weights. docs/reference/ground.md says what each is.
package enum Column: Int, CaseIterable, Sendable {
  // Words.
  case lexical, base, log, firstRanks, rank, prose, code, title, lead, leadNames, titleLead, fineProse, fineCode
  case coverage, titleCoverage, codeCoverage, titleNamed
  // What is mentioned.
  case path, frame, deepestFrame, module, definition, qualified, stem, titleDefinition, onlyDefinition
  // Identifiers as they stand there.
  case identifiers, identifierCoverage
  // The past.
  case history, bestCommit, titleHistory, titleBestCommit, messages, titleMessages, recentHistory, rareHistory
  case changes, recentChanges, noPast, fixes, cochange, tests
  // Texts that stand there word by word, and names that it defines.
  case threeWords, twoWords, titleName
  // The best function of a file.
  case function, titleFunction, logFunction, identifierFunction, functionCoverage, leadFunction, functions
  case bestFunction, functionShare
  // Rare words, and what is called like a word.
  case rare, titleRare, rareNamed, rarest, titleStem, stemWord, titleFolder, folderWord
}

/// The columns of all sources.
package struct ColumnTable: Sendable {
  package let count: Int
  private var values: [[Double]]

  package init(count: Int) {
    self.count = count
    values = Array(repeating: Array(repeating: 0, count: count), count: Column.allCases.count)
  }

  package subscript(column: Column) -> [Double] {
    get { values[column.rawValue] }
    set { values[column.rawValue] = newValue }
  }

  /// One value, which is changed in place.
  package subscript(column: Column, source: Int) -> Double {
    get { values[column.rawValue][source] }
    set { values[column.rawValue][source] = newValue }
  }

  package func row(_ source: Int) -> [Double] { values.map { $0[source] } }
}

extension [Double] {
  /// Divided by the largest, where that is more than nothing.
  func scaled() -> [Double] {
    guard let largest = self.max(), largest > 0 else { return self }
    return map { $0 / largest }
  }

  /// The places of the largest, those of equal ones by place.
  func order(_ count: Int = .max) -> [Int] {
    let order = indices.sorted { self[$0] == self[$1] ? $0 < $1 : self[$0] > self[$1] }
    return Array<Int>(order.prefix(count))
  }
}
