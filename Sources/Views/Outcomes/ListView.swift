import PlanModel
package import Workflow

/// Items, one a line.
package enum ListView {
  /// - Parameter columns: how many there are on a terminal, where titles that are longer are cut; nil elsewhere.
  package static func text(_ outcome: ListOutcome, columns: Int? = nil) -> TerminalText {
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
      let title = columns.map { item.title.cut(to: $0 - ItemID.length - width - 4) } ?? item.title
      text.line("\(item.id, .id)  \(StyledLine(status, style(of: status)))\(padding)  \(title)")
    }
    text.append(CheckView.lines(outcome.unreadable))
    return text
  }

  /// Id, state, file and title.
  package static func records(_ outcome: ListOutcome) -> String {
    Records.text(outcome.items.map { [$0.id.description, $0.status ?? "", $0.file, $0.title] })
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
