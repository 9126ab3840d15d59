import PlanModel

/// A role that could be anybody, or that is a machine.
///
/// Mike Cohn, "User Stories Applied" (2004), ch. 3, "User Role Modeling", and ch. 14 on stories for one user; QUS
/// "conceptually sound" (Lucassen et al. 2016).
enum GenericRole: StoryRule {
  static let rule = Rule.genericRole

  static func findings(in story: WordedStory) -> [Finding] {
    guard let parts = story.userStory, let role = parts.role else { return [] }
    let wording = story.wordings[parts.wording]
    guard role.allSatisfy({ wording.text.holds(generic, at: $0) }) else { return [] }
    return [wording.finding(rule, role, in: story.file)]
  }

  private static let generic: WordSet = """
    user users end enduser person persons people someone somebody anyone anybody everyone everybody individual human \
    system the application app software product website platform program tool server
    """
}
