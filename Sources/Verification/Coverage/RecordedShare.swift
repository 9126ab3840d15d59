package import Git
package import PlanModel

/// How much of what a story adds was covered, as it was recorded when a report was at hand.
package struct RecordedShare: Hashable, Sendable {
  package var story: ID<Story>
  /// The files that the condition is about.
  package var glob: Glob
  /// Lines.
  package var covered: Int
  /// Lines; one at least.
  package var measured: Int
  /// The content that it was measured on.
  package var tree: ObjectID
  /// A few files with lines of the story that the reports did not have.
  package var unmeasured: [String]

  package init(
    story: ID<Story>, glob: Glob, covered: Int, measured: Int, tree: ObjectID, unmeasured: [String] = []
  ) {
    self.story = story
    self.glob = glob
    self.covered = covered
    self.measured = measured
    self.tree = tree
    self.unmeasured = unmeasured
  }
}
