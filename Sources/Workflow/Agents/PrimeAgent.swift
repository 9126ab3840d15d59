import Git
import PlanFiles
package import PlanModel
import Verification

/// The little that an agent is told when a session begins.
package struct PrimeOutcome: Sendable {
  /// The story of the branch, if it is named after one.
  package var story: Story?
  package var blockers: [OpenQuestion] = []
  /// How many stories somebody may begin with, and the first of them.
  package var ready = 0
  package var next: ID<Story>?
  /// What `verify` says of the story at HEAD; nil unless it was asked for.
  package var verdicts: [(criterion: CriterionID, verdict: Verdict)]?
  /// The sign-offs that are all that is missing: nothing that an agent could bring.
  package var awaitedSignOffs: [(criterion: CriterionID, role: String)] = []

  package init() {}
}

extension Workspace {
  /// Gathers what an agent has to know first; nil where there is no plan. Nothing is written.
  package func prime(judging: Bool) throws(Failure) -> PrimeOutcome? {
    let tree = try standingPlan().tree
    guard !(try self.tree({ () throws(PlanTreeError) in try tree.entries(in: tree.root) })).isEmpty else { return nil }
    var outcome = PrimeOutcome()
    let head = try git { () throws(GitError) in try repository.head() }
    if let id = head.branch.flatMap(Story.id(inBranch:)), let story = try? item(id) {
      outcome.story = story
      outcome.blockers = try blockers(of: story)
      if judging, head.commit != nil {
        var options = VerifyOptions()
        options.asAgreed = true
        let report = try verify(story: id, options).stories.first { $0.id == id }
        outcome.verdicts = report?.criteria.map { ($0.id, $0.verdict) }
        outcome.awaitedSignOffs = report?.awaitedSignOffs ?? []
      }
      return outcome
    }
    let ready = try standings().stories.filter(\.isReady)
    outcome.ready = ready.count
    outcome.next = ready.first.flatMap { ID<Story>($0.item.id) }
    return outcome
  }
}
