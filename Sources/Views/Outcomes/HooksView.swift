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
      text.line("hook    \(name) \(HookWording.words(state))")
    }
    if !outcome.notesFrom.isEmpty { text.line("notes   fetched from \(Phrase.list(outcome.notesFrom))") }
    return text
  }

  package static func json(_ outcome: HooksOutcome) -> JSONValue {
    .document(
      kind: "hooks",
      [
        "directory": .string(outcome.directory), "hooks": hooks(outcome),
        "notes_from": JSONValue(outcome.notesFrom) { .string($0) },
      ])
  }

  static func hooks(_ outcome: HooksOutcome) -> JSONValue {
    JSONValue(outcome.hooks) { ["name": .string($0.kind.rawValue), "state": .string(HookWording.name(of: $0.state))] }
  }
}
