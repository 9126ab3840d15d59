import Git
import PlanModel

extension Workspace {
  /// Judges one story by all commits that HEAD can reach and that are linked to it.
  ///
  /// The commits are found by git searching messages, and by the notes; the rules are those of HEAD.
  func verify(story id: ID<Story>, _ options: VerifyOptions) throws(Failure) -> VerifyOutcome {
    let tip = try git { () throws(GitError) in try repository.resolve("HEAD") }
    let range = VerifiedRange(base: tip, tip: tip, name: id.description)
    return try verify(
      range, commits: linkedCommits(of: id, at: tip, key: policy(at: tip).trailer), options, alwaysJudging: [id])
  }

  /// The commits that `tip` can reach and that are linked to the story, by a trailer or a note, oldest first.
  ///
  /// Git searches the messages; what only mentions the story is left out again.
  func linkedCommits(of id: ID<Story>, at tip: ObjectID, key: String) throws(Failure) -> [ObjectID] {
    let arguments = ["rev-list", "--reverse", "--topo-order", "--fixed-strings", "--grep=\(id)", tip.hex]
    return try git { () throws(GitError) in
      let mentioning = try repository.git.line(of: arguments).split(separator: "\n").compactMap { ObjectID($0) }
      var linked: [ObjectID] = []
      for commit in mentioning {
        let claims = LinkClaims(message: try repository.commit(commit).message, key: key)
        if claims.stories.contains(id) { linked.append(commit) }
      }
      return try notedCommits(of: id, at: tip, except: Set(linked)) + linked
    }
  }

  private func notedCommits(
    of id: ID<Story>, at tip: ObjectID, except known: Set<ObjectID>
  ) throws(GitError) -> [ObjectID] {
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
