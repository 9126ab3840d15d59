/// A change worked out against what is on the disk: what to stage, what to do, and what it takes to undo it.
struct PlannedEdit {
  enum Contents {
    case none
    /// Without permissions, the file is new and gets the usual ones.
    case file([UInt8], executable: Bool, permissions: UInt16?)
    case folder([Change.NewFile])
  }

  let act: Journal.Act
  let contents: Contents
  let standing: Standing

  /// Works `edit` out; nil when all is as it should be already. `staged` is the name that its contents get in staging.
  init?(_ edit: Change.Edit, at text: String, below root: borrowing Folder, staged: String) throws(FileError) {
    let path = try RelativePath(text)
    switch edit {
    case .put(let bytes, let executable, let expectation):
      standing = try Standing(at: path, below: root)
      guard standing.isAs(expectation) else { throw .changedMeanwhile(path: root.path(of: text)) }
      let permissions = standing.file.map { executable ? $0.permissions.readableAsExecutable : $0.permissions }
      if let file = standing.file, file.bytes == bytes, file.permissions == permissions { return nil }
      contents = .file(bytes, executable: executable, permissions: permissions)
      act = .put(staged: staged, path: path, before: standing.fingerprint, after: Fingerprint(bytes))
    case .putFolder(let files):
      standing = try Self.standingOfNewFolder(at: path, below: root)
      if let bad = files.first(where: { !RelativePath.isName($0.name) }) { throw .invalidPath(bad.name) }
      contents = .folder(files)
      act = .putFolder(staged: staged, path: path)
    case .remove(let expectation):
      standing = try Standing(at: path, below: root)
      guard standing.isAs(expectation) else { throw .changedMeanwhile(path: root.path(of: text)) }
      guard let before = standing.fingerprint else { return nil }
      contents = .none
      act = .remove(path: path, before: before)
    }
    try NearestFolder(to: path, below: root).folder.checkWritable()
  }

  private static func standingOfNewFolder(
    at path: RelativePath, below root: borrowing Folder
  ) throws(FileError) -> Standing {
    do {
      let standing = try Standing(at: path, below: root)
      if standing.file == nil { return standing }
    } catch .notRegular(_, _) {
      // A folder, which is what may not be there.
    }
    throw .alreadyExists(path: root.path(of: path.text))
  }
}

extension UInt16 {
  /// These permissions, with execution for everybody who may read.
  var readableAsExecutable: UInt16 { self | (self & 0o444) >> 2 }
}
