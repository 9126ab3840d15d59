package import Workflow

/// What stands in the place of each hook.
package enum HooksView {
  package static func text(_ outcome: HooksOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("Hooks in \(outcome.directory, .strong)")
    text.append(lines(outcome), indent: 2)
    if outcome.hooks.contains(where: { $0.state == .edited }) {
      text.line()
      text.line("An edited hook is left as it is. To have ours: remove it, and run git handoff hooks install.")
    }
    return text
  }

  static func lines(_ outcome: HooksOutcome) -> TerminalText {
    var text = TerminalText()
    for (kind, state) in outcome.hooks {
      let name = kind.rawValue + String(repeating: " ", count: max(0, 19 - kind.rawValue.count))
      text.line("hook    \(name) \(words(state))")
    }
    return text
  }

  package static func json(_ outcome: HooksOutcome) -> JSONValue {
    .document(kind: "hooks", ["directory": .string(outcome.directory), "hooks": hooks(outcome)])
  }

  static func hooks(_ outcome: HooksOutcome) -> JSONValue {
    JSONValue(outcome.hooks) { ["name": .string($0.kind.rawValue), "state": .string(name(of: $0.state))] }
  }

  private static func words(_ state: HooksOutcome.State) -> StyledLine {
    switch state {
    case .installed: "\("installed", .good)"
    case .unchanged: "installed already"
    case .updated: "\("updated", .good)"
    case .chained(let previous): "\("installed", .good); the hook that was here runs first, as \(previous)"
    case .edited: "\("edited by somebody, left alone", .caution)"
    case .removed: "removed"
    case .restored: "removed; the hook that was here before is back"
    case .absent: "not installed"
    case .foreign: "not ours"
    }
  }

  private static func name(of state: HooksOutcome.State) -> String {
    switch state {
    case .installed: "installed"
    case .unchanged: "unchanged"
    case .updated: "updated"
    case .chained: "chained"
    case .edited: "edited"
    case .removed: "removed"
    case .restored: "restored"
    case .absent: "absent"
    case .foreign: "foreign"
    }
  }
}
