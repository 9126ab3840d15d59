package import CodeIndex
package import FileSystem
package import Git
package import Grounding
package import Intake
package import PlanFiles
package import PlanModel
package import Verification

/// An act that could not be done: the reason with its facts, and what may help, as data. Views words both.
package struct Failure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case git(GitError)
    case file(FileError)
    case tree(PlanTreeError)
    case index(CodeIndexError)
    /// An input that intake cannot take, by the name the user gave it.
    case intake(IntakeError, input: String)
    /// A field that only an editor can change.
    case edit(PlanDocument.EditProblem, path: String)
    /// A condition that was typed has not the form that a `verify` block wants.
    case condition(ConditionProblem, text: String)
    case noPlan
    /// The command changes files, and a bare repository has none.
    case bareRepository
    /// The plan is in HEAD and not in the work tree, as in a sparse checkout.
    case planNotCheckedOut
    case noCommits
    /// What was tested is not what is committed.
    case uncommittedChanges([String])
    case unknownItem(String, kind: ItemKind?, nearest: ItemID?)
    case ambiguousItem(String, [ItemID])
    /// No file and no definition has that name in the commit; what is near it.
    case unknownCode(String, commit: ObjectID, near: [String])
    /// Several definitions have that name.
    case ambiguousCode(String, [CodePlace])
    /// A folder was named where a file or a definition is meant; some files of code in it.
    case codeFolder(String, files: Int, code: [String])
    /// A plan file that the command needs does not check.
    case brokenFile(Finding)
    case unknownStatements(Citation, count: Int)
    /// Close to a field that there is, and none itself.
    case unknownField(String)
    case invalidValue(field: String, value: String, expected: String)
    /// What was typed holds a character that is not seen.
    case hiddenCharacter(field: String, HiddenCharacter)
    /// What was typed is too long; in characters.
    case tooLong(field: String, count: Int, limit: Int)
    /// A path that leads out of the work tree.
    case outsideWorkTree(String)
    case unknownCriterion(CriterionReference, known: [CriterionID])
    /// The id is given to several, on these lines: nobody knows which one is meant.
    case doubled(String, path: String, lines: [Int])
    /// The story is in a state in which no work is done on it.
    case storyTakesNoWork(ID<Story>, StoryStatus)
    case unknownQuestion(QuestionReference, known: [QuestionID])
    case answeredBefore(QuestionReference, String)
    case askedBefore(QuestionReference)
    /// Questions have to be answered before the story may be worked on.
    case blockedStory(ID<Story>, [OpenQuestion])
    case supersededDecision(ID<Decision>, by: ID<Decision>?)
    case notInRole(address: String, role: String, members: [String])
    /// An acceptance in that role would settle nothing.
    case roleNotAsked(CriterionReference, role: String, asked: [String])
    /// Git does not know who the user is.
    case noIdentity
    /// Something is in the way where hooks, a site or a server are to be put.
    case place(PlaceProblem)
    case editorFailed(String, status: Int32)
    case unchangedTemplate
    /// A file that is to be attached, by the name the user gave it, is larger than the policy allows; in bytes.
    case attachmentTooLarge(String, bytes: Int, limit: Int)
    /// A command of a criterion is not trusted, or not run.
    case command(CommandProblem)
    case engine(EngineProblem)
    case results(ResultsError)
    case importing(ImportProblem)
    /// Many conversations in one input: the user says what becomes of them.
    case manyConversations(Int, input: String)
    /// The expression of a kind that is to be replaced takes too much work on this text.
    case redactionTooCostly(kind: String)
    /// A line, from 1, of what was handed in is no statement.
    case statementLine(String, Int, StatementLineProblem)
  }

  /// What may help, as data: Views says it, and a front-end could offer it.
  package enum Hint: Hashable, Sendable {
    /// A command to run.
    case run(String)
    /// A file to look at.
    case open(path: String, line: Int)
    /// The nearest thing that exists.
    case didYouMean(String)
  }

  package var reason: Reason
  package var hints: [Hint]

  package init(_ reason: Reason, hints: [Hint] = []) {
    self.reason = reason
    self.hints = hints
  }
}

/// Runs `body`, and makes a failure of whatever a lower layer throws.
func failing<Value, Cause: Error>(
  _ reason: (Cause) -> Failure.Reason, _ body: () throws(Cause) -> Value
) throws(Failure) -> Value {
  do {
    return try body()
  } catch {
    throw Failure(reason(error))
  }
}
