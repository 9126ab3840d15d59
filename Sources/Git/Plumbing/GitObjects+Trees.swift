extension GitObjects {
  func entry(at path: String, in commit: ObjectID) throws(GitError) -> TreeEntry? {
    guard let found = try rawEntry(at: path, in: try treeID(of: commit)) else { return nil }
    return TreeEntry(path: path, found)
  }

  func files(in commit: ObjectID, under folder: String?) throws(GitError) -> [TreeEntry] {
    var id = try treeID(of: commit)
    var prefix = ""
    if let folder {
      guard let found = try rawEntry(at: folder, in: id), found.isFolder else { return [] }
      id = found.id
      prefix = folder.hasSuffix("/") ? folder : folder + "/"
    }
    return try files(of: id, prefix: prefix)
  }

  /// Without recursion: what is still to be visited lies on a heap of its own, the next on top.
  private func files(of tree: ObjectID, prefix: String) throws(GitError) -> [TreeEntry] {
    var files: [TreeEntry] = []
    var waiting = try self.tree(tree).reversed().map { (prefix: prefix, depth: 0, entry: $0) }
    while let (prefix, depth, entry) = waiting.popLast() {
      let path = prefix + entry.name
      if entry.isFolder {
        guard depth < Self.deepest else { throw .treeTooDeep(limit: Self.deepest) }
        waiting += try self.tree(entry.id).reversed().map { (path + "/", depth + 1, $0) }
      } else if let file = TreeEntry(path: path, entry) {
        files.append(file)
        guard files.count <= Self.most else { throw .tooManyFiles(limit: Self.most) }
      }
    }
    return files
  }

  private static let deepest = 1000
  private static let most = 4_000_000

  private func rawEntry(at path: String, in tree: ObjectID) throws(GitError) -> RawTree.Entry? {
    var id = tree
    var found: RawTree.Entry?
    for name in path.split(separator: "/") {
      if let found {
        guard found.isFolder else { return nil }
        id = found.id
      }
      found = try self.tree(id).first { $0.name.utf8.elementsEqual(name.utf8) }
      if found == nil { return nil }
    }
    return found
  }
}

extension TreeEntry {
  /// Nil for a folder.
  fileprivate init?(path: String, _ entry: RawTree.Entry) {
    guard let kind = Kind(mode: entry.mode) else { return nil }
    self.init(path: path, kind: kind, id: entry.id)
  }
}
