package import Git
package import PlanModel
package import Verification

/// Which plan a site is made of.
package struct SiteOptions: Sendable {
  /// A branch or commit, as it would read once it is merged into the main branch; nil for the plan as it stands.
  package var revision: String?
  /// Two revisions whose plans are compared, as `diff` takes them; nil for what `revision` brings.
  package var changes: String?

  package init() {}
}

/// A plan that was read, of which nothing else is known yet.
package struct SitePlan: Sendable {
  package var plan: Plan
  /// What tells the bytes of each file of the plan from others, by path.
  package var digests: [String: UInt64]
  /// What tells the program that reads from every other: its version, its file.
  package var reader: String
  /// The folder for what can be made again from the plan; it need not be there.
  package var memory: String

  /// The file for the words of all items.
  package var searchMemory: String { memory + "/search" }
}

/// Everything that the pages of a site say, read once.
package struct SiteOutcome: Sendable {
  package var read: SitePlan
  /// What the repository is called: the name of its folder.
  package var name: String
  package var ledger: Ledger
  /// What could not be read, and so is on no page.
  package var unread: [Finding]
  package var committed: CommittedPlan
  /// The words by which a branch was asked for.
  package var revision: String?
  /// Where the branch and the main branch cannot be merged, so that the branch is shown as it is.
  package var hasConflicts = false
  /// Whether the history ends at the border of a shallow clone: work, evidence and releases may lie behind it.
  package var isIncomplete = false
  package var roadmap: RoadmapOutcome
  /// What the plan says otherwise between two revisions; nil where none were asked for.
  package var changes: DiffOutcome?
  package var forge: Forge?

  package var plan: Plan { read.plan }
  package var commit: Commit? { committed.commit }
  package var reports: [ID<Story>: StoryReport] { committed.reports }
  package var work: [ID<Story>: [Commit]] { committed.work }
  package var unexplained: Int { committed.unexplained }
  package var history: [ItemID: [ItemChange]] { committed.history }
  package var releases: [PlanRelease] { committed.releases }

  package var blockers: [ID<Story>: [OpenQuestion]] {
    let ofEpic = plan.intentsOfEpics
    let intents = Dictionary(plan.intents.map { ($0.id, $0.openQuestions.filter(\.question.isBlocking)) }) { $1 }
    var blockers: [ID<Story>: [OpenQuestion]] = [:]
    for story in plan.stories where story.status != .shipped && story.status != .dropped {
      let own = story.openQuestions.filter(\.question.isBlocking)
      let all = own + (story.intent(ofEpic).flatMap { intents[$0] } ?? [])
      if !all.isEmpty { blockers[story.id] = all }
    }
    return blockers
  }
}

/// A commit that changed the file of an item, or signed one of its criteria.
package struct ItemChange: Hashable, Sendable {
  package var commit: ObjectID
  package var author: String
  package var day: String
  package var subject: String
}

/// The stories that came with a tag, or since the last one.
package struct PlanRelease: Hashable, Sendable {
  /// The tag; nil for what is in none yet.
  package var tag: String?
  package var day: String
  package var stories: [ID<Story>]
  package var commits: Int
}
