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

  /// Ends the process without what libraries do when a process exits: they take apart what is gone anyway, also below threads
  /// that still go on.
  func end() -> Never {
    Trace.end(status: rawValue)
    fflush(nil)
    _exit(rawValue)
  }
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

  @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Print no answer: the exit status tells.")
  var quiet = false

  /// Shows an answer in the form that was asked for.
  func show(_ text: @autoclosure () -> TerminalText, _ document: @autoclosure () -> JSONValue, paged: Bool = false) {
    if json { print(document()) } else { print(text(), paged: paged) }
  }

  func print(_ text: @autoclosure () -> TerminalText, paged: Bool = false) {
    if !quiet { Console.print(text(), usingPager: paged && !noPager) }
  }

  func print(_ text: @autoclosure () -> String) {
    if !quiet { Console.print(text()) }
  }

  func print(_ document: @autoclosure () -> JSONValue) {
    if !quiet { Console.print(document()) }
  }
}

/// What commands that list something take, for scripts.
struct ListingOptions: ParsableArguments {
  @Flag(name: .customShort("z"), help: "Records for scripts: fields parted by tabs, each record ended by NUL.")
  var endsWithNUL = false
}
