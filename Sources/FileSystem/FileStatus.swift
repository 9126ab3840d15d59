#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path.
package enum FileKind: String, Hashable, Sendable {
  case file, directory, symbolicLink
  /// A pipe, socket or device.
  case other
}

/// What the file system knows of a file without reading it.
package struct FileStatus: Hashable, Sendable {
  package let kind: FileKind
  /// In bytes.
  package let size: Int
  /// Nanoseconds since 1970-01-01 00:00 UTC.
  package let modified: Int64
  /// The permission bits, `0o7777` at most.
  package let permissions: UInt16
  /// What tells the file apart from every other: it stays when the file is renamed.
  package let identity: FileIdentity

  /// Whether the owner may execute the file.
  package var isExecutable: Bool { permissions & 0o100 != 0 }
}

/// The device and inode of a file.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
}

extension FileKind {
  /// The kind in the file type bits of `st_mode`.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }
}

extension FileStatus {
  init(_ status: stat) {
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    kind = FileKind(mode: status.st_mode)
    size = Int(clamping: status.st_size)
    // A hostile time stamp wraps, and does not trap.
    self.modified = Int64(modified.tv_sec) &* 1_000_000_000 &+ Int64(modified.tv_nsec)
    permissions = UInt16(status.st_mode & 0o7777)
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino))
  }
}
