import FileSystem
import Synchronization
import Views

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `HANDOFF_TRACE`: what this program runs and reads, and how long that takes, in the manner of GIT_TRACE (git(1)).
enum Trace {
  private enum Target {
    case off
    case descriptor(Int32)
    case refused
  }

  /// Begins to tell, if that is asked for; the last line comes when the process ends.
  static func begin(_ arguments: [String]) {
    guard let value = Console.environment["HANDOFF_TRACE"] else { return }
    switch target(value) {
    case .off: return
    case .refused: Console.note(TracingView.refused(value))
    case .descriptor(let descriptor):
      let sink = Sink(descriptor: descriptor)
      sink.write(TracingView.begins(["git-handoff"] + arguments))
      Tracing.start { sink.write(TracingView.line($0)) }
      active.withLock { $0 = sink }
    }
  }

  /// To be called before the process ends.
  static func end(status: Int32) { active.withLock { $0 }?.end(status: status) }

  private static let active = Mutex<Sink?>(nil)

  private static func target(_ value: String) -> Target {
    switch value.lowercased() {
    case "", "0", "false", "no", "off": return .off
    case "1", "2", "true", "yes", "on": return .descriptor(STDERR_FILENO)
    default:
      guard value.hasPrefix("/") else { return .refused }
      let descriptor = open(value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
      return descriptor < 0 ? .refused : .descriptor(descriptor)
    }
  }

  /// Lines with the time of day, each written at once, so that those of several processes do not mix.
  private struct Sink: Sendable {
    let descriptor: Int32
    let beginning = ContinuousClock.now

    func write(_ line: String) {
      var moment = timespec()
      clock_gettime(CLOCK_REALTIME, &moment)
      var seconds = moment.tv_sec
      var local = tm()
      localtime_r(&seconds, &local)
      let clock = [Int(local.tm_hour), Int(local.tm_min), Int(local.tm_sec)].map { Self.padded($0, 2) }
      let fraction = Self.padded(Int(moment.tv_nsec) / 1000, 6)
      Console.write("\(clock.joined(separator: ":")).\(fraction) handoff: \(line)\n", to: descriptor)
    }

    func end(status: Int32) { write(TracingView.ended(status: status, took: .now - beginning)) }

    private static func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}
