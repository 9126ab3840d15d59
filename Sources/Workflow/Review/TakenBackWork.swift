package import Git
package import PlanModel
import PlanFiles
import Verification

/// A story whose work was there before a range, and is taken back by a commit of it.
package struct TakenBackWork: Hashable, Sendable {
  package var story: ID<Story>
  package var title: String
  package var status: StoryStatus
  package var file: String
  package var commit: ObjectID
  package var by: ObjectID
}

extension Workspace {
  /// What a range says to take back of stories that it is not linked to itself: git's messages of reverts name the commit,
  /// and not the story.
  func takenBack(
    in verification: VerifyOutcome, _ plan: Plan, key: String
  ) throws(Failure) -> [TakenBackWork] {
    let own = verification.commits.map(\.commit)
    return try git { () throws(GitError) in
      let reverts = try Reverts(among: own, in: repository)
      let ids = Set(own.map(\.id))
      let earlier = reverts.reverting.filter { !ids.contains($0.key) && !reverts.isReverted($0.value) }
      if earlier.isEmpty { return [] }
      let noted = try Notebook(repository).records(on: Array(earlier.keys))
      var found: [TakenBackWork] = []
      for (commit, by) in earlier.sorted(by: { $0.key < $1.key }) {
        let claims = LinkClaims(message: try repository.commit(commit).message, key: key)
        let stories = Set(claims.stories).union(noted[commit]?.links ?? [])
        for story in plan.stories where stories.contains(story.id) && story.status != .dropped {
          found.append(
            TakenBackWork(
              story: story.id, title: story.title, status: story.status, file: story.file, commit: commit, by: by))
        }
      }
      return found
    }
  }
}
