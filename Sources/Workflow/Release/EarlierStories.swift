import Git
import PlanModel
import Verification

/// The stories that came before a release, which does not judge them again.
struct EarlierStories {
  /// Those whose last recorded verdict says that they are as asked.
  var shown: Set<ID<Story>> = []
  /// Those that are said to be shipped, and of which no verdict was recorded that decides.
  var unjudged: Set<ID<Story>> = []
  /// What was done last for each, as far as this history knows.
  var lastWork: [ID<Story>: ObjectID] = [:]
}

extension Workspace {
  /// The stories that are in, and not by this release: they are over or shown to be as asked, and all that is known to have
  /// been done for them is behind its end.
  func arrivals(of plan: Plan, before release: Release) throws(Failure) -> EarlierStories {
    let own = Set(release.stories.map(\.story.id))
    // One that nobody has moved on since it was agreed is in all the same, where that was shown.
    let others = plan.stories.filter { [.ready, .active, .shipped].contains($0.status) && !own.contains($0.id) }
    let work = try work(on: Set(others.map(\.id)))
    let planOnly = try planOnly(among: Array(Set(work.values.flatMap(\.commits).map(\.id))))
    let lastWork = work.compactMapValues { done in done.commits.last { !planOnly.contains($0.id) }?.id }
    // All of them are asked for at once: shipped stories are many.
    let tips = Array(Set(lastWork.values))
    let ahead =
      try tips.isEmpty
      ? []
      : git { () throws(GitError) in Set(try repository.part(reachableFrom: tips, notFrom: [release.range.tip]).all) }
    var arrivals = EarlierStories()
    for story in others {
      let known = work[story.id]?.verdict?.verdict
      let last = lastWork[story.id]
      // A plan that came later than the code says by its status that it is there.
      guard story.status == .shipped || known?.isSettled == true && last != nil, known != .unmet else { continue }
      if let last {
        if ahead.contains(last) { continue }
        arrivals.lastWork[story.id] = last
      }
      if known?.isSettled == true { arrivals.shown.insert(story.id) } else { arrivals.unjudged.insert(story.id) }
    }
    return arrivals
  }

  /// The first tag that has all that was done for each of these stories, among those that the end of a release can reach.
  func firstTags(
    of stories: Set<ID<Story>>, _ arrivals: EarlierStories, upTo tip: ObjectID
  ) throws(Failure) -> [ID<Story>: String] {
    var tags: [ID<Story>: String] = [:]
    var known: [ObjectID: String] = [:]
    for story in stories {
      guard let commit = arrivals.lastWork[story] else { continue }
      if known[commit] == nil { known[commit] = try firstTag(with: commit, upTo: tip) ?? "" }
      if let tag = known[commit], !tag.isEmpty { tags[story] = tag }
    }
    return tags
  }

  /// By the moment of the tag, and where that is the same by its version (git-for-each-ref(1)).
  private func firstTag(with commit: ObjectID, upTo tip: ObjectID) throws(Failure) -> String? {
    let arguments = [
      "for-each-ref", "--count=1", "--sort=version:refname", "--sort=creatordate", "--format=%(refname:strip=2)",
      "--contains=\(commit.hex)", "--merged=\(tip.hex)", "refs/tags/",
    ]
    let name = try git { () throws(GitError) in try repository.git.line(of: arguments) }
    return name.isEmpty ? nil : name
  }
}
