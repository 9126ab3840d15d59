import CodeIndex
package import Git
import PlanFiles
package import PlanModel
package import Verification

/// The stories that the commits of a range are for, judged as the code stands at its end.
package struct Release: Sendable {
  package var range: VerifiedRange
  /// What the release is called: the end of the range as it was asked for, else a short commit.
  package var name: String
  /// When its last commit was made.
  package var moment: Timestamp
  package var stories: [ReleasedStory]
  /// Commits that no story explains, that need one and change more than the plan.
  package var unlinked: [Commit]
  /// How many commits there are.
  package var commits: Int
  /// Whether the range is cut short: its first commits lie beyond the border of a shallow clone.
  package var isIncomplete = false
}

/// A story of a release: what was promised, what is known of it, and what was done.
package struct ReleasedStory: Sendable {
  package var story: Story
  package var report: StoryReport
  /// Its commits in the range that change more than the plan, oldest first.
  package var commits: [Commit]
  /// Pages for people that its commits change.
  package var guidance: [String]
}

/// Which commits are looked at.
package struct ReleaseOptions: Sendable {
  /// `A..B`, a revision for what came since the tag before it, or a story; nil for what came since the last tag.
  package var revision: String?
  /// Reports of tests and of coverage for the end of the range.
  package var results: [String] = []

  package init() {}
}

extension Workspace {
  /// Judges what the commits of a range were for. Stories are held to their criteria as they are worded at its end.
  func release(_ options: ReleaseOptions) throws(Failure) -> Release {
    var verifying = VerifyOptions()
    verifying.results = options.results
    if let text = options.revision, let story = try storyNamed(text) {
      let outcome = try verify(story: story, verifying)
      return try release(outcome, named: outcome.range.tip.short, RangeMemory(self))
    }
    let (base, tip, name) = try releasedRange(options.revision)
    let commits = try git { () throws(GitError) in
      try repository.commits(reachableFrom: [tip], notFrom: base.map { [.commit($0)] } ?? [])
    }
    // The rules are those of the end: the range is over, and holds nothing back.
    let range = VerifiedRange(base: tip, tip: tip, name: name)
    let memory = try RangeMemory(self)
    let outcome = try verify(range, commits: commits, verifying, memory: memory)
    var release = try release(outcome, named: Self.name(at: name) ?? tip.short, memory)
    release.range.base = base
    return release
  }

  private func release(
    _ outcome: VerifyOutcome, named name: String, _ memory: RangeMemory
  ) throws(Failure) -> Release {
    let unlinked = outcome.commits.filter(\.isUnlinked).map(\.commit)
    let end = try git { () throws(GitError) in
      try memory.readChanges(of: outcome.stories.flatMap(\.commits) + unlinked.map(\.id), in: repository)
      return try repository.commit(outcome.range.tip).committer
    }
    let work = Self.work(in: outcome)
    let reader = try plan(of: outcome.range.tip)
    var stories: [ReleasedStory] = []
    for report in outcome.stories {
      guard let story = try tree({ () throws(PlanTreeError) in try reader.item(report.id) })?.item else { continue }
      let commits = work[report.id] ?? []
      // What was only planned or signed off is not in it; a story that is asked for by its id is always told of.
      if commits.isEmpty, ItemID(outcome.range.name) == nil, !outcome.isIncomplete { continue }
      stories.append(
        ReleasedStory(story: story, report: report, commits: commits, guidance: memory.guidance(in: commits)))
    }
    return Release(
      range: outcome.range, name: name, moment: Timestamp(seconds: end.seconds, offset: end.offset), stories: stories,
      unlinked: unlinked.filter(memory.changesCode), commits: outcome.commits.count, isIncomplete: outcome.isIncomplete)
  }

  // MARK: Which commits

  private func releasedRange(_ text: String?) throws(Failure) -> (base: ObjectID?, tip: ObjectID, name: String) {
    if let text, text.contains("..") {
      let range = try range(text)
      return (range.base, range.tip, text)
    }
    let tip = try commit(text ?? "HEAD")
    guard let tag = try tagBefore(tip) else { return (nil, tip, text ?? "HEAD") }
    return (try commit(tag), tip, "\(tag)..\(text ?? "HEAD")")
  }

  /// The last tag that the history of a commit has behind it (git-describe(1)).
  private func tagBefore(_ tip: ObjectID) throws(Failure) -> String? {
    let parents = try git { () throws(GitError) in try repository.commit(tip).parents }
    guard let parent = parents.first else { return nil }
    do {
      return try repository.git.line(of: ["describe", "--tags", "--abbrev=0", parent.hex])
    } catch {
      // It fails where there is no tag.
      return nil
    }
  }

  /// The end of a range, where it is a name that people know.
  private static func name(at words: String) -> String? {
    let end = words.firstRange(of: "..").map { words[$0.upperBound...].drop { $0 == "." } } ?? words[...]
    let isName =
      !end.isEmpty && end != "HEAD" && !end.contains { "~^@{:".contains($0) } && !end.allSatisfy(\.isHexDigit)
    return isName ? String(end) : nil
  }

  /// The commits that each story is judged by, as far as they are of the range, oldest first.
  private static func work(in outcome: VerifyOutcome) -> [ID<Story>: [Commit]] {
    let judged = Dictionary(outcome.stories.map { ($0.id, Set($0.commits)) }) { one, _ in one }
    return outcome.commits.reduce(into: [:]) { work, linked in
      for story in linked.stories where judged[story]?.contains(linked.commit.id) == true {
        work[story, default: []].append(linked.commit)
      }
    }
  }
}

extension RangeMemory {
  fileprivate func changesCode(_ commit: Commit) -> Bool {
    changes[commit.id].map { !$0.changes.allSatisfy(\.isOfPlan) } ?? true
  }

  /// The pages for people that commits change, but for merges.
  fileprivate func guidance(in commits: [Commit]) -> [String] {
    Set(paths(changedBy: commits.lazy.filter { !$0.isMerge }).filter(PathTraits.areOfGuidance)).sorted()
  }
}
