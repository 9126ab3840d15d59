import PlanModel

/// What rules about a whole plan keep of a story, so that its words are gone through once.
struct StoryDigest: Sendable {
  let id: ID<Story>
  let title: String
  let file: String
  let intent: ID<Intent>?
  /// Where the narrative begins, or else the title.
  let line: Int
  let column: Int
  let hasNarrative: Bool
  let isUserStory: Bool
  /// The role and the want; without them the title.
  let likeness: Likeness
  let limits: [Limit]

  init(_ story: WordedStory) {
    id = story.story.id
    title = story.story.title
    file = story.file
    intent = story.story.intent
    let narrative = story.wordings.first { $0.passage.role == .narrative }?.passage
    line = narrative?.line ?? story.story.titleLine
    column = narrative?.column ?? 1
    hasNarrative = narrative != nil
    isUserStory = story.userStory != nil
    limits = Limit.limits(in: story.wordings, of: story.file)
    if let parts = story.userStory, let want = parts.want {
      let text = story.wordings[parts.wording].text
      likeness = Likeness([parts.role, want].compactMap { $0 }.map { (text, $0) })
    } else {
      let words = WordedText(story.story.title)
      likeness = Likeness([(words, words.words.indices)])
    }
  }
}

/// A story that was judged: what was found in it, and what is kept for the rules about the plan.
package struct StoryJudgement: Sendable {
  let findings: [Finding]
  let digest: StoryDigest?
}
