import PlanModel

/// A user story that does not say what it is good for.
///
/// Mike Cohn, "User Stories Applied" (2004), and QUS "problem-oriented" and "full sentence" (Lucassen et al. 2016): the
/// ends let whoever builds it find a better means.
enum MissingBenefit: StoryRule {
  static let rule = Rule.missingBenefit

  static func findings(in story: WordedStory) -> [Finding] {
    guard let parts = story.userStory, parts.role != nil, let want = parts.want, parts.benefit == nil else { return [] }
    return [story.wordings[parts.wording].finding(.noBenefit, at: want.lowerBound, in: story.file)]
  }
}
