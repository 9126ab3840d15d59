#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// The whole of a regular file, at most `limit` bytes.
  ///
  /// A pipe or device is refused without waiting for it, and a file that grows while it is read stays within the limit.
  /// With `followingLinks` false, the path's last component may be no symbolic link.
  package static func read(
    _ path: String, limit: Int, followingLinks: Bool = true
  ) throws(FileError) -> [UInt8] {
    let beginning = Tracing.beginning
    let file = try openRegularFile(path, followingLinks: followingLinks)
    let bytes = try file.readAll(limit: limit)
    Tracing.tell(since: beginning) { .read(path: path, bytes: bytes.count, took: $0) }
    return bytes
  }

  /// The first bytes of a regular file, `count` at most.
  package static func readPrefix(_ path: String, count: Int) throws(FileError) -> [UInt8] {
    let file = try openRegularFile(path, followingLinks: true)
    let size = try file.regularStatus().size
    // Files of /proc say that they are empty.
    return try file.readUpTo(min(max(0, count), max(size, 4096)))
  }

  /// All that comes through the standard input, waiting for its end, at most `limit` bytes.
  package static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
    // A duplicate, since a descriptor closes its file, and the standard input is not ours to close.
    let number = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else { throw FileError(path: standardInput, operation: .open, code: errno) }
    let input = Descriptor(adopting: number, shownAs: standardInput)
    return try input.readToEnd(into: [], limit: limit)
  }

  private static func openRegularFile(_ path: String, followingLinks: Bool) throws(FileError) -> Descriptor {
    // Without O_NONBLOCK, opening a FIFO would wait for its writer.
    let flags = O_RDONLY | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    do {
      return try Descriptor(opening: path, flags)
    } catch .system(_, _, ENXIO) {
      // How a socket answers.
      throw .notRegular(path: path, kind: .other)
    }
  }
}

extension Descriptor {
  /// The contents of a regular file: one `fstat` and, unless the file is growing, one `read` into storage of its size.
  func readAll(limit: Int) throws(FileError) -> [UInt8] {
    let status = try regularStatus()
    guard status.size <= limit else { throw .tooLarge(path: path, bytes: status.size, limit: limit) }
    // One more than is there: only so does a single call show that the file ends where it should.
    let bytes = try readUpTo(status.size + 1)
    if bytes.count <= status.size { return bytes }
    return try readToEnd(into: bytes, limit: limit)
  }

  /// The status of what must be a regular file.
  func regularStatus() throws(FileError) -> FileStatus {
    let status = try status()
    guard status.kind == .file else { throw .notRegular(path: path, kind: status.kind) }
    return status
  }

  /// The next bytes, `count` of them unless the file ends before.
  func readUpTo(_ count: Int) throws(FileError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, failure == nil {
        let free = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
        switch readSome(into: free) {
        case .bytes(0): return
        case .bytes(let more): filled += more
        case .failure(let code): failure = code
        }
      }
    }
    if let failure { throw FileError(path: path, operation: .read, code: failure) }
    return bytes
  }

  /// Reads on behind `start` until the end, whatever is being read.
  func readToEnd(into start: [UInt8], limit: Int) throws(FileError) -> [UInt8] {
    var bytes = start
    let chunk = 64 * 1024
    while bytes.count <= limit {
      let more = try readUpTo(chunk)
      bytes += more
      if more.count < chunk { break }
    }
    guard bytes.count <= limit else { throw .tooLarge(path: path, bytes: bytes.count, limit: limit) }
    return bytes
  }

  private enum Reading {
    /// None at the end.
    case bytes(Int)
    case failure(code: Int32)
  }

  private func readSome(into buffer: UnsafeMutableRawBufferPointer) -> Reading {
    while true {
      let count = retryingInterrupted { read(number, buffer.baseAddress, buffer.count) }
      if count >= 0 { return .bytes(count) }
      // Whoever started us may have left the standard input in non-blocking mode.
      guard errno == EAGAIN else { return .failure(code: errno) }
      var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      guard retryingInterrupted({ poll(&wait, 1, -1) }) >= 0 else { return .failure(code: errno) }
    }
  }
}
