import Git
import PlanFiles
import PlanModel
import Review

/// What `overlaps` is asked.
package struct OverlapOptions: Sendable {
  /// A story instead of the branch.
  package var story: String?
  /// How many branches are looked at, the newest first.
  package var limit = Workspace.overlapLimit

  package init() {}
}

extension Workspace {
  package static let overlapLimit = 30
  /// Of so many branches the merge is tried: each has a whole plan read.
  static let forecastLimit = 10

  /// Finds branches that change the same items, criteria or anchored code. Nothing is written.
  package func overlaps(_ options: OverlapOptions) throws(Failure) -> OverlapOutcome {
    _ = try plan()
    let story = try options.story.map { text throws(Failure) in try id(text, of: Story.self) }
    let head = try git { () throws(GitError) in try repository.head() }
    guard let commit = head.commit else { throw Failure(.noCommits) }
    let branch = story == nil ? head.branch : nil
    return try overlaps(of: commit, branch: branch, story: story, limit: options.limit, depth: .everyMerge)
  }

  /// How much is asked of each branch that is met.
  enum OverlapDepth {
    /// Items and files alone.
    case items
    /// Also which fields, and whether a merge would hold.
    case merge
    /// The merge also of branches that meet in no item: what one adds may name what the other takes out.
    case everyMerge
  }

  /// - Parameters:
  ///   - branch: branches of this name are taken for the same one.
  ///   - story: compares the story, and not what `commit` changes.
  func overlaps(
    of commit: ObjectID, branch: String?, story: ID<Story>? = nil, limit: Int = overlapLimit, depth: OverlapDepth
  ) throws(Failure) -> OverlapOutcome {
    var outcome = OverlapOutcome(branch: story == nil ? branch : nil, story: story)
    let main = try mainBranch(seenFrom: commit, remote: "origin")
    // A branch that was just made for a story is where the main branch is.
    if story == nil, main?.commit == commit, branch.flatMap(Story.id(inBranch:)) == nil {
      outcome.isOnMain = true
      return outcome
    }
    let key = try policy(at: commit).trailer
    let work = try git { () throws(GitError) in
      try BranchWork(
        beside: commit, branch: branch, main: main?.commit, key: key, limit: limit, in: repository)
    }
    (outcome.looked, outcome.isBounded) = (work.tips.count, work.isBounded)
    if story == nil, depth != .items, let main, let met = try clash(of: commit, with: main) {
      outcome.looked += 1
      outcome.branches.append(met)
    }
    if work.tips.isEmpty { return outcome }
    let reader = try plan(of: commit)
    var forecasts = 0
    for tip in work.tips {
      var pair = work.pair(with: tip)
      if let story {
        pair.ours = BranchWork.Side(stories: [story])
      } else if let story = branch.flatMap(Story.id(inBranch:)) {
        pair.ours.stories.insert(story)
      }
      var met = BranchOverlap(tip: tip, points: points(pair, reader))
      let meetsInPlan = met.points.contains { $0.kind == .plan }
      if depth != .items, !met.points.isEmpty, let main = main?.commit,
        try git({ () throws(GitError) in try repository.hasSquashed(tip.id, into: main) })
      {
        continue
      }
      let isOfTwoPlans = !pair.ours.items.isEmpty && !pair.theirs.items.isEmpty
      if depth != .items, meetsInPlan || (depth == .everyMerge && isOfTwoPlans) {
        forecasts += 1
        if forecasts <= Self.forecastLimit {
          try look(into: &met, from: commit, triesMerge: story == nil)
        } else {
          outcome.isBounded = true
        }
      }
      if !met.points.isEmpty || met.hasConflict { outcome.branches.append(met) }
    }
    return outcome
  }

  // MARK: Points

