package import Git
import PlanFiles
import PlanModel
import Verification

/// One line of what git tells pre-push on standard input (githooks(5)).
package struct PushLine: Hashable, Sendable {
  package var localRef: String
  package var local: ObjectID
  package var remoteRef: String
  package var remote: ObjectID

  /// Reads `<local ref> <local oid> <remote ref> <remote oid>`; the local ref may hold spaces, so from the right.
  package init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 4, let remote = ObjectID(words[words.count - 1]), let local = ObjectID(words[words.count - 3])
    else { return nil }
    localRef = words.dropLast(3).joined(separator: " ")
    self.local = local
    remoteRef = String(words[words.count - 2])
    self.remote = remote
  }
}

/// What the pre-push hook found.
package struct PushOutcome: Sendable {
  package struct Ref: Sendable {
    package enum State: Sendable {
      /// Not looked at: a deletion, a tag of no commit, notes.
      case skipped
      /// Nothing new is pushed, or nothing that the plan has a word on.
      case nothingNew
      case judged(VerifyOutcome)
    }

    package var name: String
    package var state: State
  }

  package var refs: [Ref]
  /// Lines that git does not write.
  package var unreadable: [String]

  package var isAllowed: Bool {
    unreadable.isEmpty
      && refs.allSatisfy { if case .judged(let outcome) = $0.state { outcome.judgement.isAllowed } else { true } }
  }
}

extension Workspace {
  /// Judges every ref that is about to be pushed, by the objects that are here; the network is not asked.
  ///
  /// - Parameters:
  ///   - remote: the remote's name, or its URL when it has none.
  ///   - input: what git wrote to standard input.
  package func judgePush(to remote: String, input: String) throws(Failure) -> PushOutcome {
    let remote = try name(ofRemote: remote)
    var outcome = PushOutcome(refs: [], unreadable: [])
    for line in input.split(separator: "\n", omittingEmptySubsequences: true) {
      guard let line = PushLine(line) else {
        outcome.unreadable.append(String(line))
        continue
      }
      outcome.refs.append(PushOutcome.Ref(name: line.remoteRef, state: try judge(line, remote: remote)))
    }
    return outcome
  }

  /// The remote's name; nil for a URL that no remote has.
  private func name(ofRemote text: String) throws(Failure) -> String? {
    let remotes = try git { () throws(GitError) in try repository.remotes() }
    return remotes.first { $0.name == text }?.name ?? remotes.first { $0.url == text }?.name
  }

  private func judge(_ line: PushLine, remote: String?) throws(Failure) -> PushOutcome.Ref.State {
    guard !line.local.isZero, line.remoteRef.hasPrefix("refs/heads/") || line.remoteRef.hasPrefix("refs/tags/") else {
      return .skipped
    }
    guard let tip = try git({ () throws(GitError) in try repository.commitID(peeling: line.local) }) else {
      return .skipped
    }
    let base = try base(of: tip, line, remote: remote)
    // Where no remote is known, what the main branch has is taken for judged.
    let main: [Exclusion] = remote == nil ? base.map { [.commit($0)] } ?? [] : []
    let exclusions = try judgedAlready(line, remote: remote, policy: policy(at: base ?? tip)) + main
    let commits = try git { () throws(GitError) in
      try repository.commits(reachableFrom: [tip], notFrom: exclusions)
    }
    if commits.isEmpty { return .nothingNew }
    let range = VerifiedRange(base: base, tip: tip, name: line.remoteRef)
    let judge = try RangeJudge(self, range, commits: commits)
    guard judge.hasPlan else { return .nothingNew }
    return .judged(try judge.outcome(ref: line.remoteRef, results: recordedResults(commits, tip: tip)))
  }

  /// What the remote is known to have, and has judged by a rule at least as strict as this ref's: what was only pushed
  /// to a branch where less is asked is judged again when it comes to the main one.
  private func judgedAlready(_ line: PushLine, remote: String?, policy: Policy) throws(Failure) -> [Exclusion] {
    let own: [Exclusion] = line.remote.isZero ? [] : [.commit(line.remote)]
    guard let remote else { return own }
    let rule = policy.rule(forRef: line.remoteRef)
    let prefix = "refs/remotes/\(remote)/"
    let known = try git { () throws(GitError) in try repository.references(below: "refs/remotes/\(remote)") }
    let asStrict = known.filter { reference in
      let block = policy.rule(forRef: "refs/heads/" + reference.name.dropFirst(prefix.count))?.block ?? []
      return block.isSuperset(of: rule?.block ?? [])
    }
    return asStrict.map { .commit($0.id) } + own
  }

  /// The protected side of a push: where it left the main branch, as the remote has it.
  ///
  /// The main branch's own rules count on every branch of it, whatever the branch said when it was last pushed.
  private func base(of tip: ObjectID, _ line: PushLine, remote: String?) throws(Failure) -> ObjectID? {
    let known = try commitKnown(as: line.remote)
    let main = try mainBranch(seenFrom: tip, remote: remote)
    let name: String
    if let main { name = main.name } else { name = try policy(at: known ?? tip).main }
    guard line.remoteRef == "refs/heads/\(name)" else {
      guard let main else { return nil }
      return try git { () throws(GitError) in try repository.mergeBase(main.commit, tip) }
    }
    // What is pushed cannot be what it is judged by: without a main branch at the remote there is nothing to protect.
    guard let known else { return nil }
    return try git { () throws(GitError) in try repository.mergeBase(known, tip) }
  }

  /// The commit that the remote has; nil when there is none, or when after a forced push elsewhere it is not here.
  private func commitKnown(as id: ObjectID) throws(Failure) -> ObjectID? {
    if id.isZero { return nil }
    return try git { () throws(GitError) in
      try repository.kind(of: id) == nil ? nil : repository.commitID(peeling: id)
    }
  }
}
