import PlanModel
package import Workflow

/// A remark that was added.
package enum CommentView {
  package static func text(_ outcome: CommentOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("Noted on \(outcome.item, .id) \(Phrase.quoted(outcome.title)): \(outcome.text)")
    text.line("  \(outcome.path, .faint)")
    return text
  }

  package static func json(_ outcome: CommentOutcome) -> JSONValue {
    .document(
      kind: "comment",
      [
        "item": .string(outcome.item.description), "title": .string(outcome.title), "path": .string(outcome.path),
        "text": .string(outcome.text),
      ])
  }
}
