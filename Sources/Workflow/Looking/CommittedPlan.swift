package import Git
import PlanFiles
package import PlanModel
package import Verification

/// What commits say of a plan, and the judgement of it. It stays the same on the same grounds.
package struct CommittedPlan: Sendable {
  /// All that may change while a process runs, and that the rest is made from.
  struct Grounds: Hashable, Sendable {
    var tip: ObjectID?
    var head: Head
    var references: [Reference]
    /// Those of the work tree count before they are committed.
    var signOffs: [SignOff]
    /// Waivers end.
    var day: String
    var isShallow: Bool
  }

  let grounds: Grounds
  /// The commit that stories are judged at; nil before the first commit of the plan.
  package var commit: Commit?
  /// What is known of each story that is no draft, not dropped, and begun or judged by somebody.
  package var reports: [ID<Story>: StoryReport] = [:]
  /// The commits that are linked to each story, oldest first.
  package var work: [ID<Story>: [Commit]] = [:]
  /// How many commits name no story and need one.
  package var unexplained = 0
  /// What was done to the file of each item, the latest first.
  package var history: [ItemID: [ItemChange]] = [:]
  /// The latest first.
  package var releases: [PlanRelease] = []
}

extension Workspace {
  /// - Parameter last: what an earlier reading of this process found; it is given back where its grounds are the same.
  func committedPlan(_ tip: ObjectID?, _ snapshot: PlanSnapshot, last: CommittedPlan?) throws(Failure) -> CommittedPlan
  {
    let grounds = try git { () throws(GitError) in
      CommittedPlan.Grounds(
        tip: tip, head: try repository.head(), references: try repository.references(below: "refs/"),
        signOffs: snapshot.plan.signOffs, day: surroundings.clock().date, isShallow: repository.isShallow)
    }
    if let last, last.grounds == grounds { return last }
    var plan = CommittedPlan(grounds: grounds)
    guard let tip else { return plan }
    var asked = VerifyOptions()
    asked.onlyVerdicts = true
    let judged = try verifyWholePlan(asked, at: tip.hex)
    // Nobody expects a story to be as asked that nobody has begun with, nor judged.
    let signed = Set(snapshot.plan.signOffs.map(\.story))
    let begun = judged.outcome.stories.filter { !$0.isUntouched || signed.contains($0.id) }
    plan.reports = Dictionary(begun.map { ($0.id, $0) }) { first, _ in first }
    for linked in judged.outcome.commits {
      for story in linked.stories { plan.work[story, default: []].append(linked.commit) }
    }
    plan.unexplained = judged.unexplained.count
    plan.history = try planHistory(upTo: tip)
    plan.releases = try planReleases(upTo: tip, plan.work)
    plan.commit = try git { () throws(GitError) in try repository.commit(tip) }
    return plan
  }
}

extension StoryReport {
  /// Ready, and nobody has worked on it: what it asks for cannot be there.
  fileprivate var isUntouched: Bool { status == .ready && commits.isEmpty && reverted.isEmpty && verdict == .unmet }
}
