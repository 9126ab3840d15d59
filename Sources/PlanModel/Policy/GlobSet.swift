/// Many patterns, each of which is tried only on paths of the folder that it names.
package struct GlobSet {
  private let byFolder: [String?: [Glob]]

  package init(_ globs: [Glob]) { byFolder = Dictionary(grouping: globs, by: \.folder) }

  /// Whether any of them matches `path`, relative to the top of the work tree.
  package func matches(_ path: String) -> Bool {
    func match(in folder: String?) -> Bool { byFolder[folder]?.contains { $0.matches(path) } ?? false }
    if match(in: nil) { return true }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if match(in: String(folder)) { return true }
    }
    return false
  }
}
