import PlanModel
import PlanFiles
package import Review
package import Workflow

/// What a plan says otherwise, item by item.
package enum DiffView {
  /// - Parameter inColor: without colours, words that went and came stand in `[-…-]` and `{+…+}`, as in git's word diff.
  package static func text(_ outcome: DiffOutcome, inColor: Bool) -> TerminalText {
    var text = TerminalText()
    if outcome.changes.isEmpty, outcome.unreadable.isEmpty {
      text.line("The plan says the same: \(outcome.before) and \(outcome.after).")
    }
    for group in groups(outcome.changes.filter { $0.kind != .unreadable }) {
      text.append(heading(group[0]))
      for change in group { text.append(lines(change, inColor: inColor), indent: 2) }
      text.line()
    }
    for finding in outcome.unreadable {
      text.line("\(finding.path):\(finding.line): \("not compared:", .caution) \(FindingWording(finding).message)")
    }
    if !outcome.added.isEmpty { text.line("\("New:", .faint) \(Phrase.list(outcome.added))") }
    if outcome.added.contains(Policy.file) {
      text.line("  \("from then on pushes are judged by \(Policy.file)", .faint)")
    }
    if !outcome.unchanged.isEmpty {
      text.line("\("Changed in form, and says the same:", .faint) \(Phrase.list(outcome.unchanged))")
    }
    if !outcome.changes.isEmpty {
      text.line("\(outcome.before) → \(outcome.after): \(ChangeWording.counts(outcome.changes))")
    }
    return text
  }

  /// Changes of one item together, in the order that they came in.
  package static func groups(_ changes: [PlanChange]) -> [[PlanChange]] {
    var groups: [[PlanChange]] = []
    for change in changes {
      if let last = groups.last?.first, last.item == change.item {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups
  }

  private static func heading(_ change: PlanChange) -> TerminalText {
    var text = TerminalText()
    if let item = change.item {
      text.line("\(item, .id)  \(change.title, .strong)")
    } else {
      text.line("\(change.title, .strong)")
    }
    return text
  }

  private static func lines(_ change: PlanChange, inColor: Bool) -> TerminalText {
    var text = TerminalText()
    let kind = StyledLine(ChangeWording.kind(change), style(change))
    let field = ChangeWording.field(change)
    if field.isEmpty {
      text.line("\(kind)")
      return text
    }
    let isWording = change.before != nil && change.after != nil && isProse(change)
    let words: StyledLine =
      if isWording {
        marked(change.before ?? "", change.after ?? "", inColor: inColor)
      } else {
        values(change)
      }
    text.line("\(kind) \(field, .strong): \(words)")
    for shift in change.shifts {
      text.line("    \(shift.direction.rawValue, style(shift)): \(ChangeWording.reason(shift))")
    }
    if let effect = ChangeWording.effect(change) { text.line("    \(effect)") }
    return text
  }

  /// Whether both sides are sentences, of which the words are compared.
  package static func isProse(_ change: PlanChange) -> Bool {
    switch change.kind {
    case .reworded, .weakened, .strengthened, .answered, .reopened: change.field != "status"
    default: change.field == "title"
    }
  }

  private static func values(_ change: PlanChange) -> StyledLine {
    switch (change.before, change.after) {
    case (let before?, let after?): "\(before, .bad) → \(after, .good)"
    case (let before?, nil): "\(before, .bad)"
    case (nil, let after?): "\(after, .good)"
    case (nil, nil): ""
    }
  }

  private static func marked(_ before: String, _ after: String, inColor: Bool) -> StyledLine {
    var line: StyledLine = ""
    for (index, run) in WordMarks(from: before, to: after).runs.enumerated() {
      let gap = index == 0 ? "" : " "
      switch run.mark {
      case .same: line = "\(line)\(gap)\(run.text)"
      case .removed where inColor: line = "\(line)\(gap)\(run.text, .bad)"
      case .removed: line = "\(line)\(gap)[-\(run.text)-]"
      case .added where inColor: line = "\(line)\(gap)\(run.text, .good)"
      case .added: line = "\(line)\(gap){+\(run.text)+}"
      }
    }
    return line
  }

  private static func style(_ shift: Shift) -> TerminalText.Style {
    switch shift.direction {
    case .weaker: .bad
    case .stronger: .good
    case .unclear: .caution
    }
  }

  private static func style(_ change: PlanChange) -> TerminalText.Style {
    switch change.effect {
    case .weaker: .bad
    case .stronger: .good
    case .none: change.kind == .unreadable ? .caution : .plain
    }
  }

  // MARK: JSON

  package static func json(_ outcome: DiffOutcome) -> JSONValue {
    .document(
      kind: "diff",
      [
        "before": .string(outcome.before), "after": .string(outcome.after),
        "changes": JSONValue(outcome.changes, json), "unchanged": JSONValue(outcome.unchanged) { .string($0) },
        "added": JSONValue(outcome.added) { .string($0) },
        "unreadable": JSONValue(outcome.unreadable) { finding in
          [
            "path": .string(finding.path), "line": .int(finding.line),
            "message": .string(FindingWording(finding).message),
          ]
        },
      ])
  }

  static func json(_ change: PlanChange) -> JSONValue {
    [
      "item": change.item.map { .string($0.description) } ?? .string("handoff.yml"), "title": .string(change.title),
      "kind": .string(change.kind.rawValue), "field": .string(change.field), "effect": .string(change.effect.rawValue),
      "before": JSONValue(change.before), "after": JSONValue(change.after), "path": .string(change.path),
      "line": .int(change.line),
      "reasons": JSONValue(change.shifts) { shift in
        [
          "rule": .string(shift.rule.rawValue), "direction": .string(shift.direction.rawValue),
          "before": .string(shift.before), "after": .string(shift.after), "text": .string(ChangeWording.reason(shift)),
        ]
      },
    ]
  }
}
