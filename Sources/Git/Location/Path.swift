/// Paths as text, as git writes them: separated by `/`.
enum Path {
  /// `path` itself when it is absolute, else below `base`.
  static func joined(_ base: String, _ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return base.hasSuffix("/") ? base + path : base + "/" + path
  }

  /// The folder above an absolute path; the root is above itself.
  static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    let parent = path[..<slash]
    return parent.isEmpty ? "/" : String(parent)
  }

  static func withoutTrailingSlashes(_ path: String) -> String {
    var path = Substring(path)
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return String(path)
  }
}
