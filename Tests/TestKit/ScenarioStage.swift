import Foundation

/// Where a scenario is played: a sealed repository, the built program on PATH, and a shell that remembers where it
/// stands and what was assigned, though every command has a process of its own.
final class ScenarioStage {
  /// What a command printed, both streams in order, and how it ended; nil when it was stopped for its time.
  struct Result {
    var output: [UInt8]
    var status: Int32?
  }

  let repository: TemporaryRepository
  /// Where the shell's state and what it prints are kept, hidden from a plain `ls`.
  private let folder: String
  private let deadline: DispatchTime

  /// `program` is the absolute path of `git-handoff`, or nil to play without it; `seconds` are for all commands.
  init(program: String?, seconds: Int) throws {
    repository = try TemporaryRepository()
    deadline = .now() + .seconds(seconds)
    folder = repository.scratch + "/.stage"
    let programs = folder + "/bin"
    try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
    if let program {
      try FileManager.default.createSymbolicLink(
        atPath: programs + "/git-handoff", withDestinationPath: program)
    }
    repository.environment["PATH"] = programs + ":" + (repository.environment["PATH"] ?? "")
    try write("", to: "state")
  }

  /// Runs one command; the clock moves a minute with each.
  func play(_ command: String, _ names: ScenarioNames) throws -> Result {
    repository.clock += 60
    let clock = "\(repository.clock)"
    let given = names.values.merging([
      "SOURCE_DATE_EPOCH": clock, "GIT_AUTHOR_DATE": clock + " +0000", "GIT_COMMITTER_DATE": clock + " +0000",
    ]) { $1 }
    try write(given.map { "\($0.key)=\(Self.quoted($0.value))\n" }.sorted().joined(), to: "given")
    return try run(command)
  }

  private func run(_ command: String) throws -> Result {
    try write("", to: "output")
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/output"))
    // Foundation keeps what a process with a termination handler was given, and a suite of thousands of commands ends at
    // the limit of open files.
    defer { try? output.close() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", Self.shell, "sh", command]
    process.environment = repository.environment.merging(["STAGE": folder]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: repository.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    let isDone = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in isDone.signal() }
    try process.run()
    let isInTime = isDone.wait(timeout: deadline) == .success
    if !isInTime { Self.stop(process) }
    let read = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/output"))
    defer { try? read.close() }
    let bytes = try read.read(upToCount: Self.limit) ?? Data()
    return Result(output: Array(bytes), status: isInTime ? process.terminationStatus : nil)
  }

  /// Bytes of output that are looked at.
  private static let limit = 1 << 20

  /// Stops the shell, and what it has started when it leads a process group, as Foundation makes it do.
  private static func stop(_ process: Process) {
    let id = process.processIdentifier
    kill(getpgid(id) == id ? -id : id, SIGKILL)
  }

  private func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + file))
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }

  /// What surrounds a command: all that it assigns and where it goes are there again for the next.
  private static let shell = #"""
    set -a
    if [ -s "$STAGE/state" ]; then . "$STAGE/state"; cd "$PWD" || exit; fi
    . "$STAGE/given"
    as() {
      person=$1 && shift
      (
        GIT_AUTHOR_NAME=$person GIT_AUTHOR_EMAIL=$person@example.com
        GIT_COMMITTER_NAME=$person GIT_COMMITTER_EMAIL=$person@example.com
        "$@"
      )
    }
    trap 'export -p >"$STAGE/state"' EXIT
    eval "$1"
    """#
}
