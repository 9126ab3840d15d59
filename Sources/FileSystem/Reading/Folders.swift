#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Makes a folder, readable as the user's umask says; one that is there already is fine.
  package static func createDirectory(_ path: String, withIntermediates: Bool = false) throws(FileError) {
    let path = try checked(path)
    if mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == ENOENT, withIntermediates, let parent = parent(of: path) {
      try createDirectory(parent, withIntermediates: true)
      return try createDirectory(path)
    }
    guard code == EEXIST, let kind = try? status(of: path).kind else {
      throw FileError(path: path, operation: .createFolder, code: code)
    }
    if kind != .directory { throw .notDirectory(path: path, kind: kind) }
  }

  /// Makes a new folder below `parent` that only this user can enter, and gives its path; its name begins with `prefix`.
  package static func temporaryDirectory(
    inside parent: String, prefix: String = "handoff-"
  ) throws(FileError) -> String {
    var template = Array((try checked(parent) + "/\(prefix)XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(mkdtemp) != nil }
    guard made else { throw FileError(path: parent, operation: .createFolder, code: errno) }
    return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? parent }
  }

  /// Lets everybody execute the file who may read it.
  package static func setExecutable(_ path: String) throws(FileError) {
    let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
    let status = try file.regularStatus()
    guard fchmod(file.number, mode_t(status.permissions.readableAsExecutable)) == 0 else {
      throw FileError(path: path, operation: .changeMode, code: errno)
    }
  }

  /// Gives a file, link or folder another name on the same device; what stands there is replaced (rename(2)).
  package static func rename(_ path: String, to new: String) throws(FileError) {
    guard systemRename(try checked(path), try checked(new)) == 0 else {
      throw FileError(path: path, operation: .rename, code: errno)
    }
  }

  /// Takes a folder away if nothing is in it; whether it did.
  package static func removeEmptyDirectory(_ path: String) -> Bool {
    guard let path = try? checked(path) else { return false }
    return rmdir(path) == 0
  }

  /// Removes a file or link; one that is gone already is fine.
  package static func removeFile(_ path: String) throws(FileError) {
    guard unlink(try checked(path)) == 0 || errno == ENOENT else {
      throw FileError(path: path, operation: .remove, code: errno)
    }
  }

  /// The folder that `path` lies in; nil at the top.
  private static func parent(of path: String) -> String? {
    let trimmed = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }.map { path[...$0] } ?? ""
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == trimmed.startIndex ? nil : String(trimmed[..<slash])
  }
}

/// The C function, whose name is also a method's.
private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
