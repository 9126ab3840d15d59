import FileSystem
import Git
import Intake
import PlanFiles
import PlanModel
import Verification
package import Workflow

/// A failure in words: `error: …` and `hint: …`, as git has them.
package struct FailureWording: Hashable, Sendable {
  package var message: String
  package var hints: [String]

  package init(_ failure: Failure) {
    let (message, hint) = Self.words(failure.reason)
    self.message = message
    hints = (hint.map { [$0] } ?? []) + failure.hints.map(Self.words)
  }

  /// The lines that are shown on standard error.
  package var text: TerminalText {
    var text = TerminalText()
    text.line("\("error:", .bad) \(message)")
    for hint in hints { text.line("\("hint:", .caution) \(hint)") }
    return text
  }

  private static func words(_ hint: Failure.Hint) -> String {
    switch hint {
    case .run(let command): "run: \(command)"
    case .open(let path, let line): "look at \(path):\(line)"
    case .didYouMean(let word): "did you mean \(word)?"
    }
  }

  private static func words(_ reason: Failure.Reason) -> (String, hint: String?) {
    switch reason {
    case .git(let error): GitWording.words(error)
    case .file(let error): FileWording.words(error)
    case .tree(let error): located(error.finding)
    case .intake(let error, let input): IntakeWording.words(error, input: input)
    case .edit(.notOneLine(let field, let line), let path):
      ("'\(field)' takes several lines of \(path):\(line)", "change it there: git handoff edit <id>")
    case .brokenFile(let finding): located(finding)
    case .results(let error):
      (
        "\(error.origin):\(error.line):\(error.column): \(ResultsWording.words(error.problem))",
        "give the file that your test runner wrote, as JUnit XML"
      )
    case .noPlan: ("there is no plan here: no .handoff folder", nil)
    case .bareRepository: ("this command changes files, and a bare repository has none", "run it in a clone")
    default: wordsOnInput(reason)
    }
  }

  /// What was typed does not fit what is there.
  private static func wordsOnInput(_ reason: Failure.Reason) -> (String, hint: String?) {
    switch reason {
    case .unknownItem(let text, let kind, let nearest):
      (
        "there is no \(kind?.noun ?? "item") '\(text)'",
        nearest.map { "did you mean \($0)?" } ?? "see what there is: git handoff list"
      )
    case .ambiguousItem(let text, let ids):
      ("'\(text)' could be \(Phrase.list(ids.map(\.description), "or"))", "give more characters")
    case .condition(let problem, let text):
      (
        "'\(text)': \(FindingWording(Finding(.condition(problem), path: "")).message)",
        FindingWording(Finding(.condition(problem), path: "")).fix
      )
    case .unknownStatements(let citation, let count):
      ("\(citation) does not exist: the source has \(Phrase.count(count, "statement"))", nil)
    case .invalidValue(let field, let value, let expected): ("the \(field) '\(value)' should be \(expected)", nil)
    case .unknownCriterion(let reference, let known):
      (
        "\(reference.story) has no criterion \(reference.criterion)",
        known.isEmpty ? "it has no criteria yet" : "it has \(Phrase.list(known.map(\.description), limit: 12))"
      )
    case .storyTakesNoWork(let id, let status):
      (
        "\(id) is \(status.rawValue), and takes no work",
        status == .draft ? "once it is agreed: git handoff set \(id) status ready" : "pick another: git handoff list"
      )
    case .redactionUnavailable(let kinds):
      (
        "handoff.yml asks to replace \(Phrase.list(kinds)) in sources, which this version cannot do; nothing was taken in",
        "replace them by hand, and take 'redact' out of handoff.yml"
      )
    default: wordsOnPeople(reason)
    }
  }

  /// Who acts, and what other programs do.
  private static func wordsOnPeople(_ reason: Failure.Reason) -> (String, hint: String?) {
    switch reason {
    case .notInRole(let address, let role, let members):
      (
        "\(address) is not in the role '\(role)'",
        members.isEmpty
          ? "nobody is: add '\(role): [\(address)]' under 'roles' in .handoff/handoff.yml"
          : "ask \(Phrase.list(members, "or")), or change 'roles' in .handoff/handoff.yml"
      )
    case .noIdentity: ("git does not know who you are", nil)
    case .foreignHook(let path): ("\(path) is in the way, and is not ours to replace", "move it away and try again")
    case .hooksElsewhere(let path):
      (
        "hooks of this repository live in \(path), outside of it, so they are not written",
        "see docs/reference/hooks.md"
      )
    case .editorFailed(let editor, let status): ("the editor '\(editor)' ended with status \(status)", nil)
    case .unchangedTemplate: ("nothing was written, so there is nothing to add", nil)
    default: ("\(reason)", nil)
    }
  }

  private static func located(_ finding: Finding) -> (String, hint: String?) {
    let words = FindingWording(finding)
    return ("\(finding.path):\(finding.line):\(finding.column): \(words.message)", words.fix)
  }
}
