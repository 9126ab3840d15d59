package import Git
package import PlanModel

/// What conditions are judged against: the tree of the judged commit, and a story's own changes.
///
/// An implementation may throw whatever keeps it from reading; nothing here catches it.
package protocol Subject: CodeTree {
  /// The commit that is judged.
  var commit: ObjectID { get }
  /// That commit's tree.
  var tree: ObjectID { get }

  /// The commits that are linked to `story` within the range that is judged, oldest first.
  func commits(of story: ID<Story>) throws -> [StoryCommit]

  /// Whether more commits of `story` may lie beyond the border of a shallow clone.
  func mayLackCommits(of story: ID<Story>) throws -> Bool

  /// The tree before the first of these commits of one story, which are the oldest first, that changes more than the plan:
  /// that of its first parent, an empty one before a root commit. Without one it is the judged one.
  func tree(before commits: [StoryCommit]) throws -> any CodeTree

  /// Whether lines that the change adds or removes may hold these bytes, which are UTF-8: for less than comparing costs.
  func mayTouch(_ words: [UInt8], in change: FileChange) throws -> Bool

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

  /// Whether it writes into the plan alone, which is no work on what the plan is about.
  package var isOfPlan: Bool { !changes.isEmpty && changes.allSatisfy(\.isOfPlan) }
}

extension FileChange {
  /// Whether only the plan changes.
  package var isOfPlan: Bool { path.hasPrefix(".handoff/") && oldPath?.hasPrefix(".handoff/") != false }
}
