package import Workflow

/// How a plan file was merged, and what is left to do.
package enum MergeView {
  package static func text(_ outcome: MergeOutcome) -> TerminalText {
    var text = TerminalText()
    if outcome.conflicts == 0 {
      text.line("\("merged", .good) \(outcome.path)")
      text.line("look at it, and settle it: git add \(outcome.path)")
    } else {
      let conflicts = Phrase.count(outcome.conflicts, "conflict")
      text.line("\("conflict:", .bad) \(conflicts) left in \(outcome.path), between <<<<<<< and >>>>>>>")
      text.line("decide each, then: git add \(outcome.path)")
    }
    if outcome.isOfLines { text.line("It could not be read by its parts, and was merged line by line.") }
    return text
  }

  package static func json(_ outcome: MergeOutcome) -> JSONValue {
    .document(
      kind: "merge",
      [
        "path": .string(outcome.path), "conflicts": .int(outcome.conflicts), "by_lines": .bool(outcome.isOfLines),
      ])
  }

  package static var installed: TerminalText {
    var text = TerminalText()
    text.line("git merges and shows plan files by what they say, in this clone:")
    text.line("  git config       merge.handoff, diff.handoff")
    text.line("  info/attributes  /.handoff/**/*.md; nothing in the work tree, and nothing that others get")
    text.line("Take it back with: git handoff merge --uninstall")
    return text
  }

  package static var removed: TerminalText {
    var text = TerminalText()
    text.line("git merges and shows plan files as text again.")
    return text
  }

  package static func json(isInstalled: Bool) -> JSONValue {
    .document(kind: "merge", ["installed": .bool(isInstalled)])
  }
}
