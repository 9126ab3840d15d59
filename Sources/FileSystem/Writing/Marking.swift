#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Writes a small file over what stood there, with neither lock nor journal: for marks that may be lost at any time.
  /// A link is not followed. The folder has to exist.
  package static func mark(_ path: String, _ text: String) throws(FileError) {
    let file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK, mode: 0o666)
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { buffer in
      retryingInterrupted { write(file.number, buffer.baseAddress, buffer.count) }
    }
    guard count == bytes.count else { throw FileError(path: path, operation: .write, code: errno) }
  }
}
