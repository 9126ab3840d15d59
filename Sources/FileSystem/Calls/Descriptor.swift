#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let number: Int32
  /// What errors call the file.
  let path: String

  /// Opens `path`; relative to the open folder `parent` where one is given. Never kept open by programs that are started.
  init(
    opening path: String, _ flags: Int32, mode: mode_t = 0, in parent: Int32 = AT_FDCWD, shownAs shown: String? = nil
  ) throws(FileError) {
    let shown = shown ?? path
    let isTerminated = !path.utf8.contains(0)
    guard isTerminated, !path.isEmpty else { throw .invalidPath(shown) }
    let number = retryingInterrupted { openat(parent, path, flags | O_CLOEXEC | O_NOCTTY, mode) }
    guard number >= 0 else { throw FileError(path: shown, operation: .open, code: errno) }
    self.number = number
    self.path = shown
  }

  /// Takes a file over that is open already.
  init(adopting number: Int32, shownAs path: String) {
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  func status() throws(FileError) -> FileStatus {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileError(path: path, operation: .inspect, code: errno) }
    return FileStatus(status)
  }
}

/// Repeats `call` while a signal interrupts it.
@inline(__always)
func retryingInterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
