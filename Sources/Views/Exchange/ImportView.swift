import Exchange
import PlanModel
package import Workflow

/// What an import would write, or wrote.
package enum ImportView {
  /// The items that are shown of a preview, and the files that were passed over.
  private static let shown = 20

  package static func text(_ outcome: ImportOutcome) -> TerminalText {
    var text = TerminalText()
    let listed = outcome.items.filter { $0.act == .new }
    for item in listed.prefix(shown) { text.append(line(item)) }
    if listed.count > shown { text.line("and \(listed.count - shown) more") }
    if !listed.isEmpty { text.line() }
    addNotes(outcome, to: &text)
    addPassedOver(outcome, to: &text)
    text.append(CheckView.lines(outcome.findings))
    addSummary(outcome, to: &text)
    return text
  }

  private static func line(_ item: ImportOutcome.Item) -> TerminalText {
    var text = TerminalText()
    var facts = item.status.map { [$0] } ?? []
    if item.criteria > 0 { facts.append(Phrase.count(item.criteria, "criterion", "criteria")) }
    if item.dependencies > 0 { facts.append("depends on \(item.dependencies)") }
    let key = item.key == item.id.description ? "" : "\(item.key)  "
    text.line("\(item.id, .id)  \(key, .faint)\(item.title, .strong)  \(facts.joined(separator: ", "), .faint)")
    return text
  }

  private static func addNotes(_ outcome: ImportOutcome, to text: inout TerminalText) {
    guard !outcome.notes.isEmpty else { return }
    text.line("What has no place of its own is kept under Notes:")
    text.line("  \(Phrase.list(outcome.notes.map { "\($0.name) (\($0.count))" }))")
    text.line()
  }

  private static func addPassedOver(_ outcome: ImportOutcome, to text: inout TerminalText) {
    guard !outcome.passedOver.isEmpty else { return }
    let count = outcome.passedOver.count
    text.line("\(Phrase.count(count, "file")) beside them \(count == 1 ? "holds" : "hold") no item:")
    for path in outcome.passedOver.prefix(shown) { text.line("  \(path)") }
    if outcome.passedOver.count > shown { text.line("  and \(outcome.passedOver.count - shown) more") }
    text.line("  What is said in them comes in as a source: git handoff intake <file>")
    text.line()
  }

  private static func addSummary(_ outcome: ImportOutcome, to text: inout TerminalText) {
    let kinds: [ItemKind] = [.source, .intent, .epic, .story, .decision]
    let counts = kinds.compactMap { kind -> String? in
      let count = outcome.count(.new, kind)
      guard count > 0 else { return nil }
      return kind == .story ? Phrase.count(count, "story", "stories") : Phrase.count(count, kind.noun)
    }
    let signOffs = outcome.signOffs > 0 ? [Phrase.count(outcome.signOffs, "sign-off")] : []
    let known = outcome.count(.known)
    if known > 0 { text.line("\(Phrase.count(known, "item")) of it the plan has already; they stay as they are.") }
    if outcome.count(.refused) > 0 {
      text.line("\("note:", .caution) \(Phrase.count(outcome.count(.refused), "item")) could not be taken over")
    }
    guard !counts.isEmpty || !signOffs.isEmpty else { return text.line("There is nothing new to import.") }
    let criteria = outcome.items.filter { $0.act == .new }.map(\.criteria).reduce(0, +)
    let made = Phrase.list(counts + signOffs)
    let with = criteria > 0 ? " with \(Phrase.count(criteria, "criterion", "criteria"))" : ""
    if outcome.isApplied {
      text.line("Imported \(made)\(with) from \(outcome.tool.name).")
      text.line("Next: see whether the plan holds: git handoff check")
    } else {
      text.line("\(made)\(with) would come from \(outcome.tool.name). Nothing was written.")
      text.line("To write it: git handoff import --apply \(outcome.path)")
    }
  }

  package static func json(_ outcome: ImportOutcome) -> JSONValue {
    .document(
      kind: "import",
      [
        "from": .string(outcome.tool.rawValue), "applied": .bool(outcome.isApplied),
        "items": JSONValue(outcome.items) { item in
          [
            "id": .string(item.id.description), "kind": .string(item.id.kind.noun), "origin": .string(item.key),
            "title": .string(item.title), "path": .string(item.path), "status": JSONValue(item.status),
            "act": .string(item.act.rawValue), "criteria": .int(item.criteria),
            "dependencies": .int(item.dependencies),
          ]
        },
        "sign_offs": .int(outcome.signOffs),
        "notes": JSONValue(outcome.notes) { ["name": .string($0.name), "items": .int($0.count)] },
        "passed_over": JSONValue(outcome.passedOver) { .string($0) },
        "findings": JSONValue(outcome.findings, CheckView.json),
      ])
  }
}
