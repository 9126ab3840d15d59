import Processes
import Testing

@Suite("Running a program")
struct ChildProcessTests {
  private static let environment = ["PATH": "/usr/bin:/bin"]

  private func run(
    _ script: String, input: [UInt8] = [], limits: ProgramLimits = ProgramLimits()
  ) throws(ChildProcess.Failure) -> ProgramOutcome {
    let command = ChildProcess.Command(
      executable: "/bin/sh", arguments: ["sh", "-c", script], environment: Self.environment)
    return try ChildProcess.run(command, input: input, limits: limits)
  }

  @Test("output, complaint and exit status come back, those of a signal as shells say them")
  func streams() throws {
    let outcome = try run("cat; echo wrong >&2; exit 3", input: Array("words".utf8))
    #expect(outcome.text == "words" && outcome.complaint == "wrong" && outcome.status == 3)
    #expect(try run("kill -9 $$").status == 137)
  }

  @Test("more than a pipe holds goes in and out at once, and a program may end without reading it")
  func large() throws {
    let bytes = [UInt8](repeating: 65, count: 3_000_000)
    #expect(try run("cat", input: bytes).output == bytes)
    #expect(try run("exit 0", input: bytes).status == 0)
  }

  @Test("limits of output and time are kept")
  func limits() {
    #expect(throws: ChildProcess.Failure.tooMuchOutput) { try run("yes", limits: ProgramLimits(output: 1000)) }
    #expect(throws: ChildProcess.Failure.timedOut) { try run("exec sleep 100", limits: ProgramLimits(seconds: 1)) }
  }

  @Test("programs are found in the absolute folders of PATH only")
  func executables() {
    #expect(Executable.path(of: "sh", environment: ["PATH": "::relative:/nowhere:/bin"]) == "/bin/sh")
    #expect(Executable.path(of: "sh", environment: ["PATH": "bin:."]) == nil)
    #expect(Executable.path(of: "sh", environment: [:]) == nil)
  }
}
