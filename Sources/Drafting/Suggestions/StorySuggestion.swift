package import PlanModel

/// A story that a commit may belong to.
package struct StorySuggestion: Hashable, Sendable {
  package var story: ID<Story>
  package var title: String
  package var status: StoryStatus
  /// How near the commit is to the story: 0 for nothing in common, 1 for the same words.
  package var score: Float

  package init(story: ID<Story>, title: String, status: StoryStatus, score: Float) {
    self.story = story
    self.title = title
    self.status = status
    self.score = score
  }
}
