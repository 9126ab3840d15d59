import Git
import PlanFiles
import PlanModel
import Review
import Verification

/// What a range is judged by: the policy and criteria of the protected side, and for what is new the tip's own.
///
/// A push cannot weaken what it is judged by (gittuf's CVE-2026-128035 is what happens otherwise). Only the stories that
/// are asked for are read.
final class Rulebook {
  private let trees: (base: CommitTree?, tip: CommitTree)
  private let protected: PlanReader?
  private let tip: PlanReader
  /// The main branch as it stands, where the base is a commit that it has left behind.
  private let standing: PlanReader?
  let policy: Policy
  private var stories: [ID<Story>: AgreedStory] = [:]

  /// - Parameter main: the main branch as it stands, where the base is a commit that it has left behind. Its settings count:
  ///   by older ones an old branch would bring back what was allowed once.
  init(
    base: ObjectID?, main: ObjectID? = nil, tip: ObjectID, in repository: Repository, cache: RecordCache? = nil
  ) throws(GitError) {
    trees = (
      try base.map { base throws(GitError) in try CommitTree(base, in: repository) },
      try CommitTree(tip, in: repository)
    )
    self.tip = PlanReader(trees.tip, cache: cache)
    protected = if let tree = trees.base, tree.hasPlan() { PlanReader(tree, cache: cache) } else { nil }
    var findings: [Finding] = []
    var standing: PlanReader?
    if protected != nil, let main, main != base {
      let tree = try CommitTree(main, in: repository)
      if tree.hasPlan() { standing = PlanReader(tree) }
    }
    self.standing = standing
    policy = (standing ?? protected ?? self.tip).policy(&findings)
  }

  /// Whether the protected side has a plan; without one, all of it is old debt that nobody could have known of.
  var isFirstPlan: Bool { protected == nil }

  /// Whether there is a plan to judge by.
  var hasPlan: Bool { protected != nil || tip.tree.hasPlan() }

  /// Whether the range changes the settings; it is judged by the protected side's.
  var hasChangedPolicy: Bool {
    guard let protected else { return false }
    return settings(of: protected) != settings(of: tip)
  }

  private func settings(of reader: PlanReader) -> [UInt8]? {
    try? reader.tree.read(Policy.file, limit: PlanDocument.byteLimit)
  }

  /// Settings that ask for less than where the range left the protected side.
  var weakenedSettings: [WeakenedSetting] {
    guard let protected, hasChangedPolicy else { return [] }
    if settings(of: tip) == nil { return [WeakenedSetting(field: "item")] }
    var findings: [Finding] = []
    let (before, after) = (protected.policy(&findings), tip.policy(&findings))
    return PlanComparison.changes(from: before, to: after).filter { $0.effect == .weaker }
      .map { WeakenedSetting(field: $0.field, before: $0.before, after: $0.after) }
  }

  func entry(_ id: ID<Story>) throws(PlanTreeError) -> AgreedStory {
    if let known = stories[id] { return known }
    let entry = AgreedStory(protected: try protected?.item(id)?.item, tip: try tip.item(id)?.item)
    stories[id] = entry
    return entry
  }

  /// Whether the statements that both sides have are others: nobody says anything else later.
  func hasOtherWords(_ id: ID<Source>) -> Bool {
    guard let old = (try? protected?.source(id))?.item, let new = (try? tip.source(id))?.item else { return false }
    return zip(old.statements, new.statements).contains { $0.text != $1.text || $0.speaker != $1.speaker }
  }

  /// Whether the main branch has a story that this branch has not: what is taken over from there, such as a fix for an older
  /// release, names the story that it was made for.
  func isOfMainAlone(_ id: ID<Story>) throws(PlanTreeError) -> Bool {
    guard let standing, try entry(id).judging == nil else { return false }
    return try standing.item(id)?.item != nil
  }

  /// All stories of the tip, read at once, so that none is read again when it is asked for.
  ///
  /// - Parameter wholePlan: the rest of the plan will be asked for, and is read with them.
  func storiesOfTip(reading wholePlan: Bool) -> [Story] {
    var findings: [Finding] = []
    let all: [Story] = wholePlan ? after.plan.stories : tip.items(&findings)
    guard protected == nil else { return all }
    stories.reserveCapacity(all.count)
    for story in all where stories[story.id] == nil && story.isNamedByItsFile {
      stories[story.id] = AgreedStory(protected: nil, tip: story)
    }
    return all
  }

  /// The ids that a slip in one could have meant.
  func knownStories() throws(PlanTreeError) -> [ID<Story>] {
    try tip.tree.entries(in: tip.folder(of: .story)).compactMap { ID<Story>($0.name.prefix(ItemID.length)) }
  }

  /// The sign-offs that the tip has.
  func signOffs() -> [SignOff] {
    var findings: [Finding] = []
    return tip.signOffs(&findings)
  }

  // MARK: Both sides as a whole

  /// The paths of plan files that one side has and the other has not, or not so.
  func changedFiles() -> [String] { trees.tip.differences(from: trees.base).sorted() }

  /// The plan of the protected side, read once; an empty one where it has none.
  private(set) lazy var before = (protected ?? PlanReader(EmptyTree())).snapshot()
  /// The plan of the tip, read once.
  private(set) lazy var after = tip.snapshot()
  private lazy var foundBefore = Workspace.findings(in: before)
  private lazy var foundAfter = Workspace.findings(in: after)

  /// The errors that `check` finds at the tip and did not find on the protected side.
  func introducedErrors() -> [Finding] {
    if protected != nil, !tip.tree.hasPlan() { return [Finding(.file(.planRemoved), path: ".handoff")] }
    return findings(least: .error).introduced
  }

  /// What `check` finds at the tip and did not find on the protected side, and how much it found there and still finds; both
  /// judged by the settings that count.
  func findings(least: Severity) -> (introduced: [Finding], debt: Int) {
    func weighed(_ findings: [Finding], _ snapshot: PlanSnapshot) -> [Finding] {
      Workspace.weighed(findings, in: snapshot.plan, by: policy, least: least)
    }
    let new = weighed(foundAfter, after).sorted(by: Finding.standsBefore)
    // Where nothing is found, it does not matter what was.
    if new.isEmpty { return ([], 0) }
    let old = protected == nil ? [] : Set(weighed(foundBefore, before).map(Workspace.Place.init))
    let introduced = new.filter { !old.contains(Workspace.Place($0)) }
    return (introduced, new.count - introduced.count)
  }
}

extension Story {
  /// Whether who looks for the id finds this file.
  fileprivate var isNamedByItsFile: Bool {
    let name = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file.utf8[$0...].dropFirst() } ?? file.utf8[...]
    return name.starts(with: id.description.utf8)
  }
}
