import CLibgit2

extension LineChanges {
  /// Two blobs of the library's; nil for no lines.
  static func between(blob old: OpaquePointer?, and new: OpaquePointer?) throws(GitError) -> LineChanges {
    var options = try options()
    let patch = try Handle("git_patch_from_blobs", freeing: git_patch_free) {
      git_patch_from_blobs(&$0, old, nil, new, nil, &options)
    }
    return try patch.lend { patch throws(GitError) in try LineChanges(patch) }
  }

  /// Two texts, wherever they come from; nil for no lines. The library needs no repository for it.
  static func between(_ old: [UInt8]?, _ new: [UInt8]?) throws(GitError) -> LineChanges {
    // The library takes two absent sides for two equal ones, and makes no patch of them.
    if old == nil, new == nil { return LineChanges() }
    try Libgit2.start()
    var options = try options()
    // The patch points into the texts, so that it is read while they are lent.
    return try lend(old) { old in
      lend(new) { new in
        Result { () throws(GitError) in
          let patch = try Handle("git_patch_from_buffers", freeing: git_patch_free) {
            git_patch_from_buffers(
              &$0, old?.baseAddress, old?.count ?? 0, nil, new?.baseAddress, new?.count ?? 0, nil, &options)
          }
          return try patch.lend { patch throws(GitError) in try LineChanges(patch) }
        }
      }
    }.get()
  }

  /// An empty text is not the same as none: it has an address.
  private static func lend<Value>(_ bytes: [UInt8]?, _ body: (UnsafeRawBufferPointer?) -> Value) -> Value {
    guard let bytes else { return body(nil) }
    return (bytes + [0]).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.dropLast())) }
  }

  private static func options() throws(GitError) -> git_diff_options {
    var options = git_diff_options()
    try Libgit2.check("git_diff_options_init", git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
    options.context_lines = 0
    options.flags = GIT_DIFF_INDENT_HEURISTIC.rawValue
    return options
  }

  /// Copies the lines of a patch out of the library.
  private init(_ patch: OpaquePointer) throws(GitError) {
    self.init()
    let flags = git_patch_get_delta(patch).map { $0.pointee.flags } ?? 0
    isBinary = flags & GIT_DIFF_FLAG_BINARY.rawValue != 0
    guard !isBinary else { return }
    for hunk in 0..<git_patch_num_hunks(patch) {
      for index in 0..<max(0, git_patch_num_lines_in_hunk(patch, hunk)) {
        var line: UnsafePointer<git_diff_line>?
        let code = git_patch_get_line_in_hunk(&line, patch, hunk, Int(index))
        try Libgit2.check("git_patch_get_line_in_hunk", code)
        if let line { note(line.pointee) }
      }
    }
  }

  private mutating func note(_ line: git_diff_line) {
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
