/// The commits that were read last, but for those with long messages.
final class CommitShelf {
  private static let most = 10_000
  private static let longestMessage = 4096

  private var commits: [ObjectID: Commit] = [:]

  func commit(_ id: ObjectID, from objects: any ObjectReader) throws(GitError) -> Commit {
    if let known = commits[id] { return known }
    let commit = try objects.commit(id)
    if commit.message.utf8.count <= Self.longestMessage {
      if commits.count >= Self.most { commits = [:] }
      commits[id] = commit
    }
    return commit
  }
}
