#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A child that answers questions for as long as this lives, such as `git cat-file --batch`.
///
/// The thread that asks waits for the answer. A child that ends in between is a failure of the question; what it said is
/// in ``complaint()``.
package final class Dialogue {
  private let process: pid_t
  private var pipes: ChildPipes
  private let limits: ProgramLimits
  private var received: [UInt8] = []
  /// What of `received` has been handed out.
  private var taken = 0
  private var errors: [UInt8] = []
  private var hasErrors = true
  private var ending: Int32?

  /// - Parameter limits: `seconds` are for every answer, `output` for the longest line or part.
  package init(_ command: ChildProcess.Command, limits: ProgramLimits) throws(ChildProcess.Failure) {
    var started: pid_t = 0
    pipes = try ChildProcess.start(command, hasInput: true, &started)
    process = started
    self.limits = limits
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1, errno == EINTR {}
    }
  }

  /// Asks; at most what a pipe holds, 4,096 bytes, so that a child which is still answering cannot keep it waiting.
  package func ask(_ question: [UInt8]) throws(ChildProcess.Failure) {
    guard let input = pipes.ownInput else { throw .system(EPIPE) }
    var rest = question[...]
    while !rest.isEmpty {
      let written = withoutBrokenPipeSignal {
        rest.withUnsafeBytes { bytes in bytes.baseAddress.map { systemWrite(input, $0, bytes.count) } ?? 0 }
      }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        try wait(for: input, Int16(POLLOUT))
      } else if errno != EINTR {
        throw .system(errno)
      }
    }
  }

  /// The answer up to the next `end`, without it.
  package func part(endingWith end: UInt8 = UInt8(ascii: "\n")) throws(ChildProcess.Failure) -> [UInt8] {
    var searched = taken
    while true {
      if let place = received[searched...].firstIndex(of: end) {
        defer { taken = place + 1 }
        return Array(received[taken..<place])
      }
      searched = received.count - taken
      guard searched <= limits.output else { throw .tooMuchOutput }
      try receive()
    }
  }

  /// The next `count` bytes of the answer.
  package func bytes(_ count: Int) throws(ChildProcess.Failure) -> [UInt8] {
    guard count <= limits.output else { throw .tooMuchOutput }
    while received.count - taken < count { try receive(atLeast: count) }
    defer { taken += count }
    return Array(received[taken..<(taken + count)])
  }

  /// The next byte of the answer, which is handed out again.
  package func peek() throws(ChildProcess.Failure) -> UInt8 {
    while taken == received.count { try receive() }
    return received[taken]
  }

  /// Ends the child; its status, and what it said on standard error.
  package func end() -> (status: Int32, complaint: String) {
    // Whether it waits for a question or for somebody to hear its answer.
    if let input = pipes.ownInput { pipes.closeEnd(input) }
    pipes.closeEnd(pipes.ownOutput)
    while hasErrors, (try? wait(for: pipes.ownErrors, Int16(POLLIN))) != nil { readErrors() }
    if ending == nil {
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1, errno == EINTR {}
      ending = status
    }
    let outcome = ProgramOutcome(status: ChildProcess.shellStatus(ending ?? 0), output: [], errors: errors)
    return (outcome.status, outcome.complaint)
  }

  /// Waits for more of the answer; what was handed out is dropped first, so that `taken` is then 0.
  private func receive(atLeast count: Int = 0) throws(ChildProcess.Failure) {
    if taken > 0 {
      received.removeSubrange(..<taken)
      taken = 0
    }
    received.reserveCapacity(count)
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    while ContinuousClock.now < deadline {
      var requests = [pollfd(fd: pipes.ownOutput, events: Int16(POLLIN), revents: 0)]
      if hasErrors { requests.append(pollfd(fd: pipes.ownErrors, events: Int16(POLLIN), revents: 0)) }
      guard poll(&requests, numericCast(requests.count), 1000) > 0 else { continue }
      if requests.count > 1, requests[1].revents != 0 { readErrors() }
      if requests[0].revents != 0, try readAnswer() { return }
    }
    throw .timedOut
  }

  /// True when there was something.
  private func readAnswer() throws(ChildProcess.Failure) -> Bool {
    let chunk = chunk(of: pipes.ownOutput)
    if chunk.isEmpty {
      if errno == EAGAIN || errno == EINTR { return false }
      throw .system(EPIPE)
    }
    received += chunk
    return true
  }

  private func readErrors() {
    let chunk = chunk(of: pipes.ownErrors)
    if chunk.isEmpty, errno != EAGAIN, errno != EINTR { hasErrors = false }
    errors += chunk.prefix(max(0, limits.errors - errors.count))
  }

  private func chunk(of descriptor: Int32) -> [UInt8] {
    errno = 0
    return [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = buffer.baseAddress.map { max(0, systemRead(descriptor, $0, buffer.count)) } ?? 0
    }
  }

  private func wait(for descriptor: Int32, _ events: Int16) throws(ChildProcess.Failure) {
    var request = [pollfd(fd: descriptor, events: events, revents: 0)]
    for _ in 0..<limits.seconds where poll(&request, 1, 1000) > 0 { return }
    throw .timedOut
  }
}
