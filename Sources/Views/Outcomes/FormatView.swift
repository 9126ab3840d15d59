package import Workflow

/// Files that were brought into one form, or would have to be.
package enum FormatView {
  package static func text(_ outcome: FormatOutcome) -> TerminalText {
    var text = TerminalText()
    for path in outcome.changed {
      text.line("\(outcome.isWritten ? "formatted" : "would be formatted"): \(path, .strong, file: path)")
    }
    text.append(CheckView.lines(outcome.left))
    if !outcome.left.isEmpty {
      text.line("  \("hint:", .caution) these were left as they are: mend them, and format again")
    }
    let looked = Phrase.count(outcome.count, "file")
    if outcome.changed.isEmpty {
      let isClean = outcome.left.isEmpty
      text.line(isClean ? "Looked at \(looked): \("all in form", .good)." : "Looked at \(looked): nothing to format.")
    } else {
      let count = "\(outcome.changed.count) of \(looked)"
      text.line(
        outcome.isWritten ? "Formatted \(count); what they say is the same." : "\(count) to format: git handoff fmt")
    }
    return text
  }

  /// The files whose form is another.
  package static func records(_ outcome: FormatOutcome) -> String { Records.text(outcome.changed.map { [$0] }) }

  package static func json(_ outcome: FormatOutcome) -> JSONValue {
    .document(
      kind: "fmt",
      [
        "files": .int(outcome.count), "changed": JSONValue(outcome.changed) { .string($0) },
        "written": .bool(outcome.isWritten), "left": JSONValue(outcome.left, CheckView.json),
      ])
  }
}
