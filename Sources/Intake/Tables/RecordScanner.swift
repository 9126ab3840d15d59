import PlanModel

/// A field as it stands in a table's bytes.
struct TableCell {
  /// Its bytes, without the quotation marks around it.
  var range: Range<Int>
  /// Quotation marks in it are doubled, or words stand behind the closing one.
  var isEscaped = false
}

/// Cuts the bytes of a table into records and fields: RFC 4180, and what spreadsheets write and open besides.
///
/// One pass, and no byte is copied. Words behind a closing quotation mark are kept, as spreadsheets keep them; blanks
/// before an opening one are passed over.
struct RecordScanner {
  /// The most fields of a record, as in spreadsheets; the last one holds what stands behind it.
  static let widest = 16_384

  let bytes: [UInt8]
  let dialect: TableDialect
  /// Where the next record begins.
  private(set) var index: Int
  /// Where the current record begins.
  private(set) var start: Int
  /// The number of the current record from 1, as a spreadsheet counts its rows: blank ones count too.
  private(set) var row = 0
  /// The current record; nothing but one empty field for a blank line.
  private(set) var cells: [TableCell] = []

  init(_ bytes: [UInt8], _ dialect: TableDialect) {
    self.bytes = bytes
    self.dialect = dialect
    index = dialect.start
    start = dialect.start
  }

  /// Takes a scanner back to a record that it was at.
  mutating func rewind(to index: Int, row: Int) {
    self.index = index
    self.row = row
  }

  /// Whether a record has nothing in it.
  var isBlank: Bool { cells.allSatisfy { cell in bytes[cell.range].allSatisfy(\.isWhite) } }

  /// Reads the next record; false at the end.
  mutating func next() throws(IntakeError) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard index < bytes.count else { return false }
    guard row < IntakeLimits.lines else { throw .tooManyLines(limit: IntakeLimits.lines) }
    start = index
    row += 1
    while try readField() {}
    return true
  }

  /// Reads a field and what ends it; whether the record goes on.
  private mutating func readField() throws(IntakeError) -> Bool {
    let separator = cells.count + 1 < Self.widest ? dialect.separator : nil
    var place = index
    while place < bytes.count, bytes[place] == ASCII.space { place += 1 }
    if place < bytes.count, bytes[place] == ASCII.quote {
      try readQuoted(from: place, separator)
    } else {
      let end = plainEnd(from: place, separator)
      cells.append(TableCell(range: index..<end))
      index = end
    }
    return passEnd(separator)
  }

  /// Moves behind a separator or a line end; whether it was a separator.
  private mutating func passEnd(_ separator: UInt8?) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    index += 1
    if byte == separator { return true }
    if byte == ASCII.carriageReturn, index < bytes.count, bytes[index] == ASCII.newline { index += 1 }
    return false
  }

  /// Where a field without quotation marks ends.
  private func plainEnd(from start: Int, _ separator: UInt8?) -> Int {
    let separator = separator ?? ASCII.newline
    var place = start
    while true {
      place = ByteScan.firstIndex(of: separator, ASCII.newline, ASCII.carriageReturn, in: bytes[...], from: place)
      guard place < bytes.count, bytes[place] == ASCII.carriageReturn, separator != ASCII.carriageReturn,
        !endsRow(place)
      else { return place }
      place += 1
    }
  }

  /// Whether the carriage return at `place` ends a record.
  private func endsRow(_ place: Int) -> Bool {
    dialect.hasBareReturns || place + 1 < bytes.count && bytes[place + 1] == ASCII.newline || place + 1 == bytes.count
  }

  private mutating func readQuoted(from open: Int, _ separator: UInt8?) throws(IntakeError) {
    var place = open + 1
    var isEscaped = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == ASCII.backslash, dialect.escapesWithBackslash {
        isEscaped = true
        place += 2
        continue
      }
      guard byte == ASCII.quote else {
        place = dialect.escapesWithBackslash ? place + 1 : endOfQuoted(from: place)
        continue
      }
      if place + 1 < bytes.count, bytes[place + 1] == ASCII.quote {
        isEscaped = true
        place += 2
        continue
      }
      let end = plainEnd(from: place + 1, separator)
      let isClean = bytes[(place + 1)..<end].allSatisfy(\.isWhite)
      cells.append(TableCell(range: (open + 1)..<(isClean ? place : end), isEscaped: isEscaped || !isClean))
      index = end
      return
    }
    let (line, column) = Self.location(of: open, in: bytes)
    throw .malformed(.table, .openQuote, line: line, column: column)
  }

  /// The next quotation mark from `start` on, or the end.
  private func endOfQuoted(from start: Int) -> Int {
    ByteScan.firstIndex(of: ASCII.quote, in: bytes[start...]) ?? bytes.count
  }

  /// The line and column, from 1, of a byte.
  private static func location(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (line, start) = (1, 0)
    for place in 0..<min(offset, bytes.count) {
      let isLineEnd =
        bytes[place] == ASCII.newline || bytes[place] == ASCII.carriageReturn && bytes[place + 1] != ASCII.newline
      if isLineEnd { (line, start) = (line + 1, place + 1) }
    }
    return (line, offset - start + 1)
  }
}
