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

/// What the pre-push hook says, one part for each ref.
package enum PushView {
  package static func text(_ outcome: PushOutcome) -> TerminalText {
    var text = TerminalText()
    for line in outcome.unreadable {
      text.line("\("error:", .bad) the pre-push hook was given a line that it cannot read: \(line)")
    }
    for ref in outcome.refs {
      if case .judged(let judged) = ref.state { text.append(lines(ref.name, judged)) }
    }
    if !outcome.isAllowed {
      text.line("\("error:", .bad) the push is held back by the policy in .handoff/handoff.yml")
    }
    return text
  }

  private static func lines(_ ref: String, _ outcome: VerifyOutcome) -> TerminalText {
    var text = TerminalText()
    let judgement = outcome.judgement
    let name = ref.hasPrefix("refs/heads/") ? String(ref.dropFirst(11)) : ref
    for problem in judgement.blocked { text.append(line("error:", .bad, name, problem)) }
    for problem in judgement.warned { text.append(line("warning:", .caution, name, problem)) }
    if outcome.hasChangedPolicy {
      text.line("\("note:", .caution) \(name): handoff.yml is changed; this is judged by the one that stood before")
    }
    for id in outcome.changedCriteria {
      text.line(
        "\("note:", .caution) \(name): the criteria of \(id, .id) are changed; it is judged by what was agreed before")
    }
    if judgement.blocked.isEmpty, judgement.warned.isEmpty {
      let stories = outcome.stories.map { "\($0.id) is \($0.verdict.rawValue)" }
      text.line("handoff: \(name): \(stories.isEmpty ? "nothing against the policy" : Phrase.list(stories))")
    }
    return text
  }

  private static func line(
    _ word: String, _ style: TerminalText.Style, _ ref: String, _ problem: PushProblem
  ) -> TerminalText {
    var text = TerminalText()
    text.line("\(word, style) \(ref): \(PushWording.words(problem))")
    if let hint = PushWording.hint(problem) { text.line("\("hint:", .caution) \(hint)") }
    return text
  }
}
