/// A table's row as one line.
enum TableRow {
  /// Longer rows are read cell by cell, in bytes.
  private static let longest = 200

  /// Short cells with a stroke between two of them, or a space behind a colon; nil when there is only one, or they hold
  /// more than a line each.
  ///
  /// A cell is the list of its paragraphs, none of them blank.
  static func words(of cells: [[[UInt8]]]) -> [UInt8]? {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count > 1, filled.allSatisfy({ $0.count == 1 }) else { return nil }
    let lines = filled.joined().map(\.trimmed)
    let length = lines.reduce(0) { $0 + $1.count }
    guard length <= longest, !lines.contains(where: { $0.contains(ASCII.newline) }) else { return nil }
    var row: [UInt8] = []
    for line in lines {
      if let end = row.last { row += (end == ASCII.colon ? " " : " | ").utf8 }
      row += line
    }
    return row
  }
}
