import CLibgit2

extension Libgit2Objects {
  func entry(at path: String, in commit: ObjectID) throws(GitError) -> TreeEntry? {
    let tree = try tree(of: commit)
    guard let found = try entry(at: path, in: tree) else { return nil }
    return found.lend { TreeEntry(path: path, $0) }
  }

  func files(in commit: ObjectID, under folder: String?) throws(GitError) -> [TreeEntry] {
    var walk = TreeWalk(objects: self)
    let top = try tree(of: commit)
    guard let folder else {
      try walk.visit(top, prefix: "", depth: 0)
      return walk.files
    }
    guard let found = try entry(at: folder, in: top), let id = found.lend(Self.folderID) else { return [] }
    if let known = listed.first(where: { $0.id == id && $0.folder == folder }) { return known.files }
    let tree = try object(id, kind: GIT_OBJECT_TREE)
    try walk.visit(tree, prefix: folder.hasSuffix("/") ? folder : folder + "/", depth: 0)
    keep(Listing(id: id, folder: folder, files: walk.files))
    return walk.files
  }

  /// All files of a tree that stands somewhere.
  struct Listing {
    let id: ObjectID
    let folder: String
    let files: [TreeEntry]
  }

  /// A few, and none that is larger than a plan.
  private func keep(_ listing: Listing) {
    guard listing.files.count <= 100_000 else { return }
    if listed.count == 3 { listed.removeFirst() }
    listed.append(listing)
  }

  /// The tree of a commit, or the one that has this id itself.
  func tree(of commit: ObjectID) throws(GitError) -> Handle {
    if try kind(of: commit) == .tree { return try object(commit, kind: GIT_OBJECT_TREE) }
    let commit = try object(commit, kind: GIT_OBJECT_COMMIT)
    return try commit.lend { commit throws(GitError) in
      try Handle("git_commit_tree", freeing: git_tree_free) { git_commit_tree(&$0, commit) }
    }
  }

  private func entry(at path: String, in tree: borrowing Handle) throws(GitError) -> Handle? {
    // C would take the path to end at a NUL.
    guard !path.utf8.contains(0) else { return nil }
    do throws(GitError) {
      return try tree.lend { tree throws(GitError) in
        try Handle("git_tree_entry_bypath", freeing: git_tree_entry_free) { git_tree_entry_bypath(&$0, tree, path) }
      }
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
  }

  /// The tree that an entry names; nil when it is no folder.
  static func folderID(_ entry: OpaquePointer) -> ObjectID? {
    guard git_tree_entry_type(entry) == GIT_OBJECT_TREE else { return nil }
    return git_tree_entry_id(entry)?.pointee.objectID
  }
}

/// Collects the files of a tree, folder by folder in git's order, which is the order of the bytes of whole paths.
private struct TreeWalk {
  let objects: Libgit2Objects
  private(set) var files: [TreeEntry] = []

  /// git itself refuses trees deeper than `core.maxTreeDepth`, 2048; a work tree cannot have as many as this.
  private static let deepest = 1000
  private static let most = 4_000_000

  init(objects: Libgit2Objects) { self.objects = objects }

  mutating func visit(_ tree: borrowing Handle, prefix: String, depth: Int) throws(GitError) {
    guard depth <= Self.deepest else { throw .treeTooDeep(limit: Self.deepest) }
    try tree.lend { tree throws(GitError) in
      for index in 0..<git_tree_entrycount(tree) {
        guard let entry = git_tree_entry_byindex(tree, index) else { continue }
        try visit(entry, prefix: prefix, depth: depth)
      }
    }
  }

  private mutating func visit(_ entry: OpaquePointer, prefix: String, depth: Int) throws(GitError) {
    let path = prefix + (git_tree_entry_name(entry).map { String(cString: $0) } ?? "")
    if let id = Libgit2Objects.folderID(entry) {
      let folder = try objects.object(id, kind: GIT_OBJECT_TREE)
      try visit(folder, prefix: path + "/", depth: depth + 1)
    } else if let file = TreeEntry(path: path, entry) {
      files.append(file)
      guard files.count <= Self.most else { throw .tooManyFiles(limit: Self.most) }
    }
  }
}

extension TreeEntry {
  /// Copies an entry out of the library; nil for a folder.
  fileprivate init?(path: String, _ entry: OpaquePointer) {
    guard let id = git_tree_entry_id(entry), let kind = Kind(mode: git_tree_entry_filemode(entry).rawValue) else {
      return nil
    }
    self.init(path: path, kind: kind, id: id.pointee.objectID)
  }
}

extension TreeEntry.Kind {
  /// The kind that a mode of a tree or of the index stands for; nil for a folder.
  init?(mode: UInt32) {
    switch mode & 0o170000 {
    case 0o100000: self = mode & 0o100 == 0 ? .file : .executable
    case 0o120000: self = .symbolicLink
    case 0o160000: self = .submodule
    default: return nil
    }
  }
}
