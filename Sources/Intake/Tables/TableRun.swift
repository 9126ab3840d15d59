/// Neighbouring rows of a table: what is turned into a manuscript by itself.
struct TableRun {
  /// Where its rows stand in the table's bytes.
  var bytes: Range<Int>
  /// The number of the record before the first.
  var row: Int

  /// A scanner before the first of its rows, of bytes of its own: threads that read different runs share nothing.
  func rows(of table: Table) -> RecordScanner {
    var dialect = table.dialect
    dialect.start = 0
    var scanner = RecordScanner(Array(table.bytes[bytes]), dialect)
    scanner.rewind(to: 0, row: row)
    return scanner
  }
}

/// The runs of all rows behind the header, found one by one; ends with what makes the table unreadable.
struct TableRuns: IteratorProtocol {
  private var scanner: RecordScanner
  private var isBroken = false

  init(_ table: Table) { scanner = table.rows }

  mutating func next() -> Result<TableRun, IntakeError>? {
    guard !isBroken else { return nil }
    let (start, row) = (scanner.index, scanner.row)
    do throws(IntakeError) {
      while try scanner.next(), scanner.index - start < RunSize.bytes {}
    } catch {
      isBroken = true
      return .failure(error)
    }
    return scanner.index == start ? nil : .success(TableRun(bytes: start..<scanner.index, row: row))
  }
}
