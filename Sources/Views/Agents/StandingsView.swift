package import PlanModel
package import Workflow

/// Stories for an agent to choose from, one a line.
package enum StandingsView {
  /// - Parameters:
  ///   - next: what asks for the page behind this one.
  ///   - total: how many there are on all pages.
  ///   - budget: in tokens, of the whole.
  ///   - nothing: what can be done where there is none to show; lines of the program's own words and ids.
  package static func text(
    _ stories: [StoryStanding], total: Int, next: String?, unreadable: [Finding], nothing: String = "",
    budget: Int
  ) -> String {
    var head = "\(Phrase.count(total, "story", "stories")), \(stories.count) shown"
    if let next { head += "; the next ones: cursor \"\(next)\"" }
    head += "\n"
    if !unreadable.isEmpty {
      head += "\(Phrase.count(unreadable.count, "file")) could not be read: git handoff check\n"
    }
    guard !stories.isEmpty else { return head + nothing }
    return head
      + Material.fenced(
        stories.map(line).joined(separator: "\n"), from: "the plan", within: budget - TokenEstimate.tokens(in: head),
        more: "For the rest: story_list with a smaller limit, or with words of the title as query.")
  }

  /// What can be done where no story is to be shown.
  ///
  /// - Parameters:
  ///   - others: how many stories there are that were not asked for.
  ///   - sources: what was said, of which stories could be drafted.
  package static func nextStep(others: Int, sources: [ItemID]) -> String {
    if others > 0 {
      let count = Phrase.count(others, "other story", "other stories")
      return "\(count): story_list without ready, status, touches and query.\n"
    }
    if sources.isEmpty { return "Nothing was said yet either: a person takes it in (git handoff intake <file>).\n" }
    let said = Phrase.list(sources.map(\.description), "or")
    return "There is something said to draft from: item_read \(said), then plan_propose.\n"
  }

  private static func line(_ story: StoryStanding) -> String {
    let state = story.isReady ? "ready, may begin" : story.status.rawValue + (story.isTaken ? ", taken" : "")
    var line = "\(story.item.id)  \(state)  \(Sanitiser.line(String(story.item.title.prefix(200))))"
    if !story.blockers.isEmpty { line += "; blocked by \(Phrase.list(story.blockers.map { "\($0.reference)" }))" }
    if !story.waitsFor.isEmpty { line += "; waits for \(Phrase.list(story.waitsFor.map(\.description)))" }
    if story.isTaken { line += "; its branch is checked out in another work tree" }
    return line
  }
}
