#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Writes a file that can be made again: at once for whoever reads it, and not flushed to the disk. A link that stands
  /// there is replaced and not followed; the folder has to be there.
  package static func writeQuickly(_ bytes: [UInt8], to path: String) throws(FileError) {
    let temporary = path + ".new"
    try removeFile(temporary)
    do {
      let file = try Descriptor(opening: temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666)
      try file.write(bytes)
    }
    try rename(temporary, to: path)
  }
}
