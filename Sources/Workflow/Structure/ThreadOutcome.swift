package import PlanModel

/// The thread through one item, or through some statements: up to what was said, down to what was built and shown.
package struct ThreadOutcome: Sendable {
  /// What was asked about.
  package var subject: Subject
  /// The statements of the thread by source, in their order.
  package var said: [ThreadSource] = []
  package var intents: [CitingItem] = []
  package var epics: [CitingItem] = []
  package var stories: [StoryThread] = []
  package var decisions: [Decision] = []
  /// What carries the statements, on the thread or not.
  package var carriers: [CitingItem] = []
  /// How the statements went.
  package var counts = FateCounts()
  package var unreadable: [Finding] = []
  /// Whether the history of this clone is cut short, and commits and verdicts may be missing.
  package var isIncomplete = false

  package enum Subject: Hashable, Sendable {
    case statements(Citation)
    case item(ItemID)
  }
}

/// The statements of one source that a thread begins with.
package struct ThreadSource: Sendable {
  package var source: Source
  package var statements: [ThreadStatement]
}

package struct ThreadStatement: Sendable {
  package var line: Int
  package var statement: Statement
  package var stretch: Stretch
}

/// A story of a thread, with what was done and is known of it.
package struct StoryThread: Sendable {
  package var story: Story
  package var work: StoryWork
  package var signOffs: [SignOff]
  /// What is other now than where the last verdict was recorded.
  package var changes: Set<VerdictChange> = []

  /// The statements that a part of it cites, each run once.
  package func citations(in part: ItemPart) -> [Citation] {
    var seen: Set<Citation> = []
    return CitingItem(story).places.filter { $0.part == part && seen.insert($0.citation).inserted }.map(\.citation)
  }
}

/// Why a verdict may not hold any more.
package enum VerdictChange: String, CaseIterable, Sendable {
  /// The criteria say something else, or are held to other conditions.
  case criteria
  /// A file outside of the plan is other.
  case code
}
