import PlanModel
package import Workflow

/// Items, one a line.
package enum ListView {
  package static func text(_ outcome: ListOutcome) -> TerminalText {
    var text = TerminalText()
    if outcome.items.isEmpty, outcome.unreadable.isEmpty {
      text.line(
        outcome.isFiltered
          ? "None is like that. See all: git handoff list all"
          : "Nothing here yet. Write a story: git handoff new-story \"<title>\"")
    }
    let width = outcome.items.compactMap(\.status?.count).max() ?? 0
    for item in outcome.items {
      let status = item.status ?? ""
      let padding = String(repeating: " ", count: max(0, width - status.count))
      text.line("\(item.id, .id)  \(StyledLine(status, style(of: status)))\(padding)  \(item.title)")
    }
    text.append(CheckView.lines(outcome.unreadable))
    return text
  }

  package static func json(_ outcome: ListOutcome) -> JSONValue {
    .document(
      kind: "list",
      [
        "items": JSONValue(outcome.items, json), "unreadable": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }

  static func json(_ item: ItemSummary) -> JSONValue {
    [
      "id": .string(item.id.description), "kind": .string(item.id.kind.noun), "title": .string(item.title),
      "status": JSONValue(item.status), "owner": JSONValue(item.owner),
      "intent": JSONValue(item.id.kind == .intent ? nil : item.intent), "path": .string(item.file),
    ]
  }

  static func style(of status: String) -> TerminalText.Style {
    switch status {
    case StoryStatus.active.rawValue, StoryStatus.ready.rawValue: .strong
    case StoryStatus.shipped.rawValue, IntentStatus.achieved.rawValue: .good
    case StoryStatus.dropped.rawValue, DecisionStatus.superseded.rawValue: .faint
    default: .plain
    }
  }
}
