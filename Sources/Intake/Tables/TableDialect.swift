/// How a table is written: what stands between its fields, and what ends its records.
struct TableDialect: Hashable {
  /// What spreadsheets write, by locale and program.
  private static let separators: [UInt8] = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.pipe]
  /// How many records are looked at.
  private static let sample = 100

  /// Nil for a table of one column: a line is a field.
  var separator: UInt8?
  /// Where the first record begins: behind a byte order mark and a line `sep=;`.
  var start = 0
  /// Records end with CR, as on old Macintosh systems; else a CR without LF is part of a field.
  var hasBareReturns = false
  /// `\"` stands for a quotation mark, as databases write it.
  var escapesWithBackslash = false

  /// How the table is written that begins with these bytes: UTF-8, or windows-1252.
  init(_ bytes: [UInt8]) {
    let head = Array(bytes.prefix(FormatSample.length))
    let isWhole = head.count == bytes.count
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    hasBareReturns = !head.contains(ASCII.newline)
    escapesWithBackslash = Self.hasBackslashes(head)
    if let stated = Self.statedSeparator(in: head[start...]) {
      start = stated.end
      separator = stated.separator
      return
    }
    var best = 0.0
    for candidate in Self.separators {
      var dialect = self
      dialect.separator = candidate
      let score = RecordSample(head, dialect, most: Self.sample, isWhole: isWhole).score
      if score > best { (best, separator) = (score, candidate) }
    }
  }

  /// The line `sep=;` that Excel writes and obeys.
  private static func statedSeparator(in head: ArraySlice<UInt8>) -> (separator: UInt8, end: Int)? {
    guard head.hasPrefix(ignoringCase: "sep="), let separator = head.dropFirst(4).first else { return nil }
    let line = head.prefix { $0 != ASCII.newline && $0 != ASCII.carriageReturn }
    guard line.count == 5 else { return nil }
    let hasTwo = head[line.endIndex...].starts(with: [ASCII.carriageReturn, ASCII.newline])
    return (separator, min(line.endIndex + (hasTwo ? 2 : 1), head.endIndex))
  }

  /// Whether quotation marks are escaped with backslashes: they stand before letters, and none is doubled.
  private static func hasBackslashes(_ head: [UInt8]) -> Bool {
    var count = 0
    for index in head.indices.dropLast(2) where head[index + 1] == ASCII.quote {
      if head[index] == ASCII.quote, head[index + 2].isWord { return false }
      if head[index] == ASCII.backslash, head[index + 2].isWord || head[index + 2] == ASCII.space { count += 1 }
    }
    return count > 1
  }
}

/// The first records of a table, read one way.
struct RecordSample {
  /// The fields of each record that is not blank, decoded and trimmed.
  private(set) var records: [[ArraySlice<UInt8>]] = []
  /// A record had several fields and nothing in any of them.
  private var hasEmptyRecord = false
  /// A field was quoted and did not end where the sample did.
  private(set) var isOpen = false

  /// Reads at most `most` records. Of a sample that is not the whole table the last record is left out, as it may be
  /// cut.
  init(_ bytes: [UInt8], _ dialect: TableDialect, most: Int, isWhole: Bool) {
    var scanner = RecordScanner(bytes, dialect)
    do {
      while records.count < most, try scanner.next() {
        if scanner.isBlank, scanner.cells.count > 1 { hasEmptyRecord = true }
        if scanner.isBlank || !isWhole && scanner.index >= bytes.count && !records.isEmpty { continue }
        var record: [ArraySlice<UInt8>] = []
        for cell in scanner.cells { record.append(CellText.words(cell, of: bytes, dialect)) }
        records.append(record)
      }
    } catch {
      isOpen = isWhole
    }
  }

  /// The number of fields that most records have; the larger of two that are as frequent.
  var width: Int {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// The share of the records that have `width` fields.
  var consistency: Double {
    let width = width
    return records.isEmpty ? 0 : Double(records.count { $0.count == width }) / Double(records.count)
  }

  /// How likely it is that the table was written this way; 0 when it was not.
  fileprivate var score: Double {
    let known = records.prefix(10).map { $0.count > 1 ? ColumnWords.known(in: $0) : 0 }.max() ?? 0
    if records.isEmpty { return hasEmptyRecord ? 0.1 : 0 }
    guard width > 1 && consistency >= 0.5 || known > 1 else { return 0 }
    return (consistency + Double(min(known, 4)) * 0.25 + Double(min(width, 9)) * 0.01) * (isOpen ? 0.1 : 1)
  }
}
