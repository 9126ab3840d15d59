#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Carries out the acts of a journal, when it is written and again after a crash.
struct Application: ~Copyable {
  let root: Folder
  let staging: Folder

  enum Outcome {
    case done
    /// What stands there was written by somebody else since; it is left alone.
    case changedMeanwhile
  }

  /// Does one act, unless it is done already: then its staged file is gone, or the target is as it should be.
  func apply(_ act: Journal.Act) throws(FileError) -> Outcome {
    switch act {
    case .put(let staged, let path, let before, let after):
      return try put(staged, at: path, before: before, after: after)
    case .putFolder(let staged, let path):
      return try putFolder(staged, at: path)
    case .remove(let path, let before):
      return try remove(path, before: before)
    }
  }

  /// Does `act` unless somebody has put something else in its place, or in its way, since; then nothing is done.
  func didApply(_ act: Journal.Act) throws(FileError) -> Bool {
    do {
      return try apply(act) == .done
    } catch .symbolicLink(_), .notRegular(_, _), .notDirectory(_, _), .tooLarge(_, _, _) {
      return false
    }
  }

  /// Makes the new names in the folders of `paths` durable.
  func flushFolders(of paths: [RelativePath]) throws(FileError) {
    var flushed: Set<[String]> = []
    for path in paths {
      for depth in 0...path.folders.count where flushed.insert(Array(path.folders.prefix(depth))).inserted {
        do {
          try root.folder(Array(path.folders.prefix(depth))).flush()
        } catch .notFound {
          // A file that was to be removed, in a folder that is gone as a whole.
        }
      }
    }
  }

  private func put(
    _ staged: String, at path: RelativePath, before: Fingerprint?, after: Fingerprint
  ) throws(FileError) -> Outcome {
    guard let status = try staging.status(of: staged), status.kind == .file else { return .done }
    let folder = try root.folder(path.folders, creating: true)
    let current = try folder.fingerprint(of: path.name)
    if current == before {
      try move(staged, to: path.name, in: folder)
    } else if current == after {
      try staging.removeFile(staged)
    } else {
      return .changedMeanwhile
    }
    return .done
  }

  private func putFolder(_ staged: String, at path: RelativePath) throws(FileError) -> Outcome {
    guard let status = try staging.status(of: staged), status.kind == .directory else { return .done }
    let folder = try root.folder(path.folders, creating: true)
    guard try folder.status(of: path.name) == nil else { return .changedMeanwhile }
    try move(staged, to: path.name, in: folder)
    return .done
  }

  private func remove(_ path: RelativePath, before: Fingerprint) throws(FileError) -> Outcome {
    do {
      let folder = try root.folder(path.folders)
      guard let current = try folder.fingerprint(of: path.name) else { return .done }
      guard current == before else { return .changedMeanwhile }
      try folder.removeFile(path.name)
    } catch .notFound {
      // The whole folder is gone.
    }
    return .done
  }

  /// Renames what is staged into place; on another device it is first copied beside its place.
  private func move(_ staged: String, to name: String, in folder: borrowing Folder) throws(FileError) {
    do {
      try staging.rename(staged, to: name, in: folder)
    } catch .system(_, _, EXDEV) {
      try moveAcrossDevices(staged, to: name, in: folder)
    }
  }

  private func moveAcrossDevices(_ staged: String, to name: String, in folder: borrowing Folder) throws(FileError) {
    // The same name at every attempt, so that a crash leaves nothing that the next attempt does not clear away.
    let copy = ".handoff-staged-" + staged
    try folder.remove(copy)
    do {
      try staging.copy(staged, to: copy, in: folder)
      try folder.rename(copy, to: name, in: folder)
    } catch {
      try? folder.remove(copy)
      throw error
    }
    try staging.remove(staged)
  }
}

extension Folder {
  /// The largest file that is overwritten, since it is held in memory for putting it back: 256 MiB.
  static let largestFile = 256 << 20

  /// The fingerprint of the regular file `name`; nil for nothing.
  func fingerprint(of name: String) throws(FileError) -> Fingerprint? {
    try read(name, limit: Self.largestFile).map { Fingerprint($0) }
  }

  /// Copies the file `name`, or the folder of files.
  fileprivate func copy(_ name: String, to newName: String, in other: borrowing Folder) throws(FileError) {
    guard let status = try status(of: name) else { return }
    guard status.kind == .directory else {
      let bytes = try read(name, limit: Self.largestFile) ?? []
      return try other.createFile(newName, bytes, permissions: status.permissions)
    }
    let folder = try folder(name)
    try other.createFolder(newName)
    let copy = try other.folder(newName)
    for file in try folder.names() where try folder.status(of: file)?.kind == .file {
      try folder.copy(file, to: file, in: copy)
    }
    try copy.flush()
  }
}
