import PlanModel
import Workflow

/// Questions that are in the way, in words.
enum QuestionWording {
  static func askedBefore(_ reference: QuestionReference) -> (String, hint: String?) {
    ("\(reference) asks that already", "wait for it; whoever knows: git handoff answer \(reference) \"<answer>\"")
  }

  static func unknown(_ reference: QuestionReference, open: [QuestionID]) -> (String, hint: String?) {
    (
      "\(reference.item) has no question \(reference.question)",
      open.isEmpty
        ? "none of its questions is open: git handoff show \(reference.item)"
        : "still open: \(Phrase.list(open.map(\.description), limit: 12))"
    )
  }

  static func blocked(_ story: ID<Story>, by questions: [OpenQuestion]) -> (String, hint: String?) {
    let asked = questions.map { open in
      let whose = open.item.id == story.any ? "\(open.question.id)" : "\(open.question.id) of \(open.item.id)"
      return "\(whose), '\(open.question.text)'"
    }
    let reference = questions.first.map { "\($0.reference)" } ?? "\(story)#Q1"
    return (
      "\(story) waits for an answer to \(Phrase.list(asked, limit: 3))",
      "answer it: git handoff answer \(reference) \"<answer>\""
    )
  }
}
