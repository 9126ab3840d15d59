package import PlanModel

/// Finds the stories that a commit most probably belongs to, by its words and the paths that it changes.
package struct StoryFinder: Sendable {
  /// From here on a suggestion is worth a line that nobody asked for: on the issues and commits of two projects it is
  /// the right one in 0.90 and 0.95 of cases, and where the right one is not among the stories, one in five commits
  /// is near another one (Benchmarks/suggest).
  package static let nearness: Float = 0.3

  /// What is farther away has next to nothing in common with the commit.
  package static let floor: Float = 0.1

  /// How much of the way to 1 the score goes when every changed path is one that the story names.
  private static let pathShare: Float = 0.3

  package enum Depth: Sendable {
    /// Titles and criteria's titles: enough for a hint.
    case brief
    case whole
  }

  private let stories: [Story]
  private let index: SimilarityIndex
  /// For each story the files that it names.
  private let places: [[Glob]]

  package init(_ stories: [Story], depth: Depth = .whole) {
    self.stories = stories
    index = SimilarityIndex(stories.map { Array(Self.text(of: $0, depth).utf8) })
    places = stories.map { $0.anchors.map { Glob($0.path) } }
  }

  /// The title counts twice, and what comes first counts most: long texts are not compared to their end.
  private static func text(of story: Story, _ depth: Depth) -> String {
    var parts = [story.title, story.title]
    if depth == .whole { parts.append(story.narrative) }
    for criterion in story.criteria {
      parts.append(criterion.title)
      if depth == .whole { parts.append(criterion.text) }
    }
    if depth == .whole {
      parts += story.quotations.map(\.text)
      for section in story.sections { parts += [section.title, section.text] }
    }
    return parts.joined(separator: "\n")
  }

  /// The stories that are nearest to a commit, the nearest first.
  ///
  /// - Parameters:
  ///   - words: the commit's message without ids and trailers.
  ///   - paths: the files that it changes; those of the plan say nothing.
  package func suggestions(for words: String, paths: [String], limit: Int) -> [StorySuggestion] {
    var scores = [Float](repeating: 0, count: stories.count)
    for near in index.nearest(to: Array(words.utf8), limit: stories.count) { scores[near.text] = near.similarity }
    let code = paths.filter { !$0.hasPrefix(".handoff/") }
    if !code.isEmpty {
      for (story, globs) in places.enumerated() where !globs.isEmpty {
        let named = code.count { path in globs.contains { $0.matches(path) } }
        scores[story] += (1 - scores[story]) * Self.pathShare * Float(named) / Float(code.count)
      }
    }
    let order = scores.indices.filter { scores[$0] >= Self.floor }.sorted { (scores[$0], $1) > (scores[$1], $0) }
    return order.prefix(limit).map { place in
      let story = stories[place]
      return StorySuggestion(story: story.id, title: story.title, status: story.status, score: min(scores[place], 1))
    }
  }
}
