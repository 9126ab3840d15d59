import Drafting
import PlanModel
import Workflow

/// Intents that statements look like.
enum LikenessView {
  /// `3 statements look like in-k3f9ab2x 'Quieter mails' (0.82): L3, L7 and L9`
  static func lines(_ likenesses: [IntentLikeness]) -> TerminalText {
    var text = TerminalText()
    for like in likenesses {
      let count = Phrase.count(like.statements.count, "statement")
      let verb = like.statements.count == 1 ? "looks" : "look"
      let lines = Phrase.list(like.statements.map { "\(LineRange($0.lines))" })
      text.line(
        "\(count) \(verb) like \(like.intent, .id) \(Phrase.quoted(like.title)) (\(PlanView.figure(like.score))): \(lines)"
      )
    }
    return text
  }

  /// That not every statement was compared.
  static func note(_ likeness: IntakeLikeness) -> TerminalText {
    var text = TerminalText()
    if likeness.compared < likeness.statements {
      text.line(
        "  of \(likeness.statements) statements, \(likeness.compared) from everywhere were compared with the plan's intents"
      )
    }
    return text
  }

  static func json(_ likenesses: [IntentLikeness]) -> JSONValue {
    JSONValue(likenesses) { like in
      [
        "intent": .string(like.intent.description), "statements": .int(like.statements.count),
        "score": .rounded(like.score), "refs": JSONValue(like.statements) { .string($0.description) },
      ]
    }
  }
}
