package import PlanModel

/// `statements.tsv`: turn, time, speaker, text; line N is the statement that `#LN` cites.
package enum StatementTable {
  /// No source has more; an original of 48 MiB makes a table of about its own size.
  package static let byteLimit = 128 << 20

  /// Reads the table; a line of the wrong shape is a finding, and stands as an empty statement so that the numbers of
  /// the others still hold.
  package static func read(_ bytes: [UInt8], path: String) -> (statements: StatementList, findings: [Finding]) {
    let text: LinedText
    do {
      text = try LinedText(bytes, path: path)
    } catch {
      return ([], [error])
    }
    var statements = StatementList()
    var findings: [Finding] = []
    statements.reserveCapacity(rows: text.lineCount, bytes: bytes.count + 1)
    for number in 0..<text.lineCount {
      let columns = text.line(number + 1).split(separator: .tab, omittingEmptySubsequences: false)
      if columns.count == 4, let turn = Int(String(decoding: columns[0], as: UTF8.self)), !columns[3].isEmpty {
        statements.append(
          turn: turn, time: String(decoding: columns[1], as: UTF8.self),
          speaker: String(decoding: columns[2], as: UTF8.self), text: columns[3])
      } else {
        findings.append(Finding(.source(.badStatementLine(columns: columns.count)), path: path, line: number + 1))
        statements.append(Statement(turn: 0, text: ""))
      }
    }
    return (statements, findings)
  }
}
