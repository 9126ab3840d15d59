import PlanModel
package import Workflow

/// Statements by what carries them: the traceability matrix, made when it is asked for and never kept.
package enum MatrixView {
  /// The kinds that carry, in the order of their columns.
  static let kinds: [ItemKind] = [.intent, .epic, .story, .decision]

  // MARK: CSV

  /// A row for each statement (RFC 4180, with LF): `statement,source,speaker,time,text,fate,why,label` and a column of ids
  /// for each kind, those of criteria as `st-9c4t8wq2/AC1`.
  package static func csv(_ outcome: LedgerOutcome, onlyLost: Bool) -> String {
    let names = ["statement", "source", "speaker", "time", "text", "fate", "why", "label"] + kinds.map(\.folder)
    var csv = (names + ["dropped"]).joined(separator: ",") + "\n"
    for account in outcome.ledger.sources {
      let title = field(account.source.title)
      let labels = outcome.labels.of(account.source)
      for stretch in account.stretches where !onlyLost || stretch.fate == .lost {
        let (became, carrying) = (row(fate(stretch)), row(items(stretch)))
        for line in stretch.lines {
          let statement = account.source.statements[line - 1]
          csv += "\(account.source.id)#L\(line),\(title),\(field(statement.speaker)),\(field(statement.time)),"
          csv += "\(field(statement.text)),\(became),\(labels[line - 1] ?? ""),\(carrying)\n"
        }
      }
    }
    return csv
  }

  private static func row(_ cells: [String]) -> String { cells.map(field).joined(separator: ",") }

  private static func fate(_ stretch: Stretch) -> [String] {
    [LedgerWording.word(stretch.fate), LedgerWording.reason(stretch.fate) ?? ""]
  }

  /// Those that carry the statements of a run, by kind, and those that would if they had not been dropped.
  private static func items(_ stretch: Stretch) -> [String] {
    let carriers = stretch.carriers.filter { !$0.isDropped }
    return kinds.map { kind in ids(carriers.filter { $0.item.kind == kind }) } + [ids(stretch.dropped)]
  }

  static func ids(_ carriers: [Carrier]) -> String {
    carriers.map(reference).joined(separator: " ")
  }

  static func reference(_ carrier: Carrier) -> String {
    if case .criterion(let id) = carrier.part { "\(carrier.item)/\(id)" } else { "\(carrier.item)" }
  }

  /// A field in quotes where it needs them. What a spreadsheet would take for a formula gets an apostrophe before it
  /// (https://owasp.org/www-community/attacks/CSV_Injection): sources are written by strangers.
  private static func field(_ words: String) -> String {
    let text = Sanitiser.line(words)
    let safe = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false ? "'" + text : text
    guard safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
