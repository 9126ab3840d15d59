/// Reads the objects of one repository: the seam between ``Repository`` and what it reads with.
///
/// Every method throws ``GitError/missingObject(_:)`` for an object that is not there, as in a partial clone, and
/// ``GitError/wrongKind(_:expected:)`` for one of another kind.
protocol ObjectReader {
  /// Nil when there is no such object.
  func kind(of id: ObjectID) throws(GitError) -> ObjectKind?

  /// The commit that `id` is, or that the tag `id` leads to; nil when it leads to something else.
  func commitID(peeling id: ObjectID) throws(GitError) -> ObjectID?

  /// At the border of a shallow clone, a commit has no parents, as git itself shows it.
  func commit(_ id: ObjectID) throws(GitError) -> Commit

  /// What `path` is in the tree of `commit`; nil when it is a folder or not there.
  func entry(at path: String, in commit: ObjectID) throws(GitError) -> TreeEntry?

  /// All files below `folder`, or all there are, sorted by the bytes of their paths.
  func files(in commit: ObjectID, under folder: String?) throws(GitError) -> [TreeEntry]

  /// Throws ``GitError/objectTooLarge(_:bytes:limit:)`` before anything is read; of a size that is known there is no limit.
  func blob(_ id: ObjectID, limit: Int?) throws(GitError) -> [UInt8]

  /// From the tree of one commit to that of another, sorted by path; from nil, everything is added.
  func changes(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [FileChange]

  /// From one blob to another; nil stands for no lines.
  func lineChanges(from old: ObjectID?, to new: ObjectID?, limit: Int) throws(GitError) -> LineChanges
}
