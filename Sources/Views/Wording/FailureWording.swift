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
    // To what is only misspelt nobody is to be added.
    if case .notInRole = failure.reason, !failure.hints.isEmpty { hints = failure.hints.map(Self.words) }
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

  // One switch over every reason, so that a new one does not compile before it has words.
  private static func words(_ reason: Failure.Reason) -> (String, hint: String?) {
    switch reason {
    case .git(let error): GitWording.words(error)
    case .file(let error): FileWording.words(error)
    case .tree(let error): located(error.finding)
    case .index(let error): IndexWording.words(error)
    case .intake(let error, let input): IntakeWording.words(error, input: input)
    case .edit(.notOneLine(let field, let line), let path): InputWording.severalLines(field, path, line)
    case .edit(.unsafeBody(let line), let path): InputWording.unsafeBody(path, line)
    case .condition(let problem, let text): InputWording.condition(problem, text)
    case .noPlan: ("there is no plan here: no .handoff folder", nil)
    case .bareRepository: ("this command changes files, and a bare repository has none", "run it in a clone")
    case .unknownItem(let text, let kind, let nearest): InputWording.unknownItem(text, kind, nearest)
    case .ambiguousItem(let text, let ids): InputWording.ambiguous(text, ids)
    case .unknownCode(let text, let commit, let near): CodeWording.unknown(text, commit, near)
    case .ambiguousCode(let text, let places): CodeWording.ambiguous(text, places)
    case .codeFolder(let text, let files, let code): CodeWording.folder(text, files, code)
    case .brokenFile(let finding): located(finding)
    case .unknownStatements(let citation, let count): InputWording.unknownStatements(citation, count)
    case .planNotCheckedOut:
      (
        "the plan is committed, and not checked out here",
        "git sparse-checkout add .handoff, or git checkout -- .handoff"
      )
    case .noCommits: ("there is no commit yet", nil)
    case .uncommittedChanges(let paths):
      (
        "the work tree differs from the commit in \(Phrase.list(paths)), so the results are not the commit's",
        "commit or stash the changes, run the tests again, and record their results"
      )
    case .unknownField(let field): ("\(Phrase.quoted(field)) is not a field of this item", nil)
    case .invalidValue(let field, let value, let expected): InputWording.invalidValue(field, value, expected)
    case .hiddenCharacter, .tooLong, .outsideWorkTree: InputWording.refused(reason)
    case .unknownCriterion(let reference, let known): InputWording.unknownCriterion(reference, known)
    case .doubled(let id, let path, let lines): InputWording.doubled(id, path, lines)
    case .storyTakesNoWork(let id, let status): InputWording.closedStory(id, status)
    case .unknownQuestion(let reference, let open): QuestionWording.unknown(reference, open: open)
    case .answeredBefore(let reference, let text): ("\(reference) is answered already: \(text)", nil)
    case .askedBefore(let reference): QuestionWording.askedBefore(reference)
    case .blockedStory(let id, let questions): QuestionWording.blocked(id, by: questions)
    case .supersededDecision(let id, let successor):
      ("\(id) is superseded", successor.map { "name the decision that took its place: \($0)" })
    case .notInRole(let address, let role, let members): PeopleWording.notInRole(address, role, members)
    case .roleNotAsked(let criterion, let role, let asked): PeopleWording.roleNotAsked(criterion, role, asked)
    case .noIdentity: ("git does not know who you are", nil)
    case .place(let problem): PlaceWording.words(problem)
    case .editorFailed(let editor, let status): ("the editor '\(editor)' ended with status \(status)", nil)
    case .unchangedTemplate: ("the text was left as it was, so nothing was added", nil)
    case .attachmentTooLarge(let file, let bytes, let limit): InputWording.attachmentTooLarge(file, bytes, limit)
    case .command(let problem): CommandWording.words(problem)
    case .engine(let problem): EngineWording.words(problem)
    case .results(let error): InputWording.results(error)
    case .importing(let problem): ImportWording.words(problem)
    case .manyConversations(let count, let input): InputWording.manyConversations(count, input)
    case .redactionTooCostly(let kind): InputWording.redactionTooCostly(kind)
    case .statementLine(let origin, let line, let problem): InputWording.statementLine(origin, line, problem)
    }
  }

  private static func located(_ finding: Finding) -> (String, hint: String?) {
    let words = FindingWording(finding)
    return ("\(finding.path):\(finding.line):\(finding.column): \(words.message)", words.fix)
  }
}
