import Git
import PlanModel
import Verification

extension Workspace {
  /// Judges every ref of a push by itself, against what the target had before: their order changes nothing.
  func judge(_ lines: [PushLine], _ target: PushTarget) throws(Failure) -> [PushOutcome.Ref] {
    var refs: [PushOutcome.Ref] = []
    for line in lines { refs.append(.init(name: line.remoteRef, state: try judge(line, target))) }
    return refs
  }

  private func judge(_ line: PushLine, _ target: PushTarget) throws(Failure) -> PushOutcome.Ref.State {
    guard !line.local.isZero, line.remoteRef.hasPrefix("refs/heads/") || line.remoteRef.hasPrefix("refs/tags/") else {
      return .skipped
    }
    guard let tip = try git({ () throws(GitError) in try repository.commitID(peeling: line.local) }) else {
      return .skipped
    }
    let (base, standing) = try protectedSide(of: tip, line, target)
    // Where nothing is known of the target, what the main branch has is taken for judged.
    let main: [Exclusion] = target.isStranger ? base.map { [.commit($0)] } ?? [] : []
    // The policy that will judge: where the target has no plan yet, the one that comes with it. By another one a branch
    // on which less is asked could seem as strict, and carry everything past the main branch's rule.
    let rulebook = try git { () throws(GitError) in try target.rulebook(base: base, main: standing, tip: tip) }
    let exclusions = try judgedAlready(line, target, policy: rulebook.policy) + main
    let commits = try git { () throws(GitError) in
      try target.commits(reachableFrom: tip, notFrom: exclusions)
    }
    // What only takes commits away from the main branch may take the plan with them.
    if commits.isEmpty {
      guard let base, base == standing else { return .nothingNew }
      let isForward = try git { () throws(GitError) in try repository.isAncestor(base, of: tip) }
      if isForward { return .nothingNew }
    }
    let range = VerifiedRange(base: base, tip: tip, name: line.remoteRef)
    let judge = try RangeJudge(self, range, commits: commits, rulebook: rulebook)
    guard judge.hasPlan else { return .nothingNew }
    return .judged(try judge.outcome(ref: line.remoteRef, results: recordedResults(commits, tip: tip)))
  }

  /// What the target is known to have, and has judged by a rule at least as strict as this ref's: what was only pushed
  /// to a branch where less is asked is judged again when it comes to the main one.
  private func judgedAlready(_ line: PushLine, _ target: PushTarget, policy: Policy) throws(Failure) -> [Exclusion] {
    let own: [Exclusion] = line.remote.isZero ? [] : [.commit(line.remote)]
    let block = policy.rule(forRef: line.remoteRef)?.block ?? []
    let known = try git { () throws(GitError) in try target.branches(asStrictAs: block, by: policy) }
    return known.map { .commit($0) } + own
  }

  /// The protected side of a push: where it left the main branch, as the target has it, and how that stands now.
  ///
  /// The main branch's own rules count on every branch of it, whatever the branch said when it was last pushed.
  private func protectedSide(
    of tip: ObjectID, _ line: PushLine, _ target: PushTarget
  ) throws(Failure) -> (base: ObjectID?, main: ObjectID?) {
    let known = try commitKnown(as: line.remote)
    let main = try target.mainBranch(seenFrom: tip, in: self)
    let name: String
    if let main { name = main.name } else { name = try policy(at: known ?? tip).main }
    // What is pushed cannot be what it is judged by: without a main branch at the target there is nothing to protect.
    // As it stands there, also where a forced push leaves its history: or an older one would bring back its rules.
    if line.remoteRef == "refs/heads/\(name)" { return (known, known) }
    guard let main else { return (nil, nil) }
    let parted = try git { () throws(GitError) in try target.mergeBase(main.commit, tip) }
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
