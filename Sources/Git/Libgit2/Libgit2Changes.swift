import CLibgit2

extension Libgit2Objects {
  func changes(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [FileChange] {
    let newTree = try tree(of: new)
    return try newTree.lend { newTree throws(GitError) in
      guard let old else { return try changes(from: nil, to: newTree) }
      return try tree(of: old).lend { oldTree throws(GitError) in try changes(from: oldTree, to: newTree) }
    }
  }

  func lineChanges(from old: ObjectID?, to new: ObjectID?, limit: Int) throws(GitError) -> LineChanges {
    for id in [old, new].compactMap(\.self) { try checkBlob(id, limit: limit) }
    return try withBlob(old) { oldBlob throws(GitError) in
      try withBlob(new) { newBlob throws(GitError) in
        // The library takes two absent sides for two equal ones, and makes no patch of them.
        oldBlob == nil && newBlob == nil ? LineChanges() : try LineChanges.between(blob: oldBlob, and: newBlob)
      }
    }
  }

  /// Lends the blob `id`; nil for nil.
  private func withBlob(
    _ id: ObjectID?, _ body: (OpaquePointer?) throws(GitError) -> LineChanges
  ) throws(GitError) -> LineChanges {
    guard let id else { return try body(nil) }
    return try object(id, kind: GIT_OBJECT_BLOB).lend(body)
  }

  private func changes(from old: OpaquePointer?, to new: OpaquePointer) throws(GitError) -> [FileChange] {
    var options = git_diff_options()
    try Libgit2.check("git_diff_options_init", git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
    options.flags = GIT_DIFF_INCLUDE_TYPECHANGE.rawValue | GIT_DIFF_SKIP_BINARY_CHECK.rawValue
    let diff = try Handle("git_diff_tree_to_tree", freeing: git_diff_free) { diff in
      repository.lend { git_diff_tree_to_tree(&diff, $0, old, new, &options) }
    }
    return try diff.lend { diff throws(GitError) in
      try findRenames(diff)
      let changes = (0..<git_diff_num_deltas(diff)).compactMap { index in
        git_diff_get_delta(diff, index).flatMap { FileChange($0.pointee) }
      }
      return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
  }

  /// As `git diff -M`: half of the contents alike, and at most git's own number of candidates.
  private func findRenames(_ diff: OpaquePointer) throws(GitError) {
    var options = git_diff_find_options()
    try Libgit2.check(
      "git_diff_find_options_init", git_diff_find_options_init(&options, UInt32(GIT_DIFF_FIND_OPTIONS_VERSION)))
    options.flags = GIT_DIFF_FIND_RENAMES.rawValue
    options.rename_threshold = 50
    options.rename_limit = 1000
    try Libgit2.check("git_diff_find_similar", git_diff_find_similar(diff, &options))
  }
}

extension FileChange {
  /// Copies a delta out of the library; nil for one that is no change between trees.
  fileprivate init?(_ delta: git_diff_delta) {
    guard let kind = Kind(delta.status), let path = Self.path(kind == .deleted ? delta.old_file : delta.new_file) else {
      return nil
    }
    self.init(
      kind: kind, path: path, oldPath: kind == .renamed ? Self.path(delta.old_file) : nil,
      oldBlob: kind == .added ? nil : Self.blob(delta.old_file),
      newBlob: kind == .deleted ? nil : Self.blob(delta.new_file))
  }

  private static func path(_ file: git_diff_file) -> String? { file.path.map { String(cString: $0) } }

  private static func blob(_ file: git_diff_file) -> ObjectID? {
    UInt32(file.mode) == GIT_FILEMODE_COMMIT.rawValue ? nil : file.id.objectID
  }
}

extension FileChange.Kind {
  fileprivate init?(_ status: git_delta_t) {
    switch status {
    case GIT_DELTA_ADDED: self = .added
    case GIT_DELTA_DELETED: self = .deleted
    case GIT_DELTA_MODIFIED: self = .modified
    case GIT_DELTA_RENAMED: self = .renamed
    case GIT_DELTA_TYPECHANGE: self = .typeChanged
    default: return nil
    }
  }
}
