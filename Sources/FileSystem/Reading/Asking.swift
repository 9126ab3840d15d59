#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// What the file system knows of `path`.
  package static func status(of path: String, followingLinks: Bool = true) throws(FileError) -> FileStatus {
    let path = try checked(path)
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw FileError(path: path, operation: .inspect, code: errno) }
    return FileStatus(status)
  }

  /// What stands at `path` itself, no link followed; nil for nothing, and for what cannot be seen.
  package static func kind(of path: String) -> FileKind? {
    try? status(of: path, followingLinks: false).kind
  }

  /// Whether something stands at `path`, if only a link that leads nowhere.
  package static func exists(_ path: String) -> Bool { kind(of: path) != nil }

  /// Whether `path` is, or links to, a regular file that this process may execute.
  package static func isExecutable(_ path: String) -> Bool {
    guard let status = try? status(of: path), status.kind == .file else { return false }
    return access(path, X_OK) == 0
  }

  /// When the file at `path` was last written, in nanoseconds since 1970-01-01 00:00 UTC.
  package static func modificationTime(of path: String) throws(FileError) -> Int64 {
    try status(of: path).modified
  }

  /// `path` made absolute, without links, `.` and `..`; it must exist.
  package static func realPath(_ path: String) throws(FileError) -> String {
    let path = try checked(path)
    guard let resolved = realpath(path, nil) else { throw FileError(path: path, operation: .resolve, code: errno) }
    defer { free(resolved) }
    guard let text = String(validatingCString: resolved) else { throw .invalidPath(path) }
    return text
  }

  /// The process's folder.
  package static func workingDirectory() throws(FileError) -> String { try realPath(".") }

  /// `path`, unless C would take it for another one.
  static func checked(_ path: String) throws(FileError) -> String {
    let hasNUL = path.utf8.contains(0)
    guard !hasNUL, !path.isEmpty else { throw .invalidPath(path) }
    return path
  }
}
