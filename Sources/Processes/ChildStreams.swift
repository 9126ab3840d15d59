#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// This program's side of a child's three streams, all served at once so that none can block another.
struct ChildStreams: ~Copyable {
  private var pipes: ChildPipes
  private var input: ArraySlice<UInt8>
  private var writing: Int32?
  private var reading: [Int32]
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []

  init(_ pipes: consuming ChildPipes, input: [UInt8]) {
    writing = pipes.ownInput
    reading = [pipes.ownOutput, pipes.ownErrors]
    self.pipes = pipes
    self.input = input[...]
  }

  /// Whether the child may still say something.
  var areOpen: Bool { !reading.isEmpty }

  /// Waits until a stream is ready and moves what can be moved; true when none was ready in time.
  mutating func serve(milliseconds: Int32, limits: ProgramLimits) throws(ChildProcess.Failure) -> Bool {
    var requests = reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if let writing { requests.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
    let ready = poll(&requests, numericCast(requests.count), milliseconds)
    guard ready > 0 else {
      if ready == -1, errno != EINTR { throw .system(errno) }
      return true
    }
    for request in requests where request.revents != 0 {
      if request.fd == writing {
        write(to: request.fd)
      } else {
        try read(from: request.fd, limits: limits)
      }
    }
    return false
  }

  private mutating func write(to descriptor: Int32) {
    let written = withoutBrokenPipeSignal {
      input.withUnsafeBytes { bytes in
        bytes.baseAddress.map { systemWrite(descriptor, $0, min(bytes.count, 65_536)) } ?? 0
      }
    }
    if written > 0 { input = input.dropFirst(written) }
    let hasFailed = written < 0 && errno != EAGAIN && errno != EINTR
    // A child that ends before it has read everything is no error: its exit status tells.
    if input.isEmpty || hasFailed {
      pipes.closeEnd(descriptor)
      writing = nil
    }
  }

  private mutating func read(from descriptor: Int32, limits: ProgramLimits) throws(ChildProcess.Failure) {
    let isOutput = descriptor == pipes.ownOutput
    let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = buffer.baseAddress.map { max(0, systemRead(descriptor, $0, buffer.count)) } ?? 0
    }
    if chunk.isEmpty {
      // poll(2) said that there is something: nothing is the end of the stream, or an interrupted call.
      if errno == EINTR || errno == EAGAIN { errno = 0 } else { close(descriptor) }
    } else if isOutput {
      guard output.count + chunk.count <= limits.output else { throw .tooMuchOutput }
      output += chunk
    } else {
      errors += chunk.prefix(max(0, limits.errors - errors.count))
    }
  }

  private mutating func close(_ descriptor: Int32) {
    pipes.closeEnd(descriptor)
    reading.removeAll { $0 == descriptor }
  }
}

// The methods above have the same names.
#if canImport(Darwin)
  let systemRead = Darwin.read
  let systemWrite = Darwin.write
#elseif canImport(Musl)
  let systemRead = Musl.read
  let systemWrite = Musl.write
#else
  let systemRead = Glibc.read
  let systemWrite = Glibc.write
#endif

/// Lets a write to a child that has gone away fail with EPIPE, instead of ending this program with SIGPIPE.
/// Only this thread is concerned: `git handoff list | head` still ends by the signal, as it should.
func withoutBrokenPipeSignal(_ body: () -> Int) -> Int {
  var pipe = sigset_t()
  var before = sigset_t()
  sigemptyset(&pipe)
  sigaddset(&pipe, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &pipe, &before)
  let result = body()
  let code = errno
  if result == -1, code == EPIPE, sigismember(&before, SIGPIPE) == 0 {
    var signal: Int32 = 0
    sigwait(&pipe, &signal)
  }
  pthread_sigmask(SIG_SETMASK, &before, nil)
  errno = code
  return result
}
