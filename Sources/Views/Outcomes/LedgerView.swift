import Concurrency
import PlanModel
package import Workflow

/// Where the statements of sources went.
package enum LedgerView {
  package static func text(_ outcome: LedgerOutcome) -> TerminalText {
    var text = TerminalText()
    for account in concurrently(outcome.ledger.sources, chunk: 32, { self.account($0, outcome.ledger.items) }) {
      text.append(account)
    }
    text.append(CheckView.lines(outcome.unreadable))
    text.line("\(summary(outcome))")
    if outcome.ledger.counts.lost > 0 {
      text.line("\("hint:", .caution) what nobody carries: git handoff trace\(target(outcome)) --lost")
    }
    return text
  }

  private static func account(_ account: SourceLedger, _ items: [ItemID: CitingItem]) -> TerminalText {
    var text = TerminalText()
    let counts = StyledLine("(\(LedgerWording.words(account.counts)))", account.counts.lost > 0 ? .bad : .faint)
    text.line("\(account.source.id, .id)  \(account.source.title, .strong)  \(counts)")
    text.append(statements(of: account, items))
    text.line()
    return text
  }

  /// The statements with what became of them; chatter in one line, as nobody looks for it.
  private static func statements(of account: SourceLedger, _ items: [ItemID: CitingItem]) -> TerminalText {
    var text = TerminalText()
    var chatter = 0
    for stretch in account.stretches {
      if case .chatter = stretch.fate {
        chatter += stretch.lines.count
        continue
      }
      for line in stretch.lines { text.append(statement(line, of: account.source)) }
      text.append(fate(stretch, items), indent: 8)
    }
    if chatter > 0 { text.line("  \("\(Phrase.count(chatter, "statement")) of chatter", .faint)") }
    return text
  }

  /// The words with their number, wrapped.
  static func statement(_ line: Int, of source: Source) -> TerminalText {
    var text = TerminalText()
    let statement = source.statements[line - 1]
    let label = "L\(line)"
    let margin = String(repeating: " ", count: max(1, 6 - label.utf8.count))
    let speaker = statement.speaker.isEmpty ? "" : statement.speaker + ": "
    let words = speaker + statement.text + SourceView.mark(line, of: source)
    for (row, words) in wrapped(words, width: ShowView.width - 8).enumerated() {
      if row == 0 { text.line("  \(label, .id)\(margin)\(words)") } else { text.line("        \(words)") }
    }
    return text
  }

  /// What became of a run of statements, in lines that stand under them.
  ///
  /// - Parameter named: items whose titles stand elsewhere.
  static func fate(
    _ stretch: Stretch, _ items: [ItemID: CitingItem], named: Set<ItemID> = []
  ) -> TerminalText {
    var text = TerminalText()
    switch stretch.fate {
    case .carried, .chatter: break
    case .setAside(let why): text.line("\("set aside:", .good) \(why)")
    case .lost where stretch.carriers.isEmpty: text.line("\("lost: no item carries it", .bad)")
    case .lost: text.line("\("lost: only dropped items cite it", .bad)")
    }
    for carrier in stretch.carriers {
      let words = LedgerWording.words(carrier, items[carrier.item], isTitled: !named.contains(carrier.item))
      text.line("→ \(words, carrier.isDropped ? .faint : .plain)")
    }
    if stretch.others > 0 { text.line("→ and \(stretch.others) more") }
    if case .chatter(let why) = stretch.fate { text.line("\("chatter: \(why)", .faint)") }
    return text
  }

  /// What could not be read, for where the answer itself has no place for it.
  package static func unreadable(_ outcome: LedgerOutcome) -> TerminalText { CheckView.lines(outcome.unreadable) }

  // MARK: lost

  /// The statements that nobody carries, by source, with what to do about it.
  package static func lost(_ outcome: LedgerOutcome) -> TerminalText {
    var text = TerminalText()
    let lost = outcome.lost
    let sources = Dictionary(outcome.ledger.sources.map { ($0.source.id, $0.source) }) { first, _ in first }
    var source: ID<Source>?
    for entry in lost {
      if entry.citation.source != source {
        if source != nil { text.line() }
        source = entry.citation.source
        text.line("\(entry.citation.source, .id)  \(sources[entry.citation.source]?.title ?? "", .strong)")
      }
      if let said = sources[entry.citation.source] {
        text.append(statement(entry.citation.lines.lowerBound, of: said))
      }
      let dropped = Set(entry.dropped).sorted().map { "\($0)" }
      if let label = entry.label {
        // A guess of the words lets nothing be dropped.
        text.line(
          "        \(label == "chatter" ? "reads like chatter; to say so: git handoff set-aside" : "\(label)", .faint)")
      }
      if !dropped.isEmpty { text.line("        \("only in \(Phrase.list(dropped)), which was dropped", .faint)") }
    }
    if !lost.isEmpty { text.line() }
    text.append(CheckView.lines(outcome.unreadable))
    text.line("\(summary(outcome))")
    if let first = lost.first?.citation {
      text.line()
      text.line("Next:")
      text.line("  carry it:             git handoff new-story \"<title>\" --cite \(first)")
      text.line("  or in a story that is there, write (\(first)) where it belongs")
      text.line("  or say why not:       git handoff set-aside \(first) --why \"<reason>\"")
    }
    return text
  }

  /// Of what nobody carries: citation, label, speaker and text.
  package static func lostRecords(_ outcome: LedgerOutcome) -> String {
    Records.text(
      outcome.lost.map { ["\($0.citation)", $0.label.map { "\($0)" } ?? "", $0.statement.speaker, $0.statement.text] })
  }

  private static func summary(_ outcome: LedgerOutcome) -> StyledLine {
    let counts = outcome.ledger.counts
    let sources = outcome.ledger.sources.count
    if sources == 0 { return "Nothing was taken in yet. Begin with: git handoff intake <file>" }
    let whole = outcome.isOfOneSource ? "" : " in \(Phrase.count(sources, "source"))"
    let kinds = [(counts.setAside, "set aside"), (counts.chatter, "chatter")].filter { $0.0 > 0 }
    let rest = kinds.isEmpty ? "" : "; \(Phrase.list(kinds.map { "\($0.0) \($0.1)" }))"
    let words = "\(Phrase.count(counts.statements, "statement"))\(whole): \(LedgerWording.words(counts))\(rest)."
    return StyledLine(words, counts.lost > 0 ? .bad : .good)
  }

  private static func target(_ outcome: LedgerOutcome) -> String {
    outcome.isOfOneSource ? outcome.ledger.sources.first.map { " \($0.source.id)" } ?? "" : ""
  }
}
