import PlanModel

/// Of a tree, only what stands at some paths: what two states differ in, so that nothing else is read.
///
/// Of a source, which is a folder, all files stand with any one of them.
package struct ChangedTree: PlanTree {
  private let tree: any PlanTree
  /// What is seen of each folder.
  private let names: [String: Set<String>]
  private let sources: Set<String>

  /// - Parameter paths: files, relative to the top.
  package init(_ tree: some PlanTree, paths: some Sequence<String>) {
    self.tree = tree
    var names: [String: Set<String>] = [:]
    var sources: Set<String> = []
    for path in paths {
      let parts = path.split(separator: "/")
      for count in 1..<max(parts.count, 1) {
        names[parts.prefix(count).joined(separator: "/"), default: []].insert(String(parts[count]))
      }
      if parts.count > 3, parts[1] == ItemKind.source.folder { sources.insert(parts.prefix(3).joined(separator: "/")) }
    }
    self.names = names
    self.sources = sources
  }

  package func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] {
    guard let names = names[folder] else { return [] }
    let entries = try tree.entries(in: folder)
    if sources.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") }) { return entries }
    return entries.filter { names.contains($0.name) }
  }

  package func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    // The settings are read by their own path, and say what all else means.
    try tree.read(path, limit: limit)
  }
}
