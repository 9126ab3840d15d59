/// A lock of its own name in a folder, for what takes longer than a change of files may wait for.
///
/// The kernel drops it when the process ends, however it ends.
package struct FileLock: ~Copyable {
  private let lock: StoreLock

  /// Takes the lock, trying for as long as `patience`; the folder is made where it is missing.
  package init(_ name: String, in directory: String, patience: Duration) throws(FileError) {
    try FileSystem.createDirectory(directory)
    let folder = try Folder(opening: directory, observedBy: { (_) throws(FileError) in })
    lock = try StoreLock(in: folder, named: name, patience: patience)
  }

  /// Lets others take the lock.
  package func release() { lock.release() }
}
