#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard input as lines, each within a limit, for a program that answers line by line.
package final class LineInput {
  package enum Event: Hashable, Sendable {
    /// Without its line end.
    case line([UInt8])
    /// A line that is longer than the limit was passed over.
    case tooLong
    /// Nothing came within the time.
    case nothing
    /// Nothing will come any more; what stands behind the last line end is no line.
    case end
  }

  private let number: Int32
  private let limit: Int
  /// What was read, of which everything before `start` was given out.
  private var bytes: [UInt8] = []
  private var start = 0
  /// How much behind `start` holds no line end.
  private var searched = 0
  private var isSkipping = false
  private var hasEnded = false

  /// - Parameter limit: of a line, in bytes.
  package convenience init(limit: Int) { self.init(descriptor: STDIN_FILENO, limit: limit) }

  /// - Parameter descriptor: stays the caller's.
  init(descriptor: Int32, limit: Int) {
    number = descriptor
    self.limit = limit
  }

  /// The next event; waits for as many milliseconds, or for ever with nil.
  package func next(within milliseconds: Int32?) -> Event {
    while true {
      if let event = buffered() { return event }
      if hasEnded { return .end }
      var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      let ready = retryingInterrupted { poll(&wait, 1, milliseconds ?? -1) }
      if ready == 0 { return .nothing }
      if ready < 0 || !fill() { hasEnded = true }
    }
  }

  private func buffered() -> Event? {
    guard let end = bytes[(start + searched)...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count - start
      if searched > limit { dropLine() }
      return nil
    }
    let line = bytes[start..<end]
    start = end + 1
    searched = 0
    let isTooLong = isSkipping || line.count > limit
    isSkipping = false
    return isTooLong ? .tooLong : .line(Array(line))
  }

  private func dropLine() {
    bytes.removeAll(keepingCapacity: false)
    (start, searched, isSkipping) = (0, 0, true)
  }

  /// Reads what is there; false at the end.
  private func fill() -> Bool {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    let size = 64 * 1024
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      count = retryingInterrupted { read(number, buffer.baseAddress, size) }
      filled = max(0, count)
    }
    // Somebody may have left the stream in non-blocking mode.
    if count < 0, errno == EAGAIN { return true }
    bytes += chunk
    return count > 0
  }
}
