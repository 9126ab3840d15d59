import PlanModel

/// A user story that lacks its role or its want.
///
/// QUS "well-formed" (Lucassen, Dalpiaz, van der Werf, Brinkkemper: "Improving agile requirements: the Quality User Story
/// framework and tool", Requirements Engineering 21, 2016): a user story includes at least a role and a means.
enum StoryForm: StoryRule {
  static let rule = Rule.storyForm

  static func findings(in story: WordedStory) -> [Finding] {
    guard let parts = story.userStory else { return [] }
    let wording = story.wordings[parts.wording]
    if parts.role == nil { return [wording.finding(.noRole, at: parts.words.lowerBound, in: story.file)] }
    if parts.want == nil || !parts.isWantSaid {
      return [wording.finding(.noWant, at: parts.words.lowerBound, in: story.file)]
    }
    return []
  }
}
