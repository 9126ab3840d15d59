import PlanModel
package import Workflow

/// A plan that was proposed: what it becomes, or what keeps it from being taken.
package enum ProposalView {
  package static func text(_ outcome: ProposalOutcome) -> TerminalText {
    var text = facts(outcome)
    text.line()
    if !outcome.problems.isEmpty {
      text.line("Nothing was written.")
    } else if outcome.isApplied {
      text.line(
        "Wrote \(Phrase.count(outcome.items.count, "draft")). Read them: git handoff show <id>; git handoff check")
    } else {
      text.line("Nothing is written yet. To write it: the same with --apply")
    }
    return text
  }

  /// The items or the problems, and nothing on what to do with them.
  package static func facts(_ outcome: ProposalOutcome) -> TerminalText {
    var text = TerminalText()
    for problem in outcome.problems { text.line("\("refused", .bad) \(EngineWording.words(problem))") }
    for item in outcome.items {
      text.line("\(item.id, .id)  \(item.title, item.id.kind == .intent ? .strong : .plain)")
      text.line("  \("\(item.path)", .faint)")
    }
    return text
  }

  package static func json(_ outcome: ProposalOutcome) -> JSONValue {
    .document(
      kind: "plan",
      [
        "applied": .bool(outcome.isApplied),
        "items": JSONValue(outcome.items) {
          ["id": .string($0.id.description), "title": .string($0.title), "path": .string($0.path)]
        },
        "problems": JSONValue(outcome.problems) {
          ["path": .string($0.path), "message": .string(EngineWording.words($0))]
        },
      ])
  }
}
