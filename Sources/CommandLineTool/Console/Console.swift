import FileSystem
import Git
import Views
import Workflow

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where this program meets the process it runs in: arguments, environment, streams, the clock, exit statuses.
enum Console {
  /// What the process says of itself, for `Workspace`.
  static func surroundings() -> Surroundings {
    Surroundings(
      directory: (try? FileSystem.workingDirectory()) ?? "/", environment: environment, program: programPath,
      clock: now, randomness: { UInt64.random(in: .min ... .max) })
  }

  static let environment: [String: String] = {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "="), equals > text.startIndex {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }()

  /// The running program, by an absolute path that hooks can call; a link in PATH stays a link, as upgrades move its end.
  private static var programPath: String? {
    guard let argument = CommandLine.arguments.first else { return nil }
    if argument.hasPrefix("/") { return argument }
    if argument.contains("/") { return try? FileSystem.realPath(argument) }
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/\(argument)" }.first(where: FileSystem.isExecutable)
  }

  /// The time, with the offset from UTC of the user's zone; `SOURCE_DATE_EPOCH` pins it
  /// (<https://reproducible-builds.org/specs/source-date-epoch/>).
  @Sendable private static func now() -> Timestamp {
    if let pinned = environment["SOURCE_DATE_EPOCH"].flatMap({ Int64($0) }) { return Timestamp(seconds: pinned) }
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return Timestamp(seconds: Int64(seconds), offset: Int(local.tm_gmtoff) / 60)
  }

  // MARK: The end

  private final class Kept {
    let value: Any

    init(_ value: Any) { self.value = value }
  }

  /// Keeps a value until the process ends, which gives all memory back at once: to take a large plan apart piece by piece takes
  /// longer than to read it.
  static func keep(_ value: Any) { _ = Unmanaged.passRetained(Kept(value)) }

  // MARK: Streams

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// How wide the terminal is, in columns; nil where output goes elsewhere. COLUMNS says it otherwise.
  static var width: Int? {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether a stream is given colours: on a terminal, unless NO_COLOR (<https://no-color.org>), TERM or git's
  /// `color.handoff` and `color.ui` speak against. Git is not asked where the answer is no anyway.
  static func usesColor(on descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      && isColorWanted
  }

  private static let isColorWanted: Bool = {
    let git = GitProgram(directory: (try? FileSystem.workingDirectory()) ?? "/", environment: environment)
    return (try? git.line(of: ["config", "--get-colorbool", "color.handoff", "true"])) != "false"
  }()

  static func print(_ text: TerminalText, usingPager: Bool = false) {
    let inColor = usesColor(on: STDOUT_FILENO)
    // Older versions of less show links as garbage.
    if usingPager, isTerminal, Pager.show(text.rendered(inColor: inColor)) { return }
    write(text.rendered(inColor: inColor, linkingBelow: Hyperlinks.top), to: STDOUT_FILENO)
  }

  static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func print(_ document: JSONValue) { write(document.text + "\n", to: STDOUT_FILENO) }

  /// A question, without a line end.
  static func prompt(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Messages for the person, which are no output.
  static func note(_ text: TerminalText) {
    write(text.rendered(inColor: usesColor(on: STDERR_FILENO)), to: STDERR_FILENO)
  }

  /// Writes everything, or stops quietly when nobody reads any more; what cannot be written is an error of the command.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
        continue
      }
      guard count > 0 else {
        if count < 0, errno != EPIPE, descriptor != STDERR_FILENO { giveUp(errno) }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

extension Console {
  /// On a full disk a script would take what is there for all of it.
  private static func giveUp(_ code: Int32) -> Never {
    write("error: what was to be printed could not be written: \(String(cString: strerror(code)))\n", to: STDERR_FILENO)
    ExitStatus.failed.end()
  }
}

/// The C function, whose name is also a method's.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
