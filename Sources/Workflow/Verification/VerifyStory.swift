import Git
import PlanModel

extension Workspace {
  /// Judges one story by all commits that HEAD can reach and that are linked to it.
  ///
  /// The commits are found by git searching messages, and by the notes; the rules are those of HEAD.
  func verify(story id: ID<Story>, _ options: VerifyOptions) throws(Failure) -> VerifyOutcome {
    let tip = try git { () throws(GitError) in try repository.resolve("HEAD") }
    let range = VerifiedRange(base: tip, tip: tip, name: id.description)
    return try verify(range, commits: try linkedCommits(of: id, at: tip), options)
  }

  /// The commits that `tip` can reach whose message or note names the story, oldest first.
  func linkedCommits(of id: ID<Story>, at tip: ObjectID) throws(Failure) -> [ObjectID] {
    let arguments = ["rev-list", "--reverse", "--topo-order", "--fixed-strings", "--grep=\(id)", tip.hex]
    let named = try git { () throws(GitError) in
      try repository.git.line(of: arguments).split(separator: "\n").compactMap { ObjectID($0) }
    }
    return try notedCommits(of: id, at: tip, except: Set(named)) + named
  }

  private func notedCommits(
    of id: ID<Story>, at tip: ObjectID, except known: Set<ObjectID>
  ) throws(Failure) -> [ObjectID] {
    try git { () throws(GitError) in
      let noted = try repository.noteBlobs(ref: CommitRecord.ref).keys.filter { !known.contains($0) }
      let notes = try repository.notes(on: noted, ref: CommitRecord.ref)
      var commits: [ObjectID] = []
      for (commit, note) in notes.sorted(by: { $0.key.hex < $1.key.hex })
      where CommitRecord(note).links.contains(id) {
        if try repository.kind(of: commit) != nil, try repository.isAncestor(commit, of: tip) { commits.append(commit) }
      }
      return commits
    }
  }
}
