import FileSystem

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

  /// How much one run of git may take.
  package struct Limits: Sendable {
    /// Bytes of standard output; more is an error.
    package var output = 256 << 20
    /// Bytes of standard error; more is dropped.
    package var errors = 1 << 20
    package var seconds = 60

    package init(output: Int = 256 << 20, seconds: Int = 60) {
      self.output = output
      self.seconds = seconds
    }
  }

  /// Runs git and returns what it left behind, whatever its exit status.
  package func outcome(
    of arguments: [String], input: [UInt8] = [], limits: Limits = Limits()
  ) throws(GitError) -> ProgramOutcome {
    let command = ChildProcess.Command(
      executable: try executable(), arguments: ["git", "-C", directory] + arguments, environment: environment)
    do throws(ChildProcess.Failure) {
      return try ChildProcess.run(command, input: input, limits: limits)
    } catch {
      switch error {
      case .system(let code): throw .programNotStarted(arguments: arguments, code: code)
      case .timedOut: throw .timedOut(arguments: arguments, seconds: limits.seconds)
      case .tooMuchOutput: throw .outputTooLarge(arguments: arguments, limit: limits.output)
      }
    }
  }

  /// Runs git and returns its standard output. Throws ``GitError/program(arguments:status:stderr:)`` when it fails.
  package func output(
    of arguments: [String], input: [UInt8] = [], limits: Limits = Limits()
  ) throws(GitError) -> [UInt8] {
    let outcome = try outcome(of: arguments, input: input, limits: limits)
    guard outcome.status == 0 else {
      throw .program(arguments: arguments, status: outcome.status, stderr: outcome.complaint)
    }
    return outcome.output
  }

  /// Runs git and returns its standard output as text without the last line end.
  package func line(of arguments: [String], input: [UInt8] = []) throws(GitError) -> String {
    var bytes = try output(of: arguments, input: input)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Empty and relative entries of PATH are skipped: a program in a work tree must not pass for git.
  private func executable() throws(GitError) -> String {
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let candidate = folder + "/git"
      if FileSystem.isExecutable(String(candidate)) { return String(candidate) }
    }
    throw .programNotFound
  }
}

/// What one run of a program left behind.
package struct ProgramOutcome: Sendable {
  /// The exit status; for a signal, 128 and its number, as shells say.
  package let status: Int32
  package let output: [UInt8]
  package let errors: [UInt8]

  /// Standard output as text; bytes that are no UTF-8 are U+FFFD.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// Standard error as text, without white space at the end.
  package var complaint: String {
    var text = Substring(String(decoding: errors, as: UTF8.self))
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
