import FileSystem
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One child process, started with posix_spawn(3) and served with poll(2) by the thread that waits for it.
///
/// Nothing here needs another thread: the calling thread may be one of the few that Swift's tasks share, and all of
/// those may wait for a child at once.
package struct ChildProcess: ~Copyable {
  /// What is run.
  package struct Command: Sendable {
    let executable: String
    /// With the program's own name first.
    let arguments: [String]
    package var environment: [String: String]
    /// Whether it leads a group of its own, so that whatever it starts ends with it.
    let leadsGroup: Bool

    package init(
      executable: String, arguments: [String], environment: [String: String], leadsGroup: Bool = false
    ) {
      self.executable = executable
      self.arguments = arguments
      self.environment = environment
      self.leadsGroup = leadsGroup
    }
  }

  package enum Failure: Error, Hashable, Sendable {
    /// An `errno`.
    case system(Int32)
    case timedOut
    case tooMuchOutput
    /// This program was asked to end by a signal that it holds back; see ``HeldSignals``.
    case interrupted
  }

  private let process: pid_t
  private let leadsGroup: Bool
  private var streams: ChildStreams
  /// How waitpid(2) put it, once the child has ended.
  private var ending: Int32?

  /// The id of this process.
  package static var ownID: Int32 { getpid() }

  /// Whether a process with this id is there, whoever's it is.
  package static func isRunning(_ id: Int32) -> Bool { kill(id, 0) == 0 || errno != ESRCH }

  /// Runs a program to its end.
  package static func run(
    _ command: Command, input: [UInt8], limits: ProgramLimits
  ) throws(Failure) -> ProgramOutcome {
    let beginning = Tracing.beginning
    var outcome: ProgramOutcome?
    defer {
      Tracing.tell(since: beginning) {
        .ran(command.arguments, status: outcome?.status, bytes: outcome?.output.count ?? 0, took: $0)
      }
    }
    var child = try ChildProcess(command, input: input)
    let ended = try child.finish(deadline: .now + .seconds(limits.seconds), limits: limits)
    outcome = ended
    return ended
  }

  private init(_ command: Command, input: [UInt8]) throws(Failure) {
    var started: pid_t = 0
    let ends = try Self.start(command, hasInput: !input.isEmpty, &started)
    process = started
    leadsGroup = command.leadsGroup
    streams = ChildStreams(ends, input: input)
  }

  /// Starts a program; `process` is then its id, and the pipes are this program's ends alone.
  static func start(
    _ command: Command, hasInput: Bool, _ process: inout pid_t
  ) throws(Failure) -> ChildPipes {
    try starting.withLock { _ throws(Failure) in
      var ends = try ChildPipes(hasInput: hasInput)
      process = try spawn(command, ends)
      ends.closeChildEnds()
      return ends
    }
  }

  /// Between pipe(2) and the flag that closes it on exec, another child could inherit it and hold it open: one
  /// child is started at a time. (pipe2(2) would do, but neither macOS nor Swift's view of glibc has it.)
  private static let starting = Mutex(())

  /// Whatever happened, no child is left behind.
  deinit {
    if leadsGroup { kill(-process, SIGKILL) }
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1, errno == EINTR {}
    }
  }

  private mutating func finish(
    deadline: ContinuousClock.Instant, limits: ProgramLimits
  ) throws(Failure) -> ProgramOutcome {
    while streams.areOpen {
      let isQuiet = try streams.serve(milliseconds: 50, limits: limits)
      if isQuiet, hasEnded() {
        try takeRest(deadline: deadline, limits: limits)
        break
      }
      try endIfDue(deadline)
    }
    var pause: UInt32 = 50
    while !hasEnded() {
      try endIfDue(deadline)
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    return ProgramOutcome(status: shellStatus, output: streams.output, errors: streams.errors)
  }

  /// Takes what the child said before it ended. A grandchild may hold the streams open for much longer: nobody waits
  /// for that.
  private mutating func takeRest(
    deadline: ContinuousClock.Instant, limits: ProgramLimits
  ) throws(Failure) {
    while streams.areOpen, ContinuousClock.now <= deadline {
      if try streams.serve(milliseconds: 0, limits: limits) { return }
    }
  }

  private mutating func endIfDue(_ deadline: ContinuousClock.Instant) throws(Failure) {
    if ContinuousClock.now > deadline { try end(.timedOut) }
    if leadsGroup, HeldSignals.isWaiting { try end(.interrupted) }
  }

  /// Asks the child to end, so that it may clean up; `deinit` sees to it that it does.
  private mutating func end(_ failure: Failure) throws(Failure) {
    kill(leadsGroup ? -process : process, SIGTERM)
    for _ in 0..<20 where !hasEnded() { usleep(10_000) }
    throw failure
  }

  private mutating func hasEnded() -> Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    ending = status
    return true
  }

  /// <sys/wait.h> by hand, for its macros are not imported: the low seven bits are the signal.
  private var shellStatus: Int32 {
    Self.shellStatus(ending ?? 0)
  }

  static func shellStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}

/// Starts the program with its ends of the pipes as the standard streams.
private func spawn(_ command: ChildProcess.Command, _ pipes: borrowing ChildPipes) throws(ChildProcess.Failure) -> pid_t
{
  let variables = command.environment.map { "\($0.key)=\($0.value)" }
  // C would silently end such a string at the NUL.
  guard (command.arguments + variables).allSatisfy({ !$0.utf8.contains(0) }) else { throw .system(EINVAL) }
  let setup = SpawnSetup(pipes, leadsGroup: command.leadsGroup)
  var process: pid_t = 0
  let code = withCStrings(command.arguments) { arguments in
    withCStrings(variables) { environment in
      setup.spawn(&process, command.executable, arguments, environment)
    }
  }
  guard code == 0 else { throw .system(code) }
  return process
}
