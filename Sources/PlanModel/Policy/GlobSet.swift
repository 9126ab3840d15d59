/// Many patterns, each of which is tried only on paths of the folder that it names; one that is a path is looked up.
package struct GlobSet {
  private let literals: Set<[UInt8]>
  private let byFolder: [String?: [Glob]]

  package init(_ globs: [Glob]) {
    let globs = Set(globs)
    literals = Set(globs.compactMap(\.literal))
    byFolder = Dictionary(grouping: globs.filter { $0.literal == nil }, by: \.folder)
  }

  /// Whether any of them matches `path`, relative to the top of the work tree.
  package func matches(_ path: String) -> Bool {
    func match(in folder: String?) -> Bool { byFolder[folder]?.contains { $0.matches(path) } ?? false }
    if match(in: nil) || literals.contains(Array(path.utf8)) { return true }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if literals.contains(Array(folder.utf8)) || match(in: String(folder)) { return true }
    }
    return false
  }
}
