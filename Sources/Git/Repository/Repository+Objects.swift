extension Repository {
  /// The largest file whose lines are compared, in bytes.
  package static let largestComparedFile = 32 << 20

  /// Nil when there is no such object here.
  package func kind(of id: ObjectID) throws(GitError) -> ObjectKind? { try objects().kind(of: id) }

  /// The commit that `id` is, or that the tag `id` leads to; nil for a tree, a blob, or a tag of one.
  package func commitID(peeling id: ObjectID) throws(GitError) -> ObjectID? { try objects().commitID(peeling: id) }

  /// At the border of a shallow clone, a commit has no parents, as git itself shows it.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit { try commits.commit(id, from: objects()) }

  /// The contents of the file `path` in the tree of `commit`; nil when it is not there, or is no file.
  /// A symbolic link's contents are its target. Throws ``GitError/objectTooLarge(_:bytes:limit:)``.
  package func file(at path: String, in commit: ObjectID, limit: Int) throws(GitError) -> [UInt8]? {
    guard let entry = try objects().entry(at: path, in: commit), entry.kind != .submodule else { return nil }
    return try blob(entry.id, limit: limit)
  }

  /// What `path` is in the tree of `commit`; nil when it is a folder or not there.
  package func entry(at path: String, in commit: ObjectID) throws(GitError) -> TreeEntry? {
    try objects().entry(at: path, in: commit)
  }

  /// The contents of a blob. Throws ``GitError/objectTooLarge(_:bytes:limit:)`` before anything is read.
  ///
  /// - Parameter limit: in bytes; nil for a blob that was read before, whose size is known to be no danger.
  package func blob(_ id: ObjectID, limit: Int?) throws(GitError) -> [UInt8] { try objects().blob(id, limit: limit) }

  /// The id that the tree of `commit` would have without one of its entries. Nothing is written, so it may be no object's.
  package func treeID(of commit: ObjectID, without name: String) throws(GitError) -> ObjectID {
    let tree = try self.commit(commit).tree
    let bytes = try git.output(of: ["cat-file", "tree", tree.hex])
    guard let rest = RawTree.removing(name, from: bytes, idLength: tree.count) else { return tree }
    let arguments = ["hash-object", "-t", "tree", "--stdin"]
    let hex = try git.line(of: arguments, input: rest)
    guard let id = ObjectID(hex) else { throw .unexpectedOutput(arguments: arguments) }
    return id
  }

  /// All files of the tree of `commit`, or those below `folder`, with full paths, sorted by their bytes.
  /// Bytes of a path that are no UTF-8 are U+FFFD.
  package func files(in commit: ObjectID, under folder: String? = nil) throws(GitError) -> [TreeEntry] {
    try objects().files(in: commit, under: folder)
  }

  /// What `commit` changed against its first parent; a commit without parents adds everything.
  ///
  /// Renames are found as `git diff -M` finds them; how alike two texts are is libgit2's measure, which can differ
  /// from git's near one half. Sorted by path.
  package func changes(of commit: ObjectID) throws(GitError) -> [FileChange] {
    let objects = try objects()
    return try objects.changes(from: try self.commit(commit).parents.first, to: commit)
  }

  /// What changed from the tree of one commit to that of another.
  package func changes(from old: ObjectID, to new: ObjectID) throws(GitError) -> [FileChange] {
    try objects().changes(from: old, to: new)
  }

  /// The lines that a change adds and removes, as `git diff -U0` shows them.
  /// Throws ``GitError/objectTooLarge(_:bytes:limit:)`` for a side of more than `limit` bytes.
  package func lineChanges(
    of change: FileChange, limit: Int = Repository.largestComparedFile
  ) throws(GitError) -> LineChanges {
    try objects().lineChanges(from: change.oldBlob, to: change.newBlob, limit: limit)
  }
}
