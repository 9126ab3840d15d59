import Foundation
import Git
import Processes
import Testing
import TestKit

@Suite("Running git")
struct GitProgramTests {
  @Test("output, complaint and exit status come back")
  func streams() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    #expect(try git.line(of: ["rev-parse", "--is-inside-work-tree"]) == "true")
    let failed = try git.outcome(of: ["rev-parse", "--verify", "nothing"])
    #expect(failed.status == 128)
    #expect(failed.complaint.contains("Needed a single revision"))
  }

  @Test("a failing command is an error with its arguments and words")
  func failure() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    #expect(
      throws: GitError.program(
        arguments: ["nonsense"], status: 1, stderr: "git: 'nonsense' is not a git command. See 'git --help'.")
    ) {
      try git.output(of: ["nonsense"])
    }
  }

  @Test("more than a pipe holds goes in and out at once")
  func large() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    let bytes = [UInt8](repeating: 65, count: 3_000_000)
    #expect(try git.output(of: ["-c", "alias.echo=!cat; cat /dev/null", "echo"], input: bytes) == bytes)
  }

  @Test("output beyond the limit is an error")
  func limit() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    let arguments = ["-c", "alias.many=!yes", "many"]
    #expect(throws: GitError.outputTooLarge(arguments: arguments, limit: 1000)) {
      try git.output(of: arguments, limits: GitProgram.Limits(output: 1000))
    }
  }

  @Test("a command that does not end is ended")
  func timeLimit() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    let arguments = ["-c", "alias.sleep=!exec sleep 100", "sleep"]
    #expect(throws: GitError.timedOut(arguments: arguments, seconds: 1)) {
      try git.output(of: arguments, limits: GitProgram.Limits(seconds: 1))
    }
  }

  @Test("nobody waits for a program that the command left running")
  func grandchild() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    let arguments = ["-c", "alias.leave=!sleep 1000 & echo $! #", "leave"]
    let said = String(decoding: try git.output(of: arguments, limits: GitProgram.Limits(seconds: 500)), as: UTF8.self)
    let left = try #require(Int32(said.trimmingCharacters(in: .newlines)))
    #expect(kill(left, SIGKILL) == 0)
  }

  @Test("a NUL byte in an argument is refused")
  func nul() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    #expect(throws: GitError.programNotStarted(arguments: ["a\0b"], code: 22)) { try git.output(of: ["a\0b"]) }
  }

  @Test("a program that does not read its input does not end this one")
  func brokenPipe() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    let bytes = [UInt8](repeating: 65, count: 3_000_000)
    _ = try? git.outcome(of: ["--version"], input: bytes)
    #expect(try git.line(of: ["rev-parse", "--is-inside-work-tree"]) == "true")
  }

  @Test("git is never taken from the current folder or a relative entry of PATH")
  func relativePath() throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: ["PATH": ":.:bin"])
    #expect(throws: GitError.programNotFound) { try git.output(of: ["--version"]) }
  }

  @Test("many threads may wait at once")
  func concurrency() async throws {
    let repository = try TemporaryRepository()
    let git = GitProgram(directory: repository.path, environment: repository.environment)
    let count = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<20 { group.addTask { try git.line(of: ["rev-parse", "--is-bare-repository"]) } }
      return try await group.reduce(0) { $0 + ($1 == "false" ? 1 : 0) }
    }
    #expect(count == 20)
  }
}
