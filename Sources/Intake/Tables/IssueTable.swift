/// A table in which a row is an issue: what Jira exports as CSV, by its columns `Issue key` and `Summary`.
///
/// https://support.atlassian.com/jira-software-cloud/docs/export-issues-from-a-board/
struct IssueTable {
  private let table: Table
  /// The column of the key.
  private let place: Int

  init?(_ table: Table) {
    let names = table.header.names.map(ColumnName.normalised)
    guard let place = names.firstIndex(of: "issue key"), names.contains("summary") else { return nil }
    self.table = table
    self.place = place
  }

  /// Whether bytes that were said to be Jira's are such a table.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    guard TextSniffer.firstForeignByte(in: bytes) == nil, let table = try? Table(bytes) else { return false }
    return IssueTable(table) != nil
  }

  /// A table for each issue, with the header; nil when there are not several.
  func parts() throws(IntakeError) -> [[UInt8]]? { try TableThreads.parts(of: table, by: place, evenIfAlone: true) }

  /// What stays the same when the issue goes on, as where it is taken in as JSON; nil where there are several.
  func identity() throws(IntakeError) -> String? {
    var key: String?
    var scanner = table.rows
    while try scanner.next() {
      guard !scanner.isBlank, scanner.cells.indices.contains(place) else { continue }
      let words = CellText.words(scanner.cells[place], of: table.bytes, table.dialect).string
      if key != nil, words != key { return nil }
      key = words
    }
    return key.flatMap { $0.isEmpty ? nil : "jira:\($0)" }
  }
}
