import Git
import PlanFiles
package import PlanModel

/// A story, and what is in the way of beginning with it.
package struct StoryStanding: Sendable {
  package var item: ItemSummary
  package var status: StoryStatus
  /// Questions that have to be answered first.
  package var blockers: [OpenQuestion]
  /// Stories that have to be shipped first.
  package var waitsFor: [ID<Story>]
  /// The paths that it names.
  package var paths: [String]

  package init(
    item: ItemSummary, status: StoryStatus, blockers: [OpenQuestion] = [], waitsFor: [ID<Story>] = [],
    paths: [String] = []
  ) {
    self.item = item
    self.status = status
    self.blockers = blockers
    self.waitsFor = waitsFor
    self.paths = paths
  }

  /// Whether somebody may begin with it now.
  package var isReady: Bool { status == .ready && blockers.isEmpty && waitsFor.isEmpty }
}

package struct StandingsOutcome: Sendable {
  /// What is worked on first, what is over last; by title within that.
  package var stories: [StoryStanding]
  /// Files that could not be read, so that nothing is missing unseen.
  package var unreadable: [Finding]

  package init(stories: [StoryStanding], unreadable: [Finding]) {
    self.stories = stories
    self.unreadable = unreadable
  }
}

/// A story as somebody who works on it calls it.
package enum StoryName: Hashable, Sendable {
  /// The one that the branch is named after.
  case current
  /// The first that somebody may begin with.
  case next
  case id(String)

  package init(_ text: String?) {
    switch text {
    case nil, "", "current": self = .current
    case "next": self = .next
    case .some(let text): self = .id(text)
    }
  }
}

extension Workspace {
  /// All stories, and what is in the way of each. Nothing is written.
  package func standings() throws(Failure) -> StandingsOutcome {
    let reader = try plan()
    var findings: [Finding] = []
    let stories: [Story] = reader.items(&findings)
    let intents: [Intent] = reader.items(&findings)
    let shipped = Set(stories.filter { $0.status == .shipped }.map(\.id))
    let blocking = Dictionary(
      intents.map { ($0.id, $0.openQuestions.filter(\.question.isBlocking)) }, uniquingKeysWith: { one, _ in one })
    let ordered = StoryStatus.listOrder.flatMap { status in
      stories.filter { $0.status == status }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }
    let standings = ordered.map { story in
      StoryStanding(
        item: ItemSummary(story), status: story.status,
        blockers: story.openQuestions.filter(\.question.isBlocking) + (story.intent.flatMap { blocking[$0] } ?? []),
        waitsFor: story.dependsOn.filter { !shipped.contains($0) }, paths: story.anchors.map(\.path))
    }
    return StandingsOutcome(stories: standings, unreadable: findings.filter(\.keepsFromReading))
  }

  /// The story that a name means.
  package func story(meant name: StoryName) throws(Failure) -> ID<Story> {
    switch name {
    case .id(let text): return try id(text, of: Story.self)
    case .current:
      let head = try git { () throws(GitError) in try repository.head() }
      if let id = head.branch.flatMap(Story.id(inBranch:)) { return id }
      let branch = head.branch.map { "the branch \($0)" } ?? "a detached HEAD"
      throw Failure(
        .invalidValue(
          field: "story", value: "current", expected: "a branch named after its story, and this is \(branch)"),
        hints: [.run("git handoff list"), .run("git handoff start <story>")])
    case .next:
      if let next = try standings().stories.first(where: \.isReady), let id = ID<Story>(next.item.id) { return id }
      throw Failure(
        .invalidValue(field: "story", value: "next", expected: "a story that is ready, and none is"),
        hints: [.run("git handoff list --status draft"), .run("git handoff questions --blocking")])
    }
  }

  /// What is in the way of a story.
  package func blockers(ofStory id: ID<Story>) throws(Failure) -> [OpenQuestion] { try blockers(of: id.any) }
}
