/// What became of a change that was interrupted.
package struct Recovery: Hashable, Sendable {
  /// The full paths that now are as the change wanted them.
  package var finished: [String] = []
  /// The full paths that the change was for, and that somebody has written since; they are as they were left.
  package var leftAlone: [String] = []

  package init() {}
}

extension Folder {
  /// Carries out the journal in this folder, the state folder, if there is one. Call it under the lock.
  func finishInterruptedChange() throws(FileError) -> Recovery {
    guard try status(of: "journal") != nil else { return Recovery() }
    guard let journal = try readJournal() else {
      let damaged = "journal.damaged"
      try remove(damaged)
      try rename("journal", to: damaged, in: self)
      throw .damagedJournal(path: path(of: damaged))
    }
    let recovery = try finish(journal)
    try close()
    return recovery
  }

  /// The staging folder below this one, with nothing in it.
  func emptyStaging() throws(FileError) -> Folder {
    try createFolder("staging")
    let staging = try folder("staging")
    for name in try staging.names() { try staging.remove(name) }
    return staging
  }

  /// Declares the journal done.
  func close() throws(FileError) {
    try removeFile("journal")
    try flush()
    _ = try emptyStaging()
  }

  private func readJournal() throws(FileError) -> Journal? {
    do {
      return try read("journal", limit: Journal.byteLimit).flatMap { Journal($0) }
    } catch .notRegular(_, _), .symbolicLink(_), .tooLarge(_, _, _) {
      return nil
    }
  }

  private func finish(_ journal: Journal) throws(FileError) -> Recovery {
    var recovery = Recovery()
    let full = { (act: Journal.Act) in journal.root + "/" + act.path.text }
    guard FileSystem.kind(of: journal.root) == .directory else {
      // A linked work tree that was removed.
      recovery.leftAlone = journal.acts.map(full)
      return recovery
    }
    try createFolder("staging")
    let application = Application(
      root: try Folder(opening: journal.root, observedBy: observe), staging: try folder("staging"))
    var done: [RelativePath] = []
    for act in journal.acts {
      if try application.didApply(act) {
        done.append(act.path)
        recovery.finished.append(full(act))
      } else {
        recovery.leftAlone.append(full(act))
      }
    }
    try application.flushFolders(of: done)
    return recovery
  }
}
