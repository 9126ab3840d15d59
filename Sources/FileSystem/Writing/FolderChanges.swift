#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What changes the disk; each call tells the observer first.
extension Folder {
  /// Makes the folder `name` unless something is there.
  func createFolder(_ name: String) throws(FileError) {
    if try status(of: name) != nil { return }
    let shown = path(of: name)
    try observe(.createFolder(path: shown))
    guard mkdirat(descriptor.number, name, 0o777) == 0 || errno == EEXIST else {
      throw FileError(path: shown, operation: .createFolder, code: errno)
    }
  }

  /// Writes the new file `name` and makes its contents durable, though not yet its name.
  ///
  /// Without `permissions` it gets those that git gives its own files: what the umask leaves of 0666, or 0777.
  func createFile(
    _ name: String, _ bytes: [UInt8], executable: Bool = false, permissions: UInt16? = nil
  ) throws(FileError) {
    let shown = path(of: name)
    try observe(.createFile(path: shown))
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let mode: mode_t = executable ? 0o777 : 0o666
    let file = try Descriptor(opening: name, flags, mode: mode, in: descriptor.number, shownAs: shown)
    if let permissions, fchmod(file.number, mode_t(permissions)) != 0 {
      throw FileError(path: shown, operation: .changeMode, code: errno)
    }
    try observe(.write(path: shown))
    try file.write(bytes)
    try observe(.flush(path: shown))
    try file.flush()
  }

  func rename(_ name: String, to newName: String, in other: borrowing Folder) throws(FileError) {
    try observe(.rename(path: path(of: name), to: other.path(of: newName)))
    guard renameat(descriptor.number, name, other.descriptor.number, newName) == 0 else {
      throw FileError(path: other.path(of: newName), operation: .rename, code: errno)
    }
  }

  /// Removes the file or link `name`; nothing there is fine.
  func removeFile(_ name: String) throws(FileError) {
    try observe(.remove(path: path(of: name)))
    guard unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT else {
      throw FileError(path: path(of: name), operation: .remove, code: errno)
    }
  }

  /// Removes the folder `name` if it is empty.
  func removeFolder(_ name: String) throws(FileError) {
    try observe(.remove(path: path(of: name)))
    guard unlinkat(descriptor.number, name, AT_REMOVEDIR) == 0 || errno == ENOENT else {
      throw FileError(path: path(of: name), operation: .remove, code: errno)
    }
  }

  /// Removes `name`, whatever it is; of a folder that holds folders, nothing below the second level.
  func remove(_ name: String, depth: Int = 1) throws(FileError) {
    guard let kind = try status(of: name)?.kind else { return }
    guard kind == .directory else { return try removeFile(name) }
    if depth > 0 {
      let folder = try folder(name)
      for child in try folder.names() { try folder.remove(child, depth: depth - 1) }
    }
    try removeFolder(name)
  }

  /// Makes the names in this folder durable.
  func flush() throws(FileError) {
    try observe(.flush(path: path))
    try descriptor.flush()
  }
}

extension Descriptor {
  func write(_ bytes: [UInt8]) throws(FileError) {
    var failure: Int32?
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty, failure == nil {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = retryingInterrupted { writeSome(part) }
        if count < 0 { failure = errno } else { rest = rest.dropFirst(count) }
      }
    }
    if let failure { throw FileError(path: path, operation: .write, code: failure) }
  }

  func flush() throws(FileError) {
    // Some file systems know no flushing of folders, and answer EINVAL.
    guard retryingInterrupted({ fsync(number) }) == 0 || errno == EINVAL else {
      throw FileError(path: path, operation: .flush, code: errno)
    }
  }

  private func writeSome(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(number, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(number, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(number, bytes.baseAddress, bytes.count)
    #endif
  }
}
