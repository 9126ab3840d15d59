package import PlanModel

/// `statements.tsv`: turn, time, speaker, text; line N is the statement that `#LN` cites.
package enum StatementTable {
  /// No source has more; an original of 64 MiB makes a table of about its own size.
  package static let byteLimit = 128 << 20

  /// Reads the table; a line of the wrong shape is a finding, and stands as an empty statement so that the numbers of
  /// the others still hold.
  package static func read(_ bytes: [UInt8], path: String) -> (statements: [Statement], findings: [Finding]) {
    let text: LinedText
    do {
      text = try LinedText(bytes, path: path)
    } catch {
      return ([], [error])
    }
    var statements: [Statement] = []
    var findings: [Finding] = []
    statements.reserveCapacity(text.lineCount)
    for number in 0..<text.lineCount {
      let columns = text.line(number + 1).split(separator: .tab, omittingEmptySubsequences: false)
      if columns.count == 4, let turn = Int(String(decoding: columns[0], as: UTF8.self)), !columns[3].isEmpty {
        statements.append(
          Statement(
            turn: turn, time: String(decoding: columns[1], as: UTF8.self),
            speaker: String(decoding: columns[2], as: UTF8.self), text: String(decoding: columns[3], as: UTF8.self)))
      } else {
        findings.append(Finding(.source(.badStatementLine(columns: columns.count)), path: path, line: number + 1))
        statements.append(Statement(turn: 0, text: ""))
      }
    }
    return (statements, findings)
  }

  /// The table's bytes. White space within a field is folded, so that a field can hold neither a tab nor a line end.
  package static func write(_ statements: [Statement]) -> [UInt8] {
    var bytes: [UInt8] = []
    for statement in statements {
      bytes += Array(String(statement.turn).utf8)
      for field in [statement.time, statement.speaker, statement.text] {
        bytes.append(.tab)
        bytes += Array(field.foldingWhiteSpace().utf8)
      }
      bytes.append(.newline)
    }
    return bytes
  }
}
