import Git
import PlanModel

/// What branches have that the main branch has not, by three processes of git, however many branches there are.
struct BranchWork {
  /// Commits of all branches together that are looked at.
  static let commitLimit = 2_000

  /// The other branches, the newest first.
  private(set) var tips: [BranchTip] = []
  private(set) var isBounded = false
  private let own: ObjectID
  private let key: String
  private var parents: [ObjectID: [ObjectID]] = [:]
  private var changes: [ObjectID: RecordedChange] = [:]

  /// - Parameters:
  ///   - own: the commit that the others are compared with. Branches that end there, and those of the same name, are its.
  ///   - main: what has long been agreed.
  ///   - key: the trailer that names a story.
  init(
    beside own: ObjectID, branch: String?, main: ObjectID?, key: String, limit: Int, in repository: Repository
  ) throws(GitError) {
    self.own = own
    self.key = key
    // Room for what is left out below: a branch is often here and on several remotes.
    let asked = limit * 2 + 10
    let all = try repository.branchTips(notIn: main, limit: asked)
    var seen: Set<String> = []
    for tip in all where tip.id != own && tip.branch != branch {
      if seen.insert(tip.id.hex).inserted, seen.insert(tip.branch).inserted { tips.append(tip) }
    }
    isBounded = tips.count > limit || all.count == asked
    tips = Array(tips.prefix(limit))
    if tips.isEmpty { return }
    parents = try repository.parents(
      reachableFrom: [own] + tips.map(\.id), notFrom: main, limit: Self.commitLimit)
    if parents.count == Self.commitLimit { isBounded = true }
    let recorded = try repository.recordedChanges(of: parents.keys.sorted())
    changes = Dictionary(recorded.map { ($0.commit, $0) }) { first, _ in first }
  }

  /// What each of two branches has and the other has not.
  struct Pair {
    var ours: Side
    var theirs: Side
  }

  struct Side {
    /// The files that its commits change.
    var paths: Set<String> = []
    /// The stories that its commits, or its name, are for.
    var stories: Set<ID<Story>> = []

    /// The plan items whose files it changes, each with one of the files; nil is `handoff.yml`.
    var items: [ItemID?: String] {
      var items: [ItemID?: String] = [:]
      for path in paths.sorted() {
        let parts = path.split(separator: "/")
        guard parts.first == ".handoff" else { continue }
        if path == ".handoff/handoff.yml" { items.updateValue(path, forKey: nil) }
        guard parts.count > 2, ItemKind.allCases.contains(where: { $0.folder == parts[1] }) else { continue }
        if let id = ItemID(parts[2].prefix(ItemID.length)), items[id] == nil { items[id] = path }
      }
      return items
    }
  }

  func pair(with tip: BranchTip) -> Pair {
    let (here, there) = (reachable(from: own), reachable(from: tip.id))
    var pair = Pair(ours: side(here.subtracting(there)), theirs: side(there.subtracting(here)))
    if !pair.theirs.paths.isEmpty, let story = Story.id(inBranch: tip.short) { pair.theirs.stories.insert(story) }
    return pair
  }

  private func side(_ commits: Set<ObjectID>) -> Side {
    var side = Side()
    for change in commits.compactMap({ changes[$0] }) {
      side.paths.formUnion(change.paths)
      side.stories.formUnion(LinkClaims(message: change.message, key: key).stories)
    }
    return side
  }

  private func reachable(from tip: ObjectID) -> Set<ObjectID> {
    var seen: Set<ObjectID> = []
    var waiting = [tip]
    while let next = waiting.popLast() {
      guard let parents = parents[next], seen.insert(next).inserted else { continue }
      waiting += parents
    }
    return seen
  }
}
