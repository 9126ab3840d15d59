import PlanModel
package import Workflow

/// A question that was put.
package enum AskView {
  package static func text(_ outcome: AskOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("Asked \(outcome.reference, .id): \(outcome.question.text)")
    text.line("  \("\(outcome.path):\(outcome.question.line)", .faint)")
    if let status = outcome.heldUp {
      text.line("  the story is \(status.rawValue), and nothing should go on in it before it is answered")
    } else if outcome.question.isBlocking, outcome.reference.item.kind == .intent {
      text.line("  no story of this intent can be made ready before it is answered")
    } else if outcome.question.isBlocking {
      text.line("  the story cannot be made ready before it is answered")
    }
    if outcome.heldUp != nil {
      text.line("\("warning:", .caution) until then, check calls this an error, and a push is refused")
      text.line("\("hint:", .caution) to wait for the answer: git handoff set \(outcome.reference.item) status draft")
    }
    text.line()
    text.line("Next:")
    text.line("  once it is answered:    git handoff answer \(outcome.reference) \"<answer>\"")
    text.line("  see all that are open:  git handoff questions")
    return text
  }

  package static func json(_ outcome: AskOutcome) -> JSONValue {
    .document(
      kind: "ask",
      ["question": QuestionFacts.json(outcome.question, outcome.reference), "path": .string(outcome.path)])
  }
}

/// A question that was answered.
package enum AnswerView {
  package static func text(_ outcome: AnswerOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("Answered \(outcome.reference, .id): \(outcome.asked)")
    for line in wrapped(outcome.answer, width: ShowView.width - 4) { text.line("  > \(line)") }
    text.line("  \("\(outcome.path):\(outcome.question.line)", .faint)")
    if let decision = outcome.decision {
      text.line("Wrote decision \(decision.id, .id) \(Phrase.quoted(decision.title))")
      text.line("  \("\(decision.path)", .faint)")
    }
    let item = outcome.reference.item
    if !outcome.blocking.isEmpty {
      let open = Phrase.list(outcome.blocking.map { "\($0.reference)" })
      text.line("\(item, .id) still waits for an answer to \(open)")
    }
    text.line()
    text.line("Next:")
    if let decision = outcome.decision {
      text.line("  say what follows from it:  git handoff edit \(decision.id)")
    }
    let isDraft = outcome.status.map { $0 == StoryStatus.draft.rawValue } ?? true
    if item.kind == .story, outcome.question.isBlocking, outcome.blocking.isEmpty, isDraft {
      text.line("  nothing blocks it now:     git handoff set \(item) status ready")
    }
    text.line("  see what else is open:     git handoff questions")
    return text
  }

  package static func json(_ outcome: AnswerOutcome) -> JSONValue {
    .document(
      kind: "answer",
      [
        "question": QuestionFacts.json(outcome.question, outcome.reference), "path": .string(outcome.path),
        "decision": outcome.decision.map {
          ["id": .string($0.id.description), "title": .string($0.title), "path": .string($0.path)]
        } ?? .null,
        "blocking": JSONValue(outcome.blocking) { .string($0.reference.description) },
      ])
  }
}

/// The questions that are open.
package enum QuestionsView {
  package static func text(_ outcome: QuestionsOutcome) -> TerminalText {
    var text = TerminalText()
    if outcome.groups.isEmpty { text.line("No question is open.") }
    for (number, group) in outcome.groups.enumerated() {
      if number > 0 { text.line() }
      text.line("\(group.addressee.map { "@\($0)" } ?? "Put to nobody", .strong)")
      for open in group.questions {
        let label = "\(open.reference)"
        let lines = wrapped(
          words(open.question.text, besides: group.addressee), width: ShowView.width - label.utf8.count - 4)
        for (row, line) in lines.enumerated() {
          let margin = String(repeating: " ", count: row == 0 ? 0 : label.utf8.count)
          text.line("  \(row == 0 ? label : margin, .id)  \(line)")
        }
        let margin = String(repeating: " ", count: label.utf8.count + 4)
        let mark: StyledLine = open.question.isBlocking ? "\("blocks ", .caution)" : ""
        text.line("\(margin)\(mark)\("\(open.item.title) (\(open.item.status ?? ""))", .faint)")
      }
    }
    text.append(CheckView.lines(outcome.unreadable))
    return text
  }

  /// Reference, whom it is put to, `blocks` or nothing, file and text.
  package static func records(_ outcome: QuestionsOutcome) -> String {
    Records.text(
      outcome.groups.flatMap(\.questions).map {
        [
          $0.reference.description, $0.question.asks ?? "", $0.question.isBlocking ? "blocks" : "", $0.item.file,
          $0.question.text,
        ]
      })
  }

  /// The question without `@product` at an end of it, where that stands above it.
  private static func words(_ text: String, besides addressee: String?) -> String {
    guard let mark = addressee.map({ "@" + $0 }) else { return text }
    var words = text.split(separator: " ")
    let isMark = { (word: Substring) in word == mark || word == mark + ":" || word == mark + "," }
    if words.count > 1, words.first.map(isMark) ?? false { words.removeFirst() }
    if words.count > 1, words.last.map(isMark) ?? false { words.removeLast() }
    return words.joined(separator: " ")
  }

  package static func json(_ outcome: QuestionsOutcome) -> JSONValue {
    .document(
      kind: "questions",
      [
        "questions": JSONValue(outcome.groups.flatMap(\.questions)) { open in
          QuestionFacts.json(open.question, open.reference, of: open.item)
        },
        "unreadable": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }
}

/// A question as JSON, wherever it is shown.
enum QuestionFacts {
  static func json(_ question: Question, _ reference: QuestionReference, of item: ItemSummary? = nil) -> JSONValue {
    let facts: JSONValue = [
      "ref": .string(reference.description), "item": .string(reference.item.description),
      "id": .string(question.id.description), "text": .string(question.text), "answered": .bool(question.isAnswered),
      "blocking": .bool(question.isBlocking), "asks": JSONValue(question.asks), "line": .int(question.line),
      "decisions": JSONValue(question.decisions) { .string($0.description) },
    ]
    guard let item, case .object(let members) = facts else { return facts }
    return .object(
      members + [
        JSONValue.Member(key: "title", value: .string(item.title)),
        JSONValue.Member(key: "status", value: JSONValue(item.status)),
        JSONValue.Member(key: "path", value: .string(item.file)),
      ])
  }
}
