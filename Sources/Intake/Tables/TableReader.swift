import PlanModel

/// Reads records in a table: reviews, survey answers, tickets. A row is a voice.
struct TableReader: FileReader {
  static let format = SourceFormat.table

  static func recognises(_ sample: FormatSample) -> Bool { TableRecognition.recognises(sample) }

  static func conversations(in material: Material) throws(IntakeError) -> [Material] {
    let bytes = utf8(material.bytes)
    let table = try Table(bytes, dateOrder: material.dateOrder)
    guard let parts = try Self.parts(of: table) else { return [material] }
    // The file's name is that of all, and no conversation's title.
    return parts.map { part in
      var part = Material(part)
      part.dateOrder = material.dateOrder
      return part
    }
  }

  private static func parts(of table: Table) throws(IntakeError) -> [[UInt8]]? {
    if let issues = IssueTable(table) { return try issues.parts() }
    return try TableThreads.parts(of: table)
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript { try manuscript(of: Material(bytes)) }

  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    let bytes = material.bytes
    if let offset = TextSniffer.firstForeignByte(in: bytes) { throw .notText(offset: offset) }
    let table = try Table(utf8(bytes), dateOrder: material.dateOrder)
    var manuscript = try TableWriter.manuscript(of: table)
    manuscript.origin.identity = try IssueTable(table)?.identity()
    return manuscript
  }

  /// Fields are decoded one by one, so that no odd white space in them is taken for the end of a record.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    UTF16Order(bytes[...])?.utf8(bytes[...]) ?? bytes
  }
}

/// A table, and what its columns are.
struct Table {
  let bytes: [UInt8]
  let dialect: TableDialect
  let header: HeaderRows
  let columns: TableColumns

  init(_ bytes: [UInt8], dateOrder: DateOrder? = nil) throws(IntakeError) {
    self.bytes = bytes
    dialect = TableDialect(bytes)
    header = try HeaderRows(bytes, dialect)
    var scanner = RecordScanner(bytes, dialect)
    scanner.rewind(to: header.end, row: header.row)
    columns = try TableColumns(header, scanner, dateOrder: dateOrder)
  }

  /// A scanner before the first row.
  var rows: RecordScanner {
    var scanner = RecordScanner(bytes, dialect)
    scanner.rewind(to: header.end, row: header.row)
    return scanner
  }
}
