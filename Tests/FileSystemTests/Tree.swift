import FileSystem
import Foundation

/// The files below a folder, with contents and permissions: what a change is judged by.
struct Tree: Equatable, CustomStringConvertible {
  var files: [String: String] = [:]

  init(_ root: String) {
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      guard let status = try? FileSystem.status(of: root + "/" + name, followingLinks: false) else { continue }
      guard status.kind == .file else {
        if status.kind != .directory { files[name] = status.kind.rawValue }
        continue
      }
      let bytes = FileManager.default.contents(atPath: root + "/" + name) ?? Data()
      files[name] = String(status.permissions, radix: 8) + " " + String(decoding: bytes, as: UTF8.self)
    }
  }

  var description: String { files.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ") }
}
