import Git
import PlanFiles
import PlanModel
import Verification

extension Workspace {
  /// Judges every ref of a push by itself, against what the target had before: their order changes nothing.
  func judge(_ lines: [PushLine], _ target: PushTarget) throws(Failure) -> [PushOutcome.Ref] {
    var refs: [PushedTip] = []
    for line in lines {
      if let tip = try commit(of: line) { refs.append(PushedTip(line: line, tip: tip)) }
    }
    // Of a stranger nothing else is known.
    let before = target.isStranger ? refs.map(\.before).filter { !$0.isZero } : []
    let history = PushHistory(tips: refs.map(\.tip), before: before, in: repository)
    let push = Push(target: target, refs: refs, memory: try RangeMemory(self, history: history), history: history)
    var rest = refs[...]
    var outcomes: [PushOutcome.Ref] = []
    for line in lines {
      var state = PushOutcome.Ref.State.skipped
      if target.isHere, let refusal = try refusal(of: line, target) {
        state = .refused(refusal)
      } else if rest.first?.line == line, let ref = rest.popFirst() {
        state = try judge(ref, push)
      }
      outcomes.append(.init(name: line.remoteRef, state: state))
    }
    return outcomes
  }

  /// Why a server takes this line from nobody.
  private func refusal(of line: PushLine, _ target: PushTarget) throws(Failure) -> PushOutcome.Ref.Refusal? {
    if line.remoteRef == CommitRecord.serverRef { return .serverNotes }
    guard line.local.isZero, line.remoteRef.hasPrefix("refs/heads/"), let old = try commitKnown(as: line.remote),
      let main = try target.mainBranch(seenFrom: old, in: self), line.remoteRef == "refs/heads/\(main.name)",
      try hasPlan(old)
    else { return nil }
    return .mainBranchGone
  }

  /// The commit that is judged; nil where there is none.
  private func commit(of line: PushLine) throws(Failure) -> ObjectID? {
    guard !line.local.isZero, line.remoteRef.hasPrefix("refs/heads/") || line.remoteRef.hasPrefix("refs/tags/") else {
      return nil
    }
    return try git { () throws(GitError) in try repository.commitID(peeling: line.local) }
  }

  private struct Push {
    let target: PushTarget
    let refs: [PushedTip]
    let memory: RangeMemory
    let history: PushHistory
  }

  private func judge(_ ref: PushedTip, _ push: Push) throws(Failure) -> PushOutcome.Ref.State {
    let (base, standing) = try protectedSide(of: ref, push)
    let rulebook = try git { () throws(GitError) in
      try push.target.rulebook(base: base, main: standing, tip: ref.tip)
    }
    // The policy that will judge tells what was judged already: where the target has no plan yet, the one that comes with
    // it. By another one a branch on which less is asked could seem as strict, and carry everything past the main branch's.
    let commits = try git { () throws(GitError) in
      if !push.target.isStranger {
        return try push.target.newCommits(
          of: ref, in: push.refs, by: rulebook.policy, protecting: rulebook.isFirstPlan ? nil : standing)
      }
      // Where nothing is known of the target, what the main branch has is taken for judged.
      return try push.history.commits(of: ref.tip, notFrom: base, or: ref.before.isZero ? [] : [ref.before])
    }
    // What only takes commits away from the main branch may take the plan with them.
    if commits.isEmpty {
      guard let base, base == standing else { return .nothingNew }
      let isForward = try git { () throws(GitError) in try push.history.isAncestor(base, of: ref.tip) }
      if isForward { return .nothingNew }
    }
    let range = VerifiedRange(base: base, tip: ref.tip, name: ref.line.remoteRef)
    let judge = try RangeJudge(self, range, commits: commits, rulebook: rulebook, memory: push.memory)
    guard judge.hasPlan else { return try standing.map(hasPlan) == true ? .free : .nothingNew }
    let results = try recordedResults(commits, tip: ref.tip, push.memory.notebook)
    return .judged(try judge.outcome(ref: ref.line.remoteRef, results: results))
  }

  private func hasPlan(_ commit: ObjectID) throws(Failure) -> Bool {
    try git { () throws(GitError) in try CommitTree(commit, in: repository) }.hasPlan()
  }

  /// The protected side of a push: where it left the main branch, as the target has it, and how that stands now.
  ///
  /// The main branch's own rules count on every branch of it, whatever the branch said when it was last pushed.
  private func protectedSide(
    of ref: PushedTip, _ push: Push
  ) throws(Failure) -> (base: ObjectID?, main: ObjectID?) {
    let known = try commitKnown(as: ref.before)
    let main = try push.target.mainBranch(seenFrom: ref.tip, in: self)
    let name: String
    if let main { name = main.name } else { name = try policy(at: known ?? ref.tip).main }
    // What is pushed cannot be what it is judged by: without a main branch at the target there is nothing to protect.
    // As it stands there, also where a forced push leaves its history: or an older one would bring back its rules.
    if ref.line.remoteRef == "refs/heads/\(name)" { return (known, known) }
    guard let main else { return (nil, nil) }
    let parted = try git { () throws(GitError) in try push.history.base(of: ref.tip, main: main.commit) }
    // A branch that is replaced by a history of nothing in common is held to what it had; a new one is free.
    return (parted ?? known, main.commit)
  }

  /// The commit that the target has; nil when there is none, or when after a forced push elsewhere it is not here.
  private func commitKnown(as id: ObjectID) throws(Failure) -> ObjectID? {
    if id.isZero { return nil }
    return try git { () throws(GitError) in
      try repository.kind(of: id) == nil ? nil : repository.commitID(peeling: id)
    }
  }
}
