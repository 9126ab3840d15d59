package import Git
import PlanModel

/// A tree in which some files are others or not there: a state that was never written.
package struct PatchedTree: PlanTree {
  private let tree: any PlanTree
  private let other: any PlanTree
  private let taken: Set<String>
  private let files: [String: [UInt8]]
  private let gone: Set<String>
  private var added: [String: Set<PlanTreeEntry>] = [:]

  /// - Parameters:
  ///   - taken: paths, relative to the top, of files that are taken from `other`.
  ///   - files: contents of others by their path.
  ///   - gone: paths of files that are taken away.
  package init(
    _ tree: some PlanTree, taking taken: Set<String> = [], from other: some PlanTree, files: [String: [UInt8]],
    gone: Set<String>
  ) {
    self.tree = tree
    self.other = other
    self.taken = taken
    self.files = files
    self.gone = gone
    for path in taken.union(files.keys) {
      var kind = PlanTreeEntry.Kind.file
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        let name = String(rest[rest.index(after: slash)...])
        rest = rest[..<slash]
        added[String(rest), default: []].insert(PlanTreeEntry(name: name, kind: kind))
        kind = .folder
      }
    }
  }

  package func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] {
    let standing = try tree.entries(in: folder).filter { !gone.contains("\(folder)/\($0.name)") }
    guard let new = added[folder] else { return standing }
    let names = Set(new.map(\.name))
    return (standing.filter { !names.contains($0.name) } + new).sorted { $0.name < $1.name }
  }

  package func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    guard !gone.contains(path) else { throw .notFound(path) }
    if taken.contains(path) { return try other.read(path, limit: limit) }
    guard let bytes = files[path] else { return try tree.read(path, limit: limit) }
    guard bytes.count <= limit else { throw .unusable(.tooLarge(bytes: bytes.count, limit: limit), path: path) }
    return bytes
  }
  package func blobs(at paths: [String]) -> [ObjectID?] {
    let (own, others) = (tree.blobs(at: paths), taken.isEmpty ? [] : other.blobs(at: paths))
    return paths.indices.map { index in
      let path = paths[index]
      if gone.contains(path) { return nil }
      if taken.contains(path) { return others[index] }
      return files[path] == nil ? own[index] : nil
    }
  }
}
