package import Workflow
import PlanModel

/// The commands of criteria, and which of them may be run here.
package enum TrustView {
  package static func text(_ outcome: TrustOutcome) -> TerminalText {
    var text = TerminalText()
    if outcome.changed > 0 { text.line("Changed: \(Phrase.count(outcome.changed, "command"))") }
    for one in outcome.commands {
      let state: StyledLine = one.isTrusted ? "\("trusted", .good)    " : "\("not trusted", .caution)"
      text.line("\(state)  \(one.criterion.description, .id)  \(one.command)")
      if !one.files.isEmpty { text.line("    \("with", .faint) \(Phrase.list(one.files, limit: 8))") }
      if one.wasTrusted { text.line("    it was trusted before these files were changed") }
    }
    for command in outcome.others { text.line("\("trusted", .good)      no criterion asks for it  \(command)") }
    if outcome.commands.isEmpty, outcome.others.isEmpty { text.line("No criterion asks for a command to be run.") }
    if outcome.commands.contains(where: { !$0.isTrusted }) {
      text.line()
      text.line("What is not trusted is not run. To look at each command and decide: git handoff trust")
    }
    return text
  }

  /// A command as it is shown before it is trusted, with all of its lines.
  package static func question(_ one: RunnableCommand) -> TerminalText {
    var text = TerminalText()
    text.line("\(one.criterion.description, .id)  \(one.title, .strong)")
    text.line("It would be run as you, in a clean checkout of whatever commit is verified here:")
    for line in one.command.split(whereSeparator: \.isNewline) { text.line("    \(String(line))") }
    if !one.files.isEmpty {
      text.line("and with it these files, as they are at HEAD; what they call is not looked at:")
      for file in one.files { text.line("    \(file)") }
    }
    if one.wasTrusted { text.line("You trusted it once, and these files were changed since.") }
    return text
  }

  package static func json(_ outcome: TrustOutcome) -> JSONValue {
    .document(
      kind: "trust",
      [
        "commands": JSONValue(outcome.commands) { one in
          [
            "criterion": .string(one.criterion.description), "command": .string(one.command),
            "files": JSONValue(one.files) { .string($0) }, "trusted": .bool(one.isTrusted),
            "was_trusted": .bool(one.wasTrusted),
          ]
        },
        "others": JSONValue(outcome.others) { .string($0) }, "changed": .int(outcome.changed),
      ])
  }
}
