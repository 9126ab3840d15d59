/// One entry of the index.
package struct StagedFile: Hashable, Sendable {
  package let path: String
  package let kind: TreeEntry.Kind
  package let blob: ObjectID
  /// 0 for an ordinary file; in a conflict 1, 2 and 3 for base, ours and theirs.
  package let stage: Int

  package init(path: String, kind: TreeEntry.Kind, blob: ObjectID, stage: Int = 0) {
    self.path = path
    self.kind = kind
    self.blob = blob
    self.stage = stage
  }
}

extension Repository {
  /// What is staged below `folder`, or everywhere, sorted by path: git's index, or the one that `GIT_INDEX_FILE`
  /// names while `git commit -a` or `git commit -- <path>` runs its hooks.
  package func stagedFiles(under folder: String? = nil) throws(GitError) -> [StagedFile] {
    let arguments = ["--literal-pathspecs", "ls-files", "--stage", "-z"] + (folder.map { ["--", $0] } ?? [])
    let output = try git.output(of: arguments)
    var files: [StagedFile] = []
    for record in output.split(separator: 0) {
      guard let file = StagedFile(record: record) else { throw .unexpectedOutput(arguments: arguments) }
      files.append(file)
    }
    return files
  }

  /// The paths that differ between HEAD and the index, or those below `folder`; of a rename, both.
  package func stagedPaths(below folder: String? = nil) throws(GitError) -> [String] {
    let arguments =
      ["--literal-pathspecs", "diff", "--cached", "--name-only", "--no-renames", "--no-ext-diff", "-z"]
      + (folder.map { ["--", $0] } ?? [])
    return try git.output(of: arguments).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension StagedFile {
  /// Reads `<mode> <id> <stage>\t<path>` (git-ls-files(1)).
  fileprivate init?(record: ArraySlice<UInt8>) {
    guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let fields = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
    guard fields.count == 3, let mode = UInt32(fields[0], radix: 8), let kind = TreeEntry.Kind(mode: mode),
      let id = ObjectID(fields[1]), let stage = Int(fields[2])
    else { return nil }
    self.init(path: String(decoding: record[(tab + 1)...], as: UTF8.self), kind: kind, blob: id, stage: stage)
  }
}
