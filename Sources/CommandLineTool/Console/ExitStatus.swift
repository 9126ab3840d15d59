import ArgumentParser
import Views
import Workflow

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the exit status tells scripts (docs/reference/exit-statuses.md).
enum ExitStatus: Int32 {
  case done = 0
  /// Findings, or a policy that is not satisfied.
  case findings = 1
  /// It could not be done: environment, git, files.
  case failed = 2
  /// The command line makes no sense (EX_USAGE of sysexits.h).
  case usage = 64

  func end() -> Never { exit(rawValue) }
}

extension ParsableCommand {
  /// Runs a command's body: a failure is said in git's manner, and ends the process with its status.
  func reporting(_ body: (Workspace) throws(Failure) -> ExitStatus) throws {
    let status: ExitStatus
    do {
      status = try body(try Workspace(Console.surroundings()))
    } catch {
      Console.note(FailureWording(error).text)
      status = .failed
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }
}

/// What every command that answers takes.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Answer as one JSON document.")
  var json = false

  @Flag(name: .customLong("no-pager"), help: "Do not show long output in a pager.")
  var noPager = false

  /// Shows an answer in the form that was asked for.
  func show(_ text: @autoclosure () -> TerminalText, _ document: @autoclosure () -> JSONValue, paged: Bool = false) {
    if json { Console.print(document()) } else { Console.print(text(), usingPager: paged && !noPager) }
  }
}
