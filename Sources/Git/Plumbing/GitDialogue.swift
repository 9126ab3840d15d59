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
    try talk { dialogue throws(ChildProcess.Failure) in
      try dialogue.ask(Array(question.utf8))
      return try answer(dialogue)
    }
  }

  /// Asks one question after the other, as ``ask(_:_:)`` does; git looks for the next answer while `answer` takes one.
  func ask(
    _ questions: [String], _ answer: (Dialogue) throws(ChildProcess.Failure) -> Void
  ) throws(GitError) {
    guard let first = questions.first else { return }
    try talk { dialogue throws(ChildProcess.Failure) in
      try dialogue.ask(Array(first.utf8))
      for next in questions.dropFirst() {
        // One that waits is all that a pipe has room for.
        try dialogue.ask(Array(next.utf8))
        try answer(dialogue)
      }
      try answer(dialogue)
    }
  }

  private func talk<Answer>(_ body: (Dialogue) throws(ChildProcess.Failure) -> Answer) throws(GitError) -> Answer {
    let dialogue = try started()
    do throws(ChildProcess.Failure) {
      return try body(dialogue)
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
