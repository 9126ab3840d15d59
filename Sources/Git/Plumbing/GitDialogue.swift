import Processes

/// One git that answers question after question, started with the first.
final class GitDialogue {
  private let git: GitProgram
  private let arguments: [String]
  private let limits = GitProgram.Limits(output: 1 << 30, seconds: 60)
  private var dialogue: Dialogue?

  init(_ git: GitProgram, _ arguments: [String]) {
    self.git = git
    self.arguments = arguments
  }

  /// Asks one question and takes its whole answer. When git ends instead, as it does over an object that it cannot read,
  /// this throws ``GitError/program(arguments:status:stderr:)``
  /// or ``GitError/missingObject(_:)``, and the next question starts another.
  func ask<Answer>(
    _ question: String, _ answer: (Dialogue) throws(ChildProcess.Failure) -> Answer
  ) throws(GitError) -> Answer {
    let dialogue = try started()
    do throws(ChildProcess.Failure) {
      try dialogue.ask(Array(question.utf8))
      return try answer(dialogue)
    } catch {
      self.dialogue = nil
      guard case .system = error else { throw GitProgram.error(error, arguments, limits) }
      let (status, complaint) = dialogue.end()
      let failure = GitError.program(arguments: arguments, status: status, stderr: complaint)
      throw failure.missing.map { .missingObject($0) } ?? failure
    }
  }

  private func started() throws(GitError) -> Dialogue {
    if let dialogue { return dialogue }
    let command = try git.command(arguments)
    do throws(ChildProcess.Failure) {
      let dialogue = try Dialogue(command, limits: limits)
      self.dialogue = dialogue
      return dialogue
    } catch {
      throw GitProgram.error(error, arguments, limits)
    }
  }
}
