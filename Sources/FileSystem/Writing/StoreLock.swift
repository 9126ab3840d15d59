#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lock that lets one process at a time change files: `flock` on a file that stays.
///
/// The kernel drops it when the process ends, however it ends. The file holds the process id of the last holder.
struct StoreLock: ~Copyable {
  private static let interval = Duration.milliseconds(5)
  private let file: Descriptor

  /// Takes the lock, trying for as long as `patience`.
  init(in folder: borrowing Folder, named name: String = "lock", patience: Duration) throws(FileError) {
    let path = folder.path(of: name)
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK
    let file = try Descriptor(opening: name, flags, mode: 0o666, in: folder.descriptor.number, shownAs: path)
    var attempts = Int(min(max(1, patience / Self.interval), 1e9))
    while retryingInterrupted({ flock(file.number, LOCK_EX | LOCK_NB) }) != 0 {
      guard errno == EWOULDBLOCK else { throw FileError(path: path, operation: .lock, code: errno) }
      attempts -= 1
      guard attempts > 0 else { throw .locked(path: path, holder: Self.holder(in: file)) }
      usleep(5000)
    }
    self.file = file
    // Only for the message that others get; that it cannot be written changes nothing.
    let note = Array("\(getpid())\n".utf8)
    if ftruncate(self.file.number, 0) == 0 { _ = pwrite(self.file.number, note, note.count, 0) }
  }

  /// Lets others take the lock.
  func release() { _ = flock(file.number, LOCK_UN) }

  private static func holder(in file: borrowing Descriptor) -> Int32? {
    guard let bytes = try? file.readAll(limit: 32) else { return nil }
    return Int32(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
