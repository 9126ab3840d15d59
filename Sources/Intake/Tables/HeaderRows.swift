/// The records before the first voice: what stands above the table, and the names of its columns.
///
/// Most tables have one record of names; SurveyMonkey writes two and Qualtrics three. A table may have none.
struct HeaderRows {
  /// How many records are looked at.
  private static let most = 30

  /// The columns' names as a person reads them, by place; empty for a table without them.
  private(set) var names: [ArraySlice<UInt8>] = []
  /// The names that the exporting program gives them, where a second record says it in other words.
  private(set) var programNames: [ArraySlice<UInt8>] = []
  /// Titles and notes above the table.
  private(set) var notes: [ArraySlice<UInt8>] = []
  /// Where the first record of the table proper begins, and its number.
  private(set) var end: Int
  private(set) var row: Int
  /// How many columns the names and first records have.
  private(set) var width: Int

  private struct Record {
    var cells: [ArraySlice<UInt8>]
    var start: Int
    var row: Int
    /// The fields that are filled.
    var filled: [Int] { cells.indices.filter { !cells[$0].isEmpty } }
  }

  init(_ bytes: [UInt8], _ dialect: TableDialect) throws(IntakeError) {
    var scanner = RecordScanner(bytes, dialect)
    var records: [Record] = []
    while records.count < Self.most, try scanner.next() {
      guard !scanner.isBlank else { continue }
      var record = Record(cells: [], start: scanner.start, row: scanner.row)
      for cell in scanner.cells { record.cells.append(CellText.words(cell, of: bytes, dialect)) }
      records.append(record)
    }
    (end, row, width) = (dialect.start, 0, records.map(\.cells.count).max() ?? 0)
    var rest = records[...]
    let first = Self.firstOfTable(in: records)
    for record in rest.prefix(first) {
      for index in record.filled { notes.append(record.cells[index]) }
    }
    rest = rest.dropFirst(first)
    guard let header = rest.first else { return }
    if Self.isHeader(header.cells, before: rest.dropFirst()) {
      names = header.cells
      programNames = header.cells
      rest = rest.dropFirst()
      rest = rest.dropFirst(takeSecondNames(rest))
    }
    (end, row) = rest.first.map { ($0.start, $0.row - 1) } ?? (bytes.count, header.row)
  }

  /// How many records stand above the table: lines of one field where the table has several.
  private static func firstOfTable(in records: [Record]) -> Int {
    guard let width = records.map(\.filled.count).max(), width > 1 else { return 0 }
    let first = records.firstIndex { $0.filled.count * 2 >= width && $0.filled.count > 1 } ?? 0
    // A line of single words is the header of a table of which hardly anything is filled in.
    return records[..<first].allSatisfy { $0.filled.count <= 2 } && first <= 10 ? first : 0
  }

  /// Whether a record names the columns. When unsure, it does.
  private static func isHeader(_ cells: [ArraySlice<UInt8>], before data: ArraySlice<Record>) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    let known = ColumnWords.known(in: filled)
    let typed = filled.count { FieldKind($0).map { $0 != .text && $0 != .token && $0 != .boolean } ?? false }
    if typed * 3 > filled.count || known == 0 && typed > 0 { return false }
    if known > 0 { return known * 4 >= filled.count || filled.allSatisfy { $0.count <= 200 } }
    guard !data.isEmpty, Set(filled).count == filled.count else { return false }
    if cells.indices.contains(where: { isTyped(column: $0, in: data) }) { return true }
    if filled.contains(where: { ColumnName.isQuestion($0) && $0.last == ASCII.question }) {
      return cells.count > 1 || !data.contains { $0.cells.first?.last == ASCII.question }
    }
    return filled.allSatisfy { $0.count <= 60 && $0.count(where: { $0 == ASCII.space }) <= 5 && $0.last != ASCII.dot }
  }

  /// Whether the filled fields of a column are all dates, numbers or the like.
  private static func isTyped(column: Int, in data: ArraySlice<Record>) -> Bool {
    var count = 0
    for record in data where record.cells.indices.contains(column) {
      guard let kind = FieldKind(record.cells[column]) else { continue }
      if kind == .text || kind == .boolean { return false }
      count += 1
    }
    return count > 0
  }

  /// Takes the second and third record of names; gives how many records that are.
  private mutating func takeSecondNames(_ records: ArraySlice<Record>) -> Int {
    guard let second = records.first else { return 0 }
    if let third = records.dropFirst().first, Self.isImport(third.cells) || Self.isImport(second.cells) {
      if Self.isImport(second.cells) { return 1 }
      names = second.cells
      return 2
    }
    let data = records.dropFirst()
    var isNames = false
    for index in second.cells.indices where !second.cells[index].isEmpty && Self.isTyped(column: index, in: data) {
      guard FieldKind(second.cells[index]) == .text else { return 0 }
      isNames = true
    }
    if isNames, second.filled.count * 2 >= names.count, Set(second.cells).count * 2 > second.filled.count {
      names = second.cells
      return 1
    }
    guard Self.isPartOfQuestion(second, of: names) else { return 0 }
    addParts(second.cells)
    return 1
  }

  /// Qualtrics ends its names with `{"ImportId":"startDate"}`.
  private static func isImport(_ cells: [ArraySlice<UInt8>]) -> Bool {
    cells.first { !$0.isEmpty }?.starts(with: "{\"ImportId\"".utf8) ?? false
  }

  /// SurveyMonkey writes `Response`, `Open-Ended Response` or an option below each question, and nothing below what it
  /// knows of a respondent.
  private static func isPartOfQuestion(_ record: Record, of names: [ArraySlice<UInt8>]) -> Bool {
    guard record.cells.first?.isEmpty ?? false, !(names.first?.isEmpty ?? true) else { return false }
    let words: Set = [
      "Response", "Open-Ended Response", "Offene Antwort", "Antwort", "Réponse ouverte", "Respuesta abierta",
    ]
    return record.cells.contains { words.contains($0.string) } || names.contains(where: \.isEmpty) && names.count > 3
  }

  private mutating func addParts(_ parts: [ArraySlice<UInt8>]) {
    var question: ArraySlice<UInt8> = []
    for index in names.indices {
      if !names[index].isEmpty { question = names[index] }
      guard parts.indices.contains(index), !parts[index].isEmpty else { continue }
      let isPlain =
        parts[index].hasPrefix(ignoringCase: "Response") || parts[index].hasPrefix(ignoringCase: "Open-Ended")
      names[index] = isPlain ? question : question + [ASCII.space] + parts[index]
      programNames[index] = names[index]
    }
  }
}
