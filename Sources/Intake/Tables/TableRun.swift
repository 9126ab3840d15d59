/// Neighbouring rows of a table: what is turned into a manuscript by itself.
struct TableRun {
  /// Where its rows stand in the table's bytes.
  var bytes: Range<Int>
  /// The number of the record before the first.
  var row: Int

  /// All rows behind the header; finds what makes the table unreadable.
  static func all(of table: Table) throws(IntakeError) -> [TableRun] {
    var result: [TableRun] = []
    var scanner = table.rows
    var run = TableRun(bytes: scanner.index..<scanner.index, row: scanner.row)
    while try scanner.next() {
      guard scanner.index - run.bytes.lowerBound >= RunSize.bytes else { continue }
      run.bytes = run.bytes.lowerBound..<scanner.index
      result.append(run)
      run = TableRun(bytes: scanner.index..<scanner.index, row: scanner.row)
    }
    run.bytes = run.bytes.lowerBound..<scanner.index
    if !run.bytes.isEmpty { result.append(run) }
    return result
  }

  /// A scanner before the first of its rows, of bytes of its own: threads that read different runs share nothing.
  func rows(of table: Table) -> RecordScanner {
    var dialect = table.dialect
    dialect.start = 0
    var scanner = RecordScanner(Array(table.bytes[bytes]), dialect)
    scanner.rewind(to: 0, row: row)
    return scanner
  }
}
