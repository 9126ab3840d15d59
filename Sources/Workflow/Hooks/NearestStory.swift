import Drafting
import PlanFiles
import PlanModel

extension Workspace {
  /// In a plan of more stories, whatever their state, none is looked for: reading and comparing one takes about a tenth
  /// of a millisecond, and nobody should wait for a hint.
  private static let mostStoriesForHint = 200

  /// The story that a message without one is near: by titles and criteria of the stories that take work, all of which
  /// are read for it. A message that names its story never comes here.
  func nearestStory(to message: String, _ reader: PlanReader) throws(Failure) -> StorySuggestion? {
    let folder = reader.folder(of: .story)
    guard let entries = try? reader.tree.entries(in: folder), entries.count <= Self.mostStoriesForHint else {
      return nil
    }
    var findings: [Finding] = []
    let stories: [Story] = reader.items(&findings).filter(\.status.acceptsWork)
    let finder = StoryFinder(stories, depth: .brief)
    let near = finder.suggestions(for: MessageWords.text(of: message), paths: [], limit: 1).first
    return near.flatMap { $0.score >= StoryFinder.nearness ? $0 : nil }
  }
}
