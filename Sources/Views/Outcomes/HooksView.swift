package import Workflow

/// What stands in the place of each hook.
package enum HooksView {
  package static func text(_ outcome: HooksOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("Hooks in \(outcome.directory, .strong)")
    text.append(lines(outcome), indent: 2)
    if outcome.mayWantServer {
      text.line()
      text.line("Nobody commits in a bare repository. To judge what is pushed here: git handoff hooks install --server")
    }
    if outcome.hooks.contains(where: { $0.state == .edited }) {
      text.line()
      text.line("An edited hook is left as it is. To have ours: remove it, and run git handoff hooks install.")
    }
    return text
  }

  static func lines(_ outcome: HooksOutcome) -> TerminalText {
    var text = TerminalText()
    for hook in outcome.hooks {
      let kind = hook.kind.rawValue
      let name = kind + String(repeating: " ", count: max(0, 19 - kind.count))
      let run = hook.lastRun.map { ", last run \($0)" } ?? ""
      let owner = hook.owner.map { " (\($0.rawValue))" } ?? ""
      let folder = hook.folder.map { " (in \($0))" } ?? ""
      text.line("hook    \(name) \(HookWording.words(hook.state))\(folder)\(owner)\(run)")
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
    JSONValue(outcome.hooks) { hook in
      [
        "name": .string(hook.kind.rawValue), "state": .string(HookWording.name(of: hook.state)),
        "folder": hook.folder.map { .string($0) } ?? .null,
        "owner": hook.owner.map { .string($0.rawValue) } ?? .null,
        "last_run": hook.lastRun.map { .string($0) } ?? .null,
      ]
    }
  }
}
