/// Tells tables from other text.
enum TableRecognition {
  private static let extensions: Set<String> = ["csv", "tsv", "tab", "psv"]
  /// How many records are looked at.
  private static let most = 200

  static func recognises(_ sample: FormatSample) -> Bool {
    guard !sample.head.isEmpty else { return false }
    let isNamed = extensions.contains(sample.fileExtension)
    if isNamed { return true }
    // Names that say otherwise are believed.
    guard ["", "txt", "text", "dat", "xls", "log"].contains(sample.fileExtension) else { return false }
    let dialect = TableDialect(sample.head)
    guard dialect.separator != nil else { return false }
    let isWhole = sample.raw.count <= FormatSample.length
    let records = RecordSample(sample.head, dialect, most: most, isWhole: isWhole)
    return isTable(records, dialect)
  }

  /// A header of which names are known, and records that are as wide.
  private static func isTable(_ sample: RecordSample, _ dialect: TableDialect) -> Bool {
    guard !sample.isOpen, sample.records.count >= 3, let header = sample.records.first else { return false }
    let width = sample.width
    guard width > 1, header.count == width, sample.consistency >= 0.95, isHeader(header) else { return false }
    if dialect.separator == ASCII.pipe, sample.records.contains(where: isRuler) { return false }
    let known = ColumnWords.listed(in: header)
    if known * 2 >= width { return known >= 2 || dialect.separator == ASCII.tab }
    return width > 2 && (known >= 2 || known == 1 && dialect.separator != ASCII.comma)
  }

  /// Names or questions, all different: no sentence, no number, no date.
  private static func isHeader(_ cells: [ArraySlice<UInt8>]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count * 2 > cells.count, Set(filled).count * 2 > filled.count else { return false }
    return filled.allSatisfy { cell in
      guard cell.count <= 300, let kind = FieldKind(cell), kind == .text || kind == .token else { return false }
      return cell.last != ASCII.dot && !cell.contains(where: { $0 == ASCII.equals || $0 == 0x7B })
    }
  }

  /// The line below the header of a Markdown table.
  private static func isRuler(_ cells: [ArraySlice<UInt8>]) -> Bool {
    cells.allSatisfy { $0.allSatisfy { $0 == ASCII.hyphen || $0 == ASCII.colon || $0 == ASCII.space } }
  }
}
