package import PlanModel
package import Workflow

/// Stories for an agent to choose from, one a line.
package enum StandingsView {
  /// - Parameters:
  ///   - next: what asks for the page behind this one.
  ///   - total: how many there are on all pages.
  package static func text(_ stories: [StoryStanding], total: Int, next: String?, unreadable: [Finding]) -> String {
    var head = "\(Phrase.count(total, "story", "stories")), \(stories.count) shown"
    if let next { head += "; the next ones: cursor \"\(next)\"" }
    head += "\n"
    if !unreadable.isEmpty {
      head += "\(Phrase.count(unreadable.count, "file")) could not be read: git handoff check\n"
    }
    guard !stories.isEmpty else { return head }
    return head + Material.fenced(stories.map(line).joined(separator: "\n"), from: "the plan")
  }

  private static func line(_ story: StoryStanding) -> String {
    let state = story.isReady ? "ready, may begin" : story.status.rawValue
    var line = "\(story.item.id)  \(state)  \(Sanitiser.line(story.item.title))"
    if !story.blockers.isEmpty { line += "; blocked by \(Phrase.list(story.blockers.map { "\($0.reference)" }))" }
    if !story.waitsFor.isEmpty { line += "; waits for \(Phrase.list(story.waitsFor.map(\.description)))" }
    return line
  }
}
