#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why something could not be done with a file.
package enum FileError: Error, Hashable, Sendable {
  case notFound(path: String)
  /// Something else stands where a regular file is needed.
  case notRegular(path: String, kind: FileKind)
  /// Something else stands where a folder is needed.
  case notDirectory(path: String, kind: FileKind)
  /// A symbolic link stands where none may, or links lead in a circle.
  case symbolicLink(path: String)
  /// The file, or what came through a pipe, has at least `bytes` bytes.
  case tooLarge(path: String, bytes: Int, limit: Int)
  case permission(path: String, operation: FileOperation)
  case readOnlyFileSystem(path: String)
  /// The disk or the quota is full.
  case noSpace(path: String)
  case alreadyExists(path: String)
  /// The file is not what it was when the change to it was worked out.
  case changedMeanwhile(path: String)
  /// Another process holds the lock; its process id when it wrote one.
  case locked(path: String, holder: Int32?)
  /// The path is empty, holds a NUL byte, or leads out of the folder that it is relative to.
  case invalidPath(String)
  /// The journal of an interrupted change was not written by this program; it is kept under this path.
  case damagedJournal(path: String)
  /// Anything else, with the `errno` of <errno.h>.
  case system(path: String, operation: FileOperation, code: Int32)
}

/// What was being done when a system call failed.
package enum FileOperation: String, Hashable, Sendable {
  case open, read, write, list, inspect, createFolder, rename, remove, changeMode, flush, lock, resolve
}

extension FileError {
  /// The error that `code`, an `errno`, stands for.
  init(path: String, operation: FileOperation, code: Int32) {
    switch code {
    // A path through something that is no folder leads nowhere.
    case ENOENT, ENOTDIR: self = .notFound(path: path)
    case ELOOP: self = .symbolicLink(path: path)
    case EACCES, EPERM: self = .permission(path: path, operation: operation)
    case EROFS: self = .readOnlyFileSystem(path: path)
    case ENOSPC, EDQUOT: self = .noSpace(path: path)
    case EEXIST: self = .alreadyExists(path: path)
    default: self = .system(path: path, operation: operation, code: code)
    }
  }
}
