import PlanModel
package import Workflow

extension MatrixView {
  /// One page that needs nothing else: no script, no picture, nothing from a network.
  package static func html(_ outcome: LedgerOutcome, onlyLost: Bool) -> String {
    let counts = outcome.ledger.counts
    var page = "<h1>\(title)</h1>\n<p>\(escaped(total(counts)))</p>\n"
    page += legend
    if !outcome.unreadable.isEmpty { page += unread(outcome.unreadable) }
    page += "<nav><ul>\n"
    for account in outcome.ledger.sources {
      let state = account.counts.lost > 0 ? "lost" : "carried"
      page += "<li><a href=\"#\(account.source.id)\">\(escaped(account.source.title))</a> "
      page += "<span class=\"\(state)\">\(escaped(LedgerWording.words(account.counts)))</span></li>\n"
    }
    page += "</ul></nav>\n"
    for account in outcome.ledger.sources { page += section(account, outcome.ledger.items, onlyLost) }
    return HTMLPage.html(title: title, style: style, body: page)
  }

  private static let title = "What became of what was said"

  private static func total(_ counts: FateCounts) -> String {
    "\(Phrase.count(counts.statements, "statement")): \(LedgerWording.words(counts)); "
      + "\(counts.setAside) set aside, \(counts.chatter) chatter."
  }

  private static func unread(_ findings: [Finding]) -> String {
    let lines = findings.map { "<li>\(escaped("\($0.path):\($0.line): \(FindingWording($0).message)"))</li>\n" }
    return "<p class=\"lost\">Not in this account, as it could not be read:</p>\n<ul>\n\(lines.joined())</ul>\n"
  }

  private static func section(_ account: SourceLedger, _ items: [ItemID: CitingItem], _ onlyLost: Bool) -> String {
    let source = account.source
    var html = "<section id=\"\(source.id)\">\n<h2>\(escaped(source.title))</h2>\n<p>\(source.id)"
    if let received = source.received { html += ", \(escaped(String(received.prefix(10))))" }
    html += ", \(escaped(LedgerWording.words(account.counts)))</p>\n"
    html += "<table>\n<thead><tr><th>Line</th><th>Said by</th><th>Words</th><th>What became of it</th></tr></thead>\n"
    html += "<tbody>\n"
    for stretch in account.stretches where !onlyLost || stretch.fate == .lost {
      let fate = cell(stretch, items)
      for line in stretch.lines {
        let statement = source.statements[line - 1]
        html += "<tr class=\"\(style(stretch.fate))\" id=\"\(source.id)-L\(line)\"><td>L\(line)</td>"
        html += "<td>\(escaped(statement.speaker))</td><td>\(escaped(statement.text))</td><td>\(fate)</td></tr>\n"
      }
    }
    return html + "</tbody>\n</table>\n</section>\n"
  }

  private static func cell(_ stretch: Stretch, _ items: [ItemID: CitingItem]) -> String {
    var lines: [String] = []
    switch stretch.fate {
    case .carried: break
    case .lost: lines.append("<strong>lost</strong>")
    case .setAside(let why): lines.append("set aside: \(escaped(why))")
    case .chatter(let why): lines.append("chatter: \(escaped(why))")
    }
    lines += stretch.carriers.map { carrier in
      let words = escaped(LedgerWording.words(carrier, items[carrier.item]))
      return carrier.isDropped ? "<s>\(words)</s>" : words
    }
    if stretch.others > 0 { lines.append("and \(stretch.others) more") }
    return lines.joined(separator: "<br>")
  }

  private static func style(_ fate: Fate) -> String {
    switch fate {
    case .carried: "carried"
    case .setAside: "aside"
    case .chatter: "chatter"
    case .lost: "lost"
    }
  }

  private static func escaped(_ text: String) -> String { HTMLPage.escaped(text) }

  private static let legend = """
    <p><span class="carried">carried</span> by the plan, <span class="aside">set aside</span> with a reason,
    <span class="chatter">chatter</span> that needs no carrying, <span class="lost">lost</span>: nothing carries it.</p>

    """

  private static let style = """
    table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid #ddd; padding: .35rem .6rem; text-align: left; vertical-align: top; }
    thead th { background: #fff; position: sticky; top: 0; }
    td:first-child { color: #777; white-space: nowrap; }
    td:nth-child(3) { width: 45%; }
    tr.lost { background: #fdecea; }
    tr.aside, tr.chatter { color: #767676; }
    span.carried { color: #1a7f37; } span.lost, p.lost { color: #b3261e; } span.aside, span.chatter { color: #767676; }
    @media print { thead th { position: static; } }
    """
}
