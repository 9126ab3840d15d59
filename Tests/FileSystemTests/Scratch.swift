import FileSystem
import Foundation

/// A folder for one test, removed with it.
final class Scratch: Sendable {
  /// In memory where that can be had: the crash tests flush thousands of files, which a busy disk makes slow.
  static let parent = FileSystem.kind(of: "/dev/shm") == .directory ? "/dev/shm" : NSTemporaryDirectory()

  let path: String

  init() throws {
    path = try FileSystem.temporaryDirectory(inside: FileSystem.realPath(Self.parent))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The full path of `name`.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileSystem.createDirectory(self(name), withIntermediates: true)
  }

  /// Writes `text` by means that are not under test.
  func write(_ text: String, to name: String, mode: Int = 0o644) throws {
    let url = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self(name))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  func permissions(of name: String) throws -> UInt16 { try FileSystem.status(of: self(name)).permissions }
}
