import Grounding
import PlanModel
import Verification
package import Workflow

/// An item that was written.
package enum NewItemView {
  package static func text(_ outcome: NewItemOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("Wrote \(outcome.id.kind.noun) \(outcome.id, .id) \(Phrase.quoted(outcome.title))")
    text.line("  \(outcome.path)")
    for path in outcome.others { text.line("  and changed \(path)") }
    text.append(CheckView.lines(outcome.findings), indent: 2)
    if let near = outcome.nearest {
      text.line("  It seems to be about \(near.path, .strong): git handoff ground \(outcome.id) --accept 1")
    }
    text.line()
    text.line("Next:")
    text.line("  fill it in:             git handoff edit \(outcome.id)")
    if outcome.id.kind == .story { text.line("  when it is agreed:      git handoff set \(outcome.id) status ready") }
    text.line("  see whether it holds:   git handoff check")
    return text
  }

  package static func json(_ outcome: NewItemOutcome) -> JSONValue {
    .document(
      kind: outcome.id.kind == .decision ? "decide" : "new-\(outcome.id.kind.noun)",
      [
        "id": .string(outcome.id.description), "title": .string(outcome.title), "path": .string(outcome.path),
        "changed": JSONValue(outcome.others) { .string($0) },
        "findings": JSONValue(outcome.findings, CheckView.json),
        "nearest": outcome.nearest.map { ["path": .string($0.path), "score": .rounded(Float($0.score))] } ?? .null,
      ])
  }
}

/// A field that was set.
package enum SetView {
  package static func text(_ outcome: SetOutcome) -> TerminalText {
    var text = TerminalText()
    if outcome.before == outcome.after {
      text.line("\(outcome.id, .id) \(outcome.field): \(outcome.after, .strong), as before")
    } else {
      text.line("\(outcome.id, .id) \(outcome.field): \(outcome.before ?? "(none)") → \(outcome.after, .strong)")
    }
    text.append(CheckView.lines(outcome.findings))
    let open = Verdict.allCases.compactMap { verdict -> String? in
      let criteria = outcome.open.filter { $0.verdict == verdict }.map(\.id.description)
      guard !criteria.isEmpty else { return nil }
      return "\(Phrase.list(criteria)) \(criteria.count == 1 ? "is" : "are") \(verdict.rawValue)"
    }
    if !open.isEmpty {
      text.line("\("note:", .caution) as of HEAD, \(Phrase.list(open)): git handoff verify \(outcome.id)")
    }
    return text
  }

  package static func json(_ outcome: SetOutcome) -> JSONValue {
    .document(
      kind: "set",
      [
        "id": .string(outcome.id.description), "path": .string(outcome.path), "field": .string(outcome.field),
        "before": JSONValue(outcome.before), "after": .string(outcome.after),
        "findings": JSONValue(outcome.findings, CheckView.json),
        "open": JSONValue(outcome.open) {
          ["criterion": .string($0.id.description), "verdict": .string($0.verdict.rawValue)]
        },
      ])
  }
}
