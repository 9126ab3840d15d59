import FileSystem

/// The small files by which git directories describe themselves.
enum GitFile {
  /// More than any of them has, but for packed refs.
  private static let limit = 1 << 20

  /// The text of a file without line ends behind it. Throws when there is no such file or it cannot be read.
  static func text(_ path: String) throws(FileError) -> String {
    var bytes = try FileSystem.read(path, limit: limit)
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path without symbolic links; nil when nothing is there.
  static func realPath(_ path: String) -> String? { try? FileSystem.realPath(path) }

  /// What is at `path`, behind symbolic links; nil when nothing is there.
  static func kind(_ path: String) -> FileKind? {
    (try? FileSystem.status(of: path))?.kind
  }
}
