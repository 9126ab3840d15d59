package import Git
package import PlanModel

/// What conditions are judged against: the tree of the judged commit, and a story's own changes.
///
/// An implementation may throw whatever keeps it from reading; nothing here catches it.
package protocol Subject {
  /// The commit that is judged.
  var commit: ObjectID { get }
  /// That commit's tree.
  var tree: ObjectID { get }

  /// Every file of the tree, sorted by path.
  func files() throws -> [TreeEntry]

  /// The whole contents of a file of the tree, or nil when it has more than `limit` bytes.
  func contents(of file: TreeEntry, limit: Int) throws -> [UInt8]?

  /// The commits that are linked to `story` within the range that is judged, oldest first.
  func commits(of story: ID<Story>) throws -> [StoryCommit]

  /// The lines that one of those commits' changes adds and removes.
  func lines(of change: FileChange) throws -> LineChanges

  /// Where the file that lies at `path` in `commit`, one that the judged commit can reach, is in the judged tree; nil when
  /// it is not there any more.
  func currentPath(of path: String, since commit: ObjectID) throws -> String?
}

/// A commit that is linked to a story, with what it changes.
package struct StoryCommit: Hashable, Sendable {
  package var id: ObjectID
  package var isMerge: Bool
  /// Against the first parent, renames followed; a root commit's against the empty tree.
  package var changes: [FileChange]

  package init(id: ObjectID, isMerge: Bool = false, changes: [FileChange]) {
    self.id = id
    self.isMerge = isMerge
    self.changes = changes
  }
}
