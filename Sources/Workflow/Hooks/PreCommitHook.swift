package import PlanModel
import Git
import PlanFiles

extension Workspace {
  /// What is wrong with the plan files of the index and was not wrong in HEAD: errors, which refuse the commit, and the
  /// personal data and secrets that it would keep for good. Nothing is looked at when no plan file is staged.
  package func checkStagedPlan() throws(Failure) -> [Finding] {
    let staged = try git { () throws(GitError) in try repository.stagedPaths(below: ".handoff") }
    guard !staged.isEmpty else { return [] }
    try git { () throws(GitError) in try repository.checkReadable() }
    let index = PlanReader(try git { () throws(GitError) in try IndexTree(repository) }, cache: cache)
    let old = try git { () throws(GitError) in try repository.head().commit }
    let new = index.inspectedSnapshot()
    // Both are judged by the new weights: a commit that gives a rule more weight did not write what it finds.
    let known = try old.map { commit throws(Failure) in
      let reader = try plan(of: commit)
      return Set(Self.findings(in: reader.inspectedSnapshot(), by: new.plan.policy).map(Place.init))
    }
    return Self.findings(in: new, by: new.plan.policy).filter { finding in
      let isTold = finding.severity == .error || [.personalData, .secret].contains(finding.rule)
      return isTold && known?.contains(Place(finding)) != true
    }
  }

  /// A finding apart from its line, which any edit above it moves.
  struct Place: Hashable {
    var path: String
    var problem: Problem

    init(_ finding: Finding) {
      path = finding.path
      problem = finding.problem
    }
  }

  /// What `check` finds by plan files alone; of the wording, only what `policy` takes for errors.
  static func findings(in snapshot: PlanSnapshot, by policy: Policy) -> [Finding] {
    weighed(findings(in: snapshot), in: snapshot.plan, by: policy, least: .error).sorted(by: Finding.standsBefore)
  }
}