  private func points(_ pair: BranchWork.Pair, _ reader: PlanReader) -> [OverlapPoint] {
    let (ours, theirs) = (pair.ours, pair.theirs)
    let (own, other) = (ours.items, theirs.items)
    var points = ours.stories.intersection(theirs.stories).sorted().map { id in
      let title = self.title(of: id.any, reader)
      return OverlapPoint(kind: .work, item: id.any, title: title, path: own[id.any] ?? "", isMutual: true)
    }
    let about = Set(own.keys).union(ours.stories.map(\.any))
    for item in about.sorted(by: { ($0?.description ?? "") < ($1?.description ?? "") }) {
      guard let path = other[item] else { continue }
      let title = item.map { self.title(of: $0, reader) } ?? ""
      points.append(
        OverlapPoint(kind: .plan, item: item, title: title, path: path, isMutual: own[item] != nil))
    }
    let changed = Set(about.compactMap { $0.flatMap { ID<Story>($0) } })
    for id in changed.union(theirs.stories).sorted() {
      guard let story = (try? reader.item(id))?.item else { continue }
      var seen: Set<String> = []
      for anchor in story.anchors where theirs.paths.contains(anchor.path) && seen.insert(anchor.path).inserted {
        let isMutual = ours.paths.contains(anchor.path)
        guard isMutual || changed.contains(id) else { continue }
        points.append(
          OverlapPoint(kind: .code, item: id.any, title: story.title, path: anchor.path, isMutual: isMutual))
      }
    }
    return points
  }

  private func title(of id: ItemID, _ reader: PlanReader) -> String {
    func title<Item: DocumentItem>(_: Item.Type) -> String? {
      guard let id = ID<Item>(id) else { return nil }
      return (try? reader.item(id))?.item?.title
    }
    switch id.kind {
    case .source: return ID<Source>(id).flatMap { (try? reader.source($0))?.item?.title } ?? ""
    case .intent: return title(Intent.self) ?? ""
    case .epic: return title(Epic.self) ?? ""
    case .story: return title(Story.self) ?? ""
    case .decision: return title(Decision.self) ?? ""
    }
  }

  // MARK: Fields and merges

  /// Says of each item what of it is changed, and what a merge would make of the plan.
  private func look(into met: inout BranchOverlap, from commit: ObjectID, triesMerge: Bool) throws(Failure) {
    guard let merge = try mergedPlan(commit, met.tip.id) else { return }
    let here = PlanComparison.changes(from: merge.plans.base, to: merge.plans.ours)
    let there = PlanComparison.changes(from: merge.plans.base, to: merge.plans.theirs)
    for index in met.points.indices where met.points[index].kind == .plan {
      let item = met.points[index].item
      let theirs = there.filter { $0.item == item }
      met.points[index].fields =
        met.points[index].isMutual
        ? FieldOverlap.between(here.filter { $0.item == item }, theirs) : FieldOverlap.of(theirs)
    }
    if triesMerge { met.forecast = merge.forecast() }
  }

  /// The main branch itself, where what came to it since would not go together with the plan of `commit`: that is the one
  /// merge that is sure to come.
  private func clash(of commit: ObjectID, with main: MainBranch) throws(Failure) -> BranchOverlap? {
    guard let merge = try mergedPlan(commit, main.commit), !merge.ours.isEmpty, !merge.theirs.isEmpty else {
      return nil
    }
    let forecast = merge.forecast()
    if forecast.isClean { return nil }
    let last = try git { () throws(GitError) in try repository.commit(main.commit) }
    let tip = BranchTip(
      name: "refs/heads/" + main.name, id: main.commit, seconds: last.committer.seconds, author: last.author.name)
    return BranchOverlap(tip: tip, points: [], forecast: forecast)
  }

  /// Two commits' plans put together; nil where they have no history in common.
  private func mergedPlan(_ ours: ObjectID, _ theirs: ObjectID) throws(Failure) -> MergedPlan? {
    try git { () throws(GitError) in
      guard let base = try repository.mergeBase(ours, theirs) else { return nil }
      return MergedPlan(
        base: try CommitTree(base, in: repository), ours: try CommitTree(ours, in: repository),
        theirs: try CommitTree(theirs, in: repository), cache)
    }
  }
}
