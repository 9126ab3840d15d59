import FileSystem
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
  /// Whether its branch is checked out in another work tree, where somebody works on it.
  package var isTaken = false

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
  package var isReady: Bool { status == .ready && blockers.isEmpty && waitsFor.isEmpty && !isTaken }
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
    let taken = storiesOfOtherWorkTrees
    let standings = ordered.map { story in
      var standing = StoryStanding(
        item: ItemSummary(story), status: story.status,
        blockers: story.openQuestions.filter(\.question.isBlocking) + (story.intent.flatMap { blocking[$0] } ?? []),
        waitsFor: story.dependsOn.filter { !shipped.contains($0) }, paths: story.anchors.map(\.path))
      standing.isTaken = taken.contains(story.id)
      return standing
    }
    return StandingsOutcome(stories: standings, unreadable: findings.filter(\.keepsFromReading))
  }

  /// The stories that the branches of other work trees of this repository are named after (gitrepository-layout(5)).
  private var storiesOfOtherWorkTrees: Set<ID<Story>> {
    let common = location.commonDirectory
    let others = ((try? FileSystem.list("\(common)/worktrees")) ?? []).map { "\(common)/worktrees/\($0.name)" }
    let heads = ([common] + others).filter { $0 != location.gitDirectory }.compactMap { folder in
      try? FileSystem.read("\(folder)/HEAD", limit: 4096)
    }
    return Set(
      heads.compactMap { head in
        let text = String(decoding: head, as: UTF8.self)
        guard text.hasPrefix("ref: refs/heads/") else { return nil }
        return Story.id(inBranch: String(text.dropFirst(16).prefix { $0 != "\n" }))
      })
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
