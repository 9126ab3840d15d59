import Git

extension Workspace {
  /// Judges a push where it arrives, before anything of it is taken: as a pre-push hook of the pusher would have. Nothing
  /// is written: git refuses that while objects are in quarantine (git-receive-pack(1)).
  ///
  /// Notes that come with the same push count.
  package func judgeReceived(_ input: String) throws(Failure) -> PushOutcome {
    let (lines, unreadable) = PushLine.all(in: input) { PushLine(received: $0) }
    return try judgeReceived(lines, unreadable: unreadable)
  }

  /// Judges one ref, as git gives it to update.
  package func judgeReceived(ref: String, old: String, new: String) throws(Failure) -> PushOutcome {
    guard let line = PushLine(ref: ref, old: old, new: new) else {
      return try judgeReceived([], unreadable: [[ref, old, new].joined(separator: " ")])
    }
    return try judgeReceived([line], unreadable: [])
  }

  private func judgeReceived(_ lines: [PushLine], unreadable: [String]) throws(Failure) -> PushOutcome {
    let notes = lines.filter { $0.remoteRef == CommitRecord.ref && !$0.local.isZero }
    pushedNotes = notes.map { Reference(name: $0.remoteRef, id: $0.local) }
    let refs = try judge(lines, PushTarget(receiving: lines, in: repository))
    return PushOutcome(refs: refs, unreadable: unreadable, isReceived: true)
  }

  /// Notes on every tip that was taken what its stories were found to be. The push is over: this judges it once more,
  /// against what was there before.
  ///
  /// - Returns: the refs whose verdicts were noted.
  package func recordReceived(_ input: String) throws(Failure) -> [String] {
    let (lines, _) = PushLine.all(in: input) { PushLine(received: $0) }
    var recorded: [String] = []
    for ref in try judge(lines, PushTarget(receiving: lines, in: repository)) {
      guard case .judged(let outcome) = ref.state, !outcome.stories.isEmpty else { continue }
      _ = try record(outcome, KnownResults(), in: CommitRecord.serverRef)
      recorded.append(ref.name)
    }
    return recorded
  }

  /// The same repository, with a name for what a server writes by itself where git knows none.
  package func namedForServer() throws(Failure) -> Workspace {
    if (try? repository.identity()) != nil { return self }
    var surroundings = surroundings
    for who in ["AUTHOR", "COMMITTER"] {
      surroundings.environment["GIT_\(who)_NAME"] = "git-handoff"
      surroundings.environment["GIT_\(who)_EMAIL"] = "git-handoff@localhost"
    }
    return try Workspace(surroundings)
  }
}
