#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder being listed, closed when it goes out of scope.
struct DirectoryStream: ~Copyable {
  #if canImport(Darwin)
    private typealias Handle = UnsafeMutablePointer<DIR>
  #else
    private typealias Handle = OpaquePointer
  #endif

  private let handle: Handle
  private let path: String

  /// Takes the open folder over.
  init(_ folder: consuming Descriptor) throws(FileError) {
    let path = folder.path
    // The stream closes its descriptor itself, so that it gets one of its own.
    let own = fcntl(folder.number, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { throw FileError(path: path, operation: .list, code: errno) }
    guard let handle = fdopendir(own) else {
      let code = errno
      close(own)
      throw FileError(path: path, operation: .list, code: code)
    }
    self.handle = handle
    self.path = path
  }

  init(listing path: String) throws(FileError) {
    let folder = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
    let kind = try folder.status().kind
    guard kind == .directory else { throw .notDirectory(path: path, kind: kind) }
    try self.init(folder)
  }

  deinit { closedir(handle) }

  /// Calls `visit` with each name, but for `.` and `..`, until it returns false.
  ///
  /// The name lies in the stream's own buffer, where it stays until the next one is read.
  func forEachName(_ visit: (UnsafeBufferPointer<UInt8>, FileKind?) -> Bool) throws(FileError) {
    while true {
      errno = 0
      guard let entry = readdir(handle) else {
        guard errno == 0 else { throw FileError(path: path, operation: .list, code: errno) }
        return
      }
      let name = Self.name(of: entry)
      if Self.isDots(name) { continue }
      guard visit(name, Self.kind(ofType: Int32(entry.pointee.d_type))) else { return }
    }
  }

  /// The kind of the entry called `name`, for file systems that do not tell it with the name.
  func kind(of name: UnsafeBufferPointer<UInt8>) -> FileKind {
    var status = stat()
    let result = name.withMemoryRebound(to: CChar.self) { name in
      name.baseAddress.map { fstatat(dirfd(handle), $0, &status, AT_SYMLINK_NOFOLLOW) } ?? -1
    }
    return result == 0 ? FileKind(mode: status.st_mode) : .other
  }

  /// Read where it lies: an entry may be shorter than `dirent`, so that copying one could read past the buffer.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> UnsafeBufferPointer<UInt8> {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: strlen(start))
  }

  private static func isDots(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count <= 2 && name.allSatisfy { $0 == UInt8(ascii: ".") }
  }

  private static func kind(ofType type: Int32) -> FileKind? {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .directory
    case Int32(DT_LNK): .symbolicLink
    case Int32(DT_UNKNOWN): nil
    default: .other
    }
  }
}
