package import Drafting
package import Git
import PlanFiles
package import PlanModel

/// A commit, and the stories that it may belong to, the nearest first.
package struct SuggestedLinks: Sendable {
  package var commit: Commit
  package var suggestions: [StorySuggestion]
  /// The stories that its message names.
  package var named: [ID<Story>] = []
}

extension Workspace {
  /// For each commit, the stories that it most probably belongs to. Nothing is written.
  ///
  /// - Parameter revisions: single commits and ranges `A..B`; none for HEAD.
  package func suggestStories(for revisions: [String], limit: Int) throws(Failure) -> [SuggestedLinks] {
    let stories = try stories().filter { $0.status != .dropped }
    var ids: [ObjectID] = []
    for revision in revisions.isEmpty ? ["HEAD"] : revisions { ids += try commits(meantBy: revision) }
    var seen: Set<ObjectID> = []
    let finder = StoryFinder(stories)
    var findings: [Finding] = []
    let key = try plan().policy(&findings).trailer
    var links: [SuggestedLinks] = []
    for id in ids where seen.insert(id).inserted {
      let commit = try git { () throws(GitError) in try repository.commit(id) }
      var link = SuggestedLinks(commit: commit, suggestions: try suggestions(for: commit, finder, limit: limit))
      link.named = LinkClaims(message: commit.message, key: key).stories
      links.append(link)
    }
    return links
  }

  /// Of more stories, titles and criteria alone are compared where a suggestion is only a hint.
  private static let mostReadWhole = 1_000

  /// For commits without a story the one that is nearest, where one that takes work is near enough.
  func nearestStories(to commits: [Commit]) throws(Failure) -> [SuggestedLinks] {
    guard !commits.isEmpty else { return [] }
    let stories = try stories().filter(\.status.acceptsWork)
    // Nobody waits a second for a line that was not asked for.
    let finder = StoryFinder(stories, depth: stories.count > Self.mostReadWhole ? .brief : .whole)
    var links: [SuggestedLinks] = []
    for commit in commits {
      let near = try suggestions(for: commit, finder, limit: 1).filter { $0.score >= StoryFinder.nearness }
      if !near.isEmpty { links.append(SuggestedLinks(commit: commit, suggestions: near)) }
    }
    return links
  }

  private func stories() throws(Failure) -> [Story] {
    var findings: [Finding] = []
    return try plan().items(&findings)
  }

  private func suggestions(
    for commit: Commit, _ finder: StoryFinder, limit: Int
  ) throws(Failure) -> [StorySuggestion] {
    let paths = try git { () throws(GitError) in try repository.changes(of: commit.id).map(\.path) }
    return finder.suggestions(for: MessageWords.text(of: commit.message), paths: paths, limit: limit)
  }

  private func commits(meantBy revision: String) throws(Failure) -> [ObjectID] {
    guard revision.contains("..") else { return [try commit(revision)] }
    let range = try range(revision)
    return try git { () throws(GitError) in
      try repository.commits(reachableFrom: [range.tip], notFrom: range.base.map { [.commit($0)] } ?? [])
    }
  }
}
