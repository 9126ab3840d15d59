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
    let index = PlanReader(try git { () throws(GitError) in try IndexTree(repository) })
    let old = try git { () throws(GitError) in try repository.head().commit }
    let known = try old.map { commit throws(Failure) in
      Set(
        Self.inspectedFindings(
          of: PlanReader(try git { () throws(GitError) in try CommitTree(commit, in: repository) })
        ).map(Place.init))
    }
    return Self.inspectedFindings(of: index).filter { finding in
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

  /// What `check` finds in a tree by its plan files alone; of the wording, only what `policy` takes for errors.
  static func findings(of reader: PlanReader, by policy: Policy) -> [Finding] {
    findings(in: reader.snapshot(), by: policy)
  }

  /// The same, with the personal data and secrets that stand there.
  private static func inspectedFindings(of reader: PlanReader) -> [Finding] {
    let snapshot = reader.inspectedSnapshot()
    return findings(in: snapshot, by: snapshot.plan.policy)
  }

  private static func findings(in snapshot: PlanSnapshot, by policy: Policy) -> [Finding] {
    let findings = snapshot.findings + snapshot.plan.findings() + patternFindings(in: snapshot.plan)
    return weighed(findings, in: snapshot.plan, by: policy, least: .error).sorted(by: Finding.standsBefore)
  }
}
