import PlanModel

/// Two stories that ask for the same.
///
/// QUS "unique" and "conflict-free" (Lucassen et al. 2016): no two stories of a set are the same or too alike.
enum SimilarStories: PlanRule {
  static let rule = Rule.similarStories
  /// Words that more stories share than this tell nothing, and are not looked up: time stays in the size of the plan.
  private static let common = 50

  static func findings(in plan: WordedPlan) -> [Finding] {
    var frequencies: [UInt64: Int] = [:]
    for story in plan.stories { for word in story.likeness.words { frequencies[word, default: 0] += 1 } }
    var seen: [Likeness: Int] = [:]
    var places: [UInt64: [Int]] = [:]
    var findings: [Finding] = []
    for (index, story) in plan.stories.enumerated() where story.likeness.words.count > 2 {
      let telling = telling(story.likeness, frequencies)
      let known = seen[story.likeness]
      if let near = known ?? near(story.likeness, telling, places, plan.stories) {
        let other = plan.stories[near]
        let problem = QualityProblem.similarStory(other: other.id.description, title: other.title)
        findings.append(Finding(.quality(problem), path: story.file, line: story.line, column: story.column))
      }
      guard known == nil else { continue }
      seen[story.likeness] = index
      for word in telling where (places[word]?.count ?? 0) < common { places[word, default: []].append(index) }
    }
    return findings
  }

  /// The rarest words: of two texts that agree in 85 of 100 words, these cannot all differ (prefix filtering, Chaudhuri,
  /// Ganti, Kaushik, ICDE 2006).
  private static func telling(_ own: Likeness, _ frequencies: [UInt64: Int]) -> ArraySlice<UInt64> {
    let rarest = own.words.sorted { (frequencies[$0] ?? 0, $0) < (frequencies[$1] ?? 0, $1) }
    return rarest.prefix(own.words.count - (own.words.count * 85 + 99) / 100 + 1)
  }

  private static func near(
    _ own: Likeness, _ telling: ArraySlice<UInt64>, _ places: [UInt64: [Int]], _ stories: [StoryDigest]
  ) -> Int? {
    for word in telling {
      if let near = places[word]?.first(where: { stories[$0].likeness.isLike(own) }) { return near }
    }
    return nil
  }
}
