/// A file of another tool; its path is relative to the top of the work tree, or to the folder that was handed in.
package struct ForeignFile: Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The folders that it lies in, the outermost first.
  var folders: [Substring] { path.split(separator: "/").dropLast() }

  /// The last component of the path.
  var name: Substring { path.split(separator: "/").last ?? "" }

  /// The part of the name behind its last dot, in lower case.
  var ending: String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// What the path names without the ending.
  var stem: Substring { name.lastIndex(of: ".").map { name[..<$0] } ?? name }
}
