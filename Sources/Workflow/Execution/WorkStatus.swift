import Git
package import PlanModel
import Verification

/// Where one stands: the branch, its story, and what is still to be shown.
package struct StatusOutcome: Sendable {
  package var branch: String?
  /// The story that the branch is named after.
  package var story: Story?
  /// Why that story cannot be read, as where its file is in conflict.
  package var obstacle: Failure?
  /// Questions that hold up its story, or one that its commits are linked to.
  package var blockers: [OpenQuestion] = []
  /// What `verify` says of the branch; nil where there is no commit yet.
  package var verification: VerifyOutcome?
  /// Commits without a story that are near one, each with that story.
  package var suggestions: [SuggestedLinks] = []
  /// Other branches that change the same items or code; only which, as that costs three processes.
  package var overlaps: OverlapOutcome?
}

extension Workspace {
  /// Says where one stands. Nothing is written.
  package func status() throws(Failure) -> StatusOutcome {
    _ = try plan()
    let head = try git { () throws(GitError) in try repository.head() }
    var outcome = StatusOutcome(branch: head.branch)
    if let branch = head.branch, let id = Story.id(inBranch: branch) {
      do throws(Failure) { outcome.story = try item(id) } catch { outcome.obstacle = error }
    }
    if let story = outcome.story { outcome.blockers = try blockers(of: story) }
    if let commit = head.commit {
      outcome.overlaps = try overlaps(of: commit, branch: head.branch, depth: .items)
      let verification = try verify(VerifyOptions())
      outcome.verification = verification
      for report in verification.stories where report.id != outcome.story?.id {
        guard let story = try? item(report.id) else { continue }
        outcome.blockers += try blockers(of: story).filter { !outcome.blockers.contains($0) }
      }
      outcome.suggestions = try nearestStories(to: verification.commits.filter(\.isUnlinked).map(\.commit))
    }
    return outcome
  }
}
