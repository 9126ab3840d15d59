import PlanModel

/// Two stories that ask for the same.
///
/// QUS "unique" and "conflict-free" (Lucassen et al. 2016): no two stories of a set are the same or too alike.
enum SimilarStories: PlanRule {
  static let rule = Rule.similarStories
  /// Words that more stories share than this tell nothing, and are not looked up: time stays in the size of the plan.
  private static let common = 50

  static func findings(in plan: WordedPlan) -> [Finding] {
    var seen: [Likeness: Int] = [:]
    var places: [UInt64: [Int]] = [:]
    let likenesses = plan.stories.map(likeness)
    var findings: [Finding] = []
    for (index, own) in likenesses.enumerated() where own.words.count > 2 {
      let near = seen[own] ?? near(own, places, likenesses)
      if let near {
        let other = plan.stories[near]
        let problem = QualityProblem.similarStory(other: other.id.description, title: other.title)
        let story = plan.stories[index]
        let place = story.passages.first { $0.role == .narrative }
        findings.append(
          Finding(
            .quality(problem), path: story.file, line: place?.line ?? story.titleLine, column: place?.column ?? 1))
      }
      guard seen[own] == nil else { continue }
      seen[own] = index
      for word in own.words where places[word, default: []].count <= common { places[word, default: []].append(index) }
    }
    return findings
  }

  private static func near(_ own: Likeness, _ places: [UInt64: [Int]], _ all: [Likeness]) -> Int? {
    var tried: Set<Int> = []
    // Stories that agree in 85 of 100 words agree in one of the rarest.
    for word in own.words {
      guard let candidates = places[word], candidates.count <= common else { continue }
      for candidate in candidates where tried.insert(candidate).inserted && all[candidate].isLike(own) {
        return candidate
      }
    }
    return nil
  }

  /// The role and the want; without them the title.
  private static func likeness(of story: Story) -> Likeness {
    for passage in story.passages where passage.role == .narrative {
      let text = WordedText(passage.bytes)
      guard let parts = UserStory(text), let want = parts.want else { continue }
      let words = text.words.indices.filter { index in
        let range = text.words[index].range
        return want.overlaps(range) || parts.role?.overlaps(range) ?? false
      }
      return Likeness(words.map { (text, $0..<$0 + 1) })
    }
    let title = WordedText(story.title)
    return Likeness([(title, title.words.indices)])
  }
}
