internal import CLibgit2

extension Libgit2Objects {
  func changes(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [FileChange] {
    let newTree = try tree(of: new)
    guard let old else { return try changes(from: nil, to: newTree.pointer) }
    let oldTree = try tree(of: old)
    return try changes(from: oldTree.pointer, to: newTree.pointer)
  }

  func lineChanges(from old: ObjectID?, to new: ObjectID?, limit: Int) throws(GitError) -> LineChanges {
    for id in [old, new].compactMap(\.self) { try checkBlob(id, limit: limit) }
    guard let old else {
      guard let new else { return LineChanges() }
      return try lineChanges(from: nil, to: object(new, kind: GIT_OBJECT_BLOB).pointer)
    }
    let oldBlob = try object(old, kind: GIT_OBJECT_BLOB)
    guard let new else { return try lineChanges(from: oldBlob.pointer, to: nil) }
    let newBlob = try object(new, kind: GIT_OBJECT_BLOB)
    return try lineChanges(from: oldBlob.pointer, to: newBlob.pointer)
  }

  private func changes(from old: OpaquePointer?, to new: OpaquePointer) throws(GitError) -> [FileChange] {
    var options = git_diff_options()
    try Libgit2.check("git_diff_options_init", git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
    options.flags = GIT_DIFF_INCLUDE_TYPECHANGE.rawValue | GIT_DIFF_SKIP_BINARY_CHECK.rawValue
    let diff = try Handle("git_diff_tree_to_tree", freeing: git_diff_free) {
      git_diff_tree_to_tree(&$0, repository.pointer, old, new, &options)
    }
    try findRenames(diff)
    let changes = (0..<git_diff_num_deltas(diff.pointer)).compactMap { index in
      git_diff_get_delta(diff.pointer, index).flatMap { FileChange($0.pointee) }
    }
    return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// As `git diff -M`: half of the contents alike, and at most git's own number of candidates.
  private func findRenames(_ diff: borrowing Handle) throws(GitError) {
    var options = git_diff_find_options()
    try Libgit2.check(
      "git_diff_find_options_init", git_diff_find_options_init(&options, UInt32(GIT_DIFF_FIND_OPTIONS_VERSION)))
    options.flags = GIT_DIFF_FIND_RENAMES.rawValue
    options.rename_threshold = 50
    options.rename_limit = 1000
    try Libgit2.check("git_diff_find_similar", git_diff_find_similar(diff.pointer, &options))
  }

  private func lineChanges(from old: OpaquePointer?, to new: OpaquePointer?) throws(GitError) -> LineChanges {
    var options = git_diff_options()
    try Libgit2.check("git_diff_options_init", git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
    options.context_lines = 0
    options.flags = GIT_DIFF_INDENT_HEURISTIC.rawValue
    let patch = try Handle("git_patch_from_blobs", freeing: git_patch_free) {
      git_patch_from_blobs(&$0, old, nil, new, nil, &options)
    }
    let flags = git_patch_get_delta(patch.pointer).map { $0.pointee.flags } ?? 0
    guard flags & GIT_DIFF_FLAG_BINARY.rawValue == 0 else { return LineChanges(isBinary: true) }
    var changes = LineChanges()
    for hunk in 0..<git_patch_num_hunks(patch.pointer) {
      for index in 0..<max(0, git_patch_num_lines_in_hunk(patch.pointer, hunk)) {
        var line: UnsafePointer<git_diff_line>?
        let code = git_patch_get_line_in_hunk(&line, patch.pointer, hunk, Int(index))
        try Libgit2.check("git_patch_get_line_in_hunk", code)
        if let line { changes.note(line.pointee) }
      }
    }
    return changes
  }
}

extension LineChanges {
  fileprivate mutating func note(_ line: git_diff_line) {
    let bytes = UnsafeRawBufferPointer(start: line.content, count: line.content_len)
    let text = String(decoding: Self.withoutLineEnd(bytes), as: UTF8.self)
    switch UInt8(bitPattern: line.origin) {
    case UInt8(ascii: "+"): added.append(Line(number: Int(line.new_lineno), text: text))
    case UInt8(ascii: "-"): removed.append(Line(number: Int(line.old_lineno), text: text))
    // Remarks about the end of the file.
    default: break
    }
  }

  private static func withoutLineEnd(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
    var line = bytes[...]
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
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
