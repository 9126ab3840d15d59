/// One thing done to the disk on the way through a change. Paths are full.
package enum Step: Hashable, Sendable {
  case createFile(path: String)
  /// The contents are about to be written to the file, which is there and empty.
  case write(path: String)
  /// What was written is about to be made durable.
  case flush(path: String)
  case createFolder(path: String)
  case rename(path: String, to: String)
  case remove(path: String)
}

/// Is told each step before it is taken; throwing keeps the step from being taken, as a failing disk would.
///
/// Tests hand one to a `Store` to fail at one step, or at all from one on, which is what a crash looks like from outside.
package typealias StepObserver = @Sendable (Step) throws(FileError) -> Void
