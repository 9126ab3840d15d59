package import PlanModel
import Git
import PlanFiles

extension Workspace {
  /// What is wrong with the plan files of the index and was not wrong in HEAD. Nothing is looked at when no plan file is
  /// staged.
  package func checkStagedPlan() throws(Failure) -> [Finding] {
    let staged = try git { () throws(GitError) in try repository.stagedPaths(below: ".handoff") }
    guard !staged.isEmpty else { return [] }
    try git { () throws(GitError) in try repository.checkReadable() }
    let index = PlanReader(try git { () throws(GitError) in try IndexTree(repository) })
    let old = try git { () throws(GitError) in try repository.head().commit }
    let known = try old.map { commit throws(Failure) in
      Set(
        Self.findings(of: PlanReader(try git { () throws(GitError) in try CommitTree(commit, in: repository) })).map(
          Place.init))
    }
    return Self.findings(of: index).filter { $0.severity == .error && known?.contains(Place($0)) != true }
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

  /// All that `check` finds in a tree by its plan files alone.
  static func findings(of reader: PlanReader) -> [Finding] {
    let snapshot = reader.snapshot()
    let findings = snapshot.findings + snapshot.plan.findings() + patternFindings(in: snapshot.plan)
    return findings.sorted(by: Finding.standsBefore)
  }
}
