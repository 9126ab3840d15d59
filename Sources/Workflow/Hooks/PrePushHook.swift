import Git

extension Workspace {
  /// Judges every ref that is about to be pushed, by the objects that are here; the network is not asked.
  ///
  /// - Parameters:
  ///   - remote: the remote's name, or its URL when it has none.
  ///   - input: what git wrote to standard input.
  package func judgePush(to remote: String, input: String) throws(Failure) -> PushOutcome {
    let (lines, unreadable) = PushLine.all(in: input) { PushLine($0) }
    var outcome = PushOutcome(refs: [], unreadable: unreadable)
    // Everything is up to date: git calls the hook all the same.
    if lines.isEmpty { return outcome }
    let target = PushTarget(remote: try name(ofRemote: remote), in: repository)
    outcome.refs = try judge(lines, target)
    return outcome
  }

  /// The remote's name; nil for a URL that no remote has.
  private func name(ofRemote text: String) throws(Failure) -> String? {
    let remotes = try git { () throws(GitError) in try repository.remotes() }
    return remotes.first { $0.name == text }?.name ?? remotes.first { $0.url == text }?.name
  }
}
