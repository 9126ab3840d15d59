import Drafting
import Git
import PlanModel
import Verification
package import Workflow

/// Why a commit's message is refused, and how it could be.
package enum MessageView {
  package static func text(_ verdict: MessageVerdict) -> TerminalText {
    var text = TerminalText()
    for problem in verdict.problems {
      switch problem {
      case .unlinked(let missed, let suggestion):
        text.line("\("error:", .bad) this commit names no story")
        if verdict.declines { text.line("\("hint:", .caution) \(PushWording.declined)") }
        if let missed { text.line("\("hint:", .caution) \(PushWording.words(missed))") }
        if let suggestion {
          text.line("\("hint:", .caution) the branch is named after \(suggestion, .id); the last line would be:")
          text.line("    \(verdict.key): \(suggestion)")
        } else if let near = verdict.nearest {
          text.line("\("hint:", .caution) perhaps it is for \(Phrase.quoted(near.title)); the last line would be:")
          text.line("    \(verdict.key): \(near.story)")
        } else {
          text.line(
            "\("hint:", .caution) end the message with a line '\(verdict.key): <id>'; the ids: git handoff list")
        }
      case .empty:
        text.line("\("error:", .bad) the message is empty, but for its story")
        text.line("\("hint:", .caution) say in a line what the commit does")
      case .invalid(let problem):
        text.line("\("error:", .bad) \(PushWording.words(problem))")
        if case .closedStory(let id, .draft) = problem {
          text.line("\("hint:", .caution) once it is agreed: git handoff set \(id) status ready")
        }
      }
    }
    if verdict.problems == [.empty] { return text }
    text.line("\("hint:", .caution) your message is kept: git commit -e -F \(verdict.path)")
    return text
  }
}
