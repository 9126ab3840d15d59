package import Workflow

/// What `init` did, and what comes next.
package enum InitView {
  package static func text(_ outcome: InitOutcome) -> TerminalText {
    var text = TerminalText()
    let isNew = outcome.kept.isEmpty
    text.line("\(isNew ? "Began a plan in" : "The plan is in") \(outcome.top, .strong)/.handoff")
    for path in outcome.written { text.line("  wrote   \(path)") }
    for path in outcome.kept { text.line("  kept    \(path)") }
    if outcome.merges {
      text.line(
        "  merge   git merges plan files by what they say, in this clone; to take it back: git handoff merge --uninstall"
      )
    }
    if let hooks = outcome.hooks { text.append(HooksView.lines(hooks), indent: 2) }
    if outcome.hooksFailure != nil { text.line("  hooks   \("not installed", .bad), see below") }
    if let cause = outcome.ignored {
      let (message, hint) = DoctorWording.words(.planIgnored(cause))
      text.line("\("warning:", .caution) \(message)")
      if let hint { text.line("\("hint:", .caution) \(hint)") }
    }
    text.line()
    text.line("Next:")
    text.line("  look at .handoff/handoff.yml, and commit it:  git add .handoff && git commit")
    text.line("  take in what somebody said:                   git handoff intake <file>")
    text.line("  write a story:                                git handoff new-story \"<title>\"")
    return text
  }

  package static func json(_ outcome: InitOutcome) -> JSONValue {
    .document(
      kind: "init",
      [
        "top": .string(outcome.top), "written": JSONValue(outcome.written) { .string($0) },
        "kept": JSONValue(outcome.kept) { .string($0) }, "merges": .bool(outcome.merges),
        "hooks": outcome.hooks.map(HooksView.hooks) ?? [],
      ])
  }
}
