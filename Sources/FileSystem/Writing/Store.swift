/// Carries out changes to files so that each happens wholly or not at all, whatever is interrupted: the process, the disk,
/// the power. One process at a time writes; the others wait.
///
/// A change that was cut short after the moment of decision is finished by the next `commit` or `recover`.
package struct Store: Sendable {
  /// Where the lock, the journal and staged files are kept: `handoff` in git's common folder.
  package let stateDirectory: String
  /// How long to wait for another process to finish.
  package let patience: Duration
  private let observe: StepObserver

  /// A store that keeps its state in `stateDirectory`, which is made when needed, though not the folder above it.
  package init(
    stateDirectory: String, patience: Duration = .seconds(10),
    observedBy observe: @escaping StepObserver = { (_) throws(FileError) in }
  ) {
    self.stateDirectory = stateDirectory
    self.patience = patience
    self.observe = observe
  }

  /// Carries `change` out, and what was interrupted before it. When it throws, nothing has changed.
  ///
  /// Throws `changedMeanwhile` when a file is not as expected, `locked` when another process does not finish,
  /// `symbolicLink` and `invalidPath` for paths that would lead out of the root. A file that would stay the same is not
  /// written. Should the disk fail in the midst, and fail again while things are put back, what is left is done by `recover`.
  package func commit(_ change: Change) throws(FileError) {
    if change.isEmpty { return }
    try FileSystem.createDirectory(stateDirectory)
    let state = try Folder(opening: stateDirectory, observedBy: observe)
    let lock = try StoreLock(in: state, patience: patience)
    defer { lock.release() }
    _ = try state.finishInterruptedChange()
    try Transaction(change, state: state).run()
  }

  /// Whether a change was interrupted, or is just under way; costs one call.
  package var hasUnfinishedChange: Bool { FileSystem.exists(stateDirectory + "/journal") }

  /// Finishes a change that was interrupted; costs one call when there is none.
  ///
  /// Throws `damagedJournal` once when the journal is not what this program writes; it is then out of the way.
  @discardableResult
  package func recover() throws(FileError) -> Recovery {
    guard hasUnfinishedChange else { return Recovery() }
    let state = try Folder(opening: stateDirectory, observedBy: observe)
    let lock = try StoreLock(in: state, patience: patience)
    defer { lock.release() }
    return try state.finishInterruptedChange()
  }
}
