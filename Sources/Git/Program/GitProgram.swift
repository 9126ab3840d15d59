package import Processes

/// The one place that starts git: found in the absolute entries of PATH, never in the current folder.
///
/// The environment is given, not inherited. Calls wait for git to end; they may be made from any thread.
package struct GitProgram: Sendable {
  /// Passed to git with `-C`.
  package let directory: String
  package let environment: [String: String]

  package init(directory: String, environment: [String: String]) {
    self.directory = directory
    self.environment = environment
  }

  package typealias Limits = ProgramLimits

  /// Runs git and returns what it left behind, whatever its exit status.
  package func outcome(
    of arguments: [String], input: [UInt8] = [], limits: Limits = Limits()
  ) throws(GitError) -> ProgramOutcome {
    var command = try command(arguments)
    // Otherwise git writes every record by itself where a pipe reads it (git(1), "GIT_FLUSH"). Nobody else's program is
    // started by these, and finds that it waits for what is held back.
    if ["rev-list", "diff-tree"].contains(arguments.first) { command.environment["GIT_FLUSH"] = "0" }
    do throws(ChildProcess.Failure) {
      return try ChildProcess.run(command, input: input, limits: limits)
    } catch {
      throw Self.error(error, arguments, limits)
    }
  }

  /// Runs git and returns its standard output. Throws ``GitError/program(arguments:status:stderr:)`` when it fails,
  /// ``GitError/missingObject(_:)`` when that is why.
  package func output(
    of arguments: [String], input: [UInt8] = [], limits: Limits = Limits()
  ) throws(GitError) -> [UInt8] {
    let outcome = try outcome(of: arguments, input: input, limits: limits)
    guard outcome.status == 0 else {
      let failure = GitError.program(arguments: arguments, status: outcome.status, stderr: outcome.complaint)
      throw failure.missing.map { .missingObject($0) } ?? failure
    }
    return outcome.output
  }

  /// Runs git and returns its standard output as text without the last line end.
  package func line(of arguments: [String], input: [UInt8] = []) throws(GitError) -> String {
    var bytes = try output(of: arguments, input: input)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is run for `arguments`.
  func command(_ arguments: [String]) throws(GitError) -> ChildProcess.Command {
    ChildProcess.Command(
      executable: try executable(), arguments: ["git", "-C", directory] + arguments, environment: environment)
  }

  static func error(_ failure: ChildProcess.Failure, _ arguments: [String], _ limits: Limits) -> GitError {
    switch failure {
    case .system(let code): .programNotStarted(arguments: arguments, code: code)
    // Git leads no group, and is never ended for a signal.
    case .interrupted: .programNotStarted(arguments: arguments, code: 0)
    case .timedOut: .timedOut(arguments: arguments, seconds: limits.seconds)
    case .tooMuchOutput: .outputTooLarge(arguments: arguments, limit: limits.output)
    }
  }

  private func executable() throws(GitError) -> String {
    guard let path = Executable.path(of: "git", environment: environment) else { throw .programNotFound }
    return path
  }
}
