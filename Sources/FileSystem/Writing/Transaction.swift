/// One change on its way to the disk, under the lock.
///
/// 1. Everything new is written to the staging folder, and made durable.
/// 2. The journal, which says what goes where, is written there too, and renamed into the state folder. Up to this rename
///    nothing has happened; from it on, the change will be finished by whoever comes next.
/// 3. What is staged is renamed into place, the folders are made durable, the journal is removed.
///
/// Where step 3 fails, an undoing journal takes the place of the first one, by a rename again.
struct Transaction: ~Copyable {
  let state: Folder
  let application: Application
  let journal: Journal
  let edits: [PlannedEdit]

  init(_ change: Change, state: consuming Folder) throws(FileError) {
    let root = try Folder(opening: change.root, observedBy: state.observe)
    let edits = try Self.plan(change, below: root)
    let journal = Journal(root: try FileSystem.realPath(change.root), acts: edits.map(\.act))
    let staging = try state.emptyStaging()
    self.edits = edits
    self.journal = journal
    self.state = state
    application = Application(root: root, staging: staging)
  }

  /// Carries the change out, or throws and leaves everything as it was.
  func run() throws(FileError) {
    if edits.isEmpty { return }
    do {
      for edit in edits { try stage(edit) }
      try application.staging.decide(on: journal, in: state)
    } catch {
      _ = try? state.emptyStaging()
      throw error
    }
    var applied = 0
    do {
      try state.flush()
      for act in journal.acts {
        try apply(act)
        applied += 1
      }
      try application.flushFolders(of: journal.acts.map(\.path))
    } catch {
      try? undo(edits.prefix(error.isMeddling ? applied : applied + 1))
      throw error
    }
    // All is in place. A journal that stays is found to be done by whoever comes next.
    try? state.close()
  }

  private static func plan(_ change: Change, below root: borrowing Folder) throws(FileError) -> [PlannedEdit] {
    var edits: [PlannedEdit] = []
    for (path, edit) in change.edits {
      let planned = try PlannedEdit(edit, at: path, below: root, staged: String(edits.count + 1))
      if let planned { edits.append(planned) }
    }
    return edits
  }

  private func stage(_ edit: PlannedEdit) throws(FileError) {
    switch (edit.act, edit.contents) {
    case (.put(let name, _, _, _), .file(let bytes, let executable, let permissions)):
      try application.staging.createFile(name, bytes, executable: executable, permissions: permissions)
    case (.putFolder(let name, _), .folder(let files)):
      try application.staging.createFolder(name)
      let folder = try application.staging.folder(name)
      for file in files { try folder.createFile(file.name, file.bytes) }
      try folder.flush()
    default:
      break
    }
  }

  private func apply(_ act: Journal.Act) throws(FileError) {
    switch try application.apply(act) {
    case .done: break
    case .changedMeanwhile: throw .changedMeanwhile(path: application.root.path(of: act.path.text))
    }
  }

  /// Puts back what was there, latest first, and takes away the folders that were made.
  ///
  /// Where this fails too, as on a disk that has just become full, one of the two journals stays to be carried out later.
  private func undo(_ edits: ArraySlice<PlannedEdit>) throws(FileError) {
    var acts: [Journal.Act] = []
    for (index, edit) in edits.enumerated().reversed() {
      let staged = "undo-\(index + 1)"
      acts += edit.undoing(staged: staged)
      if let file = edit.standing.file {
        try application.staging.createFile(staged, file.bytes, permissions: file.permissions)
      }
    }
    try application.staging.decide(on: Journal(root: journal.root, acts: acts), in: state)
    try state.flush()
    for act in acts { _ = try application.didApply(act) }
    for edit in edits.reversed() { application.root.removeEmptyFolders(madeFor: edit) }
    try application.flushFolders(of: acts.map(\.path))
    try state.close()
  }
}

extension FileError {
  /// Whether the error is that somebody else has written at the same time, so that what stands there is theirs.
  fileprivate var isMeddling: Bool {
    if case .changedMeanwhile = self { true } else { false }
  }
}

extension PlannedEdit {
  /// The acts that lead back, with what stood at the path staged as `staged`.
  fileprivate func undoing(staged: String) -> [Journal.Act] {
    switch (act, contents) {
    case (.put(_, let path, nil, let after), _):
      return [.remove(path: path, before: after)]
    case (.put(_, let path, let before?, let after), _):
      return [.put(staged: staged, path: path, before: after, after: before)]
    case (.remove(let path, let before), _):
      return [.put(staged: staged, path: path, before: nil, after: before)]
    case (.putFolder(_, let path), .folder(let files)):
      return files.compactMap { file in
        guard let inside = try? RelativePath(path.text + "/" + file.name) else { return nil }
        return .remove(path: inside, before: Fingerprint(file.bytes))
      }
    case (.putFolder, _):
      return []
    }
  }
}

extension Folder {
  /// Makes `journal` what has to be done, from one moment to the next. This folder is the staging folder.
  fileprivate func decide(on journal: Journal, in state: borrowing Folder) throws(FileError) {
    try createFile("journal", journal.bytes)
    try flush()
    try rename("journal", to: "journal", in: state)
  }

  /// Removes the folders that are empty now and were not there before `edit`.
  fileprivate func removeEmptyFolders(madeFor edit: PlannedEdit) {
    var made = edit.act.path.folders
    if case .putFolder(_, let path) = edit.act { made.append(path.name) }
    while made.count > edit.standing.folderCount, let name = made.popLast() {
      try? folder(made).removeFolder(name)
    }
  }
}
