import Git
import PlanFiles
import PlanModel
import Processes

/// A plan that is looked at, and the commit whose code it is judged by.
struct PlanView {
  var reader: PlanReader
  /// Nil where no commit holds a plan yet.
  var tip: ObjectID?
  var hasConflicts = false
}

extension Workspace {
  /// The plan as it stands, or as a branch would make it.
  func planView(_ revision: String?) throws(Failure) -> PlanView {
    guard let revision else {
      let head = try git { () throws(GitError) in try repository.head().commit }
      return PlanView(reader: try plan(), tip: try head.flatMap { head throws(Failure) in try withPlan(head) })
    }
    let tip = try commit(revision)
    let (tree, hasConflicts) = try mergedTree(of: tip)
    let reader = try plan(of: tree)
    guard reader.tree.hasPlan() else { throw Failure(.noPlan) }
    return PlanView(reader: reader, tip: try withPlan(tip), hasConflicts: hasConflicts)
  }

  private func withPlan(_ commit: ObjectID) throws(Failure) -> ObjectID? {
    let tree = try git { () throws(GitError) in try CommitTree(commit, in: repository) }
    return tree.hasPlan() ? commit : nil
  }

  /// What git would make of the main branch and `tip` (git-merge-tree(1)); `tip` itself where it holds all of the main
  /// branch, or where the two conflict.
  private func mergedTree(of tip: ObjectID) throws(Failure) -> (tree: ObjectID, hasConflicts: Bool) {
    guard let main = try mainBranch(seenFrom: tip, remote: "origin")?.commit else { return (tip, false) }
    let isAhead = try git { () throws(GitError) in try repository.isAncestor(main, of: tip) }
    if isAhead || main == tip { return (tip, false) }
    let outcome = try git { () throws(GitError) in
      try repository.git.outcome(of: ["merge-tree", "--write-tree", main.hex, tip.hex])
    }
    let line = String(decoding: outcome.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard outcome.status == 0, let tree = ObjectID(line) else { return (tip, true) }
    return (tree, false)
  }
}
