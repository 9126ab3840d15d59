/// What stands at a path before a change.
struct Standing {
  /// The file's contents and permissions; nil for nothing.
  let file: (bytes: [UInt8], permissions: UInt16)?
  /// How many of the folders that the path leads through exist.
  let folderCount: Int

  /// Looks at `path` below `root`; anything but a regular file or nothing is refused.
  init(at path: RelativePath, below root: borrowing Folder) throws(FileError) {
    let nearest = try NearestFolder(to: path, below: root)
    folderCount = nearest.depth
    guard nearest.depth == path.folders.count, let status = try nearest.folder.status(of: path.name) else {
      file = nil
      return
    }
    let shown = nearest.folder.path(of: path.name)
    switch status.kind {
    case .file: break
    case .symbolicLink: throw .symbolicLink(path: shown)
    case .directory, .other: throw .notRegular(path: shown, kind: status.kind)
    }
    file = try nearest.folder.read(path.name, limit: Folder.largestFile).map { ($0, status.permissions) }
  }

  var fingerprint: Fingerprint? { file.map { Fingerprint($0.bytes) } }

  func isAs(_ expectation: Change.Expectation) -> Bool {
    switch expectation {
    case .anything: true
    case .absent: file == nil
    case .contents(let bytes): file?.bytes == bytes
    }
  }
}

/// The innermost folder that exists on the way to a path.
struct NearestFolder: ~Copyable {
  let folder: Folder
  /// How many folders below the root it lies.
  let depth: Int

  init(to path: RelativePath, below root: borrowing Folder) throws(FileError) {
    var here = try root.folder(".")
    var depth = 0
    for name in path.folders {
      guard try here.status(of: name) != nil else { break }
      here = try here.folder(name)
      depth += 1
    }
    folder = here
    self.depth = depth
  }
}
