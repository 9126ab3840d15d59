/// Parts a table of comments by the conversations that they belong to.
enum TableThreads {
  /// A table for each conversation in the order in which they begin, each with the header; nil when the table has no
  /// column that names conversations, or each is named once.
  static func parts(of table: Table) throws(IntakeError) -> [[UInt8]]? {
    guard let column = table.columns.all.firstIndex(where: { $0.role == .thread }) else { return nil }
    return try parts(of: table, by: column)
  }

  /// - Parameter evenIfAlone: rows that are each of another conversation are parted, too.
  static func parts(
    of table: Table, by column: Int, evenIfAlone: Bool = false
  ) throws(IntakeError) -> [[UInt8]]? {
    var places: [[UInt8]: Int] = [:]
    var groups: [[Range<Int>]] = []
    var scanner = table.rows
    var count = 0
    while try scanner.next() {
      guard !scanner.isBlank else { continue }
      count += 1
      let cell = scanner.cells.indices.contains(column) ? scanner.cells[column] : TableCell(range: 0..<0)
      let key = Array(CellText.words(cell, of: table.bytes, table.dialect))
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append([])
      }
      groups[place].append(scanner.start..<scanner.index)
    }
    let head = table.bytes[..<table.header.end]
    guard 1 < groups.count, evenIfAlone || groups.count < count, head.count * groups.count <= IntakeLimits.bytes else {
      return nil
    }
    var parts: [[UInt8]] = []
    for group in groups {
      var part = Array(head)
      for range in group {
        if let last = part.last, last != ASCII.newline, last != ASCII.carriageReturn { part.append(ASCII.newline) }
        part += table.bytes[range]
      }
      parts.append(part)
    }
    return parts
  }
}
