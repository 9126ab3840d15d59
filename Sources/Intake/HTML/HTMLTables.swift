/// The tables that are open, and what their rows hold so far. Tags that are left out are added, as browsers do.
struct HTMLTables {
  private struct Table {
    var cells: [[DocumentBlock]] = []
    var isInCell = false
  }

  /// More tables within each other are read as if they stood side by side.
  private static let deepest = 64

  private var tables: [Table] = []
  private var ignored = 0

  /// Whether words now belong to a cell.
  var isInCell: Bool { tables.last?.isInCell ?? false }

  var isOpen: Bool { !tables.isEmpty }

  mutating func open() {
    if tables.count < Self.deepest { tables.append(Table()) } else { ignored += 1 }
  }

  /// Closes the innermost table; what its last row holds.
  mutating func close() -> [DocumentBlock] {
    if ignored > 0 {
      ignored -= 1
      return []
    }
    let row = endRow()
    _ = tables.popLast()
    return row
  }

  mutating func beginCell() {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].cells.append([])
    tables[tables.count - 1].isInCell = true
  }

  mutating func endCell() {
    if !tables.isEmpty { tables[tables.count - 1].isInCell = false }
  }

  /// Ends the row of the innermost table; one line of short cells, else what they hold.
  mutating func endRow() -> [DocumentBlock] {
    guard !tables.isEmpty else { return [] }
    let cells = tables[tables.count - 1].cells
    tables[tables.count - 1] = Table()
    let blocks = cells.flatMap(\.self)
    if let words = TableRow.words(of: cells.map { $0.map(\.words) }) {
      return [DocumentBlock(words: words, form: .whole, chatter: blocks.first?.chatter, isNested: true)]
    }
    return blocks.map { block in
      var block = block
      block.isNested = block.isNested || cells.count > 1
      return block
    }
  }

  /// Adds a block to the cell that is open, or gives it back.
  mutating func add(_ block: DocumentBlock) -> DocumentBlock? {
    guard isInCell, let last = tables[tables.count - 1].cells.indices.last else { return block }
    tables[tables.count - 1].cells[last].append(block)
    return nil
  }
}
