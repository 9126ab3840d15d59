import FileSystem
package import Git
package import PlanModel

/// A link that was made after the fact.
package struct LinkOutcome: Sendable {
  package var commit: Commit
  package var story: ID<Story>
  package var title: String
  /// False when the note said so already, or never did.
  package var isChanged: Bool
  /// Whether the commit's message names the story, which no note takes back.
  package var isInMessage = false
}

extension Workspace {
  /// Notes on a commit that it belongs to a story, without changing the commit; nothing where its message says so.
  package func link(_ revision: String, to story: String) throws(Failure) -> LinkOutcome {
    try changeLink(revision, story) { links, id, isInMessage in
      guard !isInMessage, !links.contains(id) else { return false }
      links.append(id)
      return true
    }
  }

  /// Takes such a note back. Trailers stay: they are part of the commit.
  package func unlink(_ revision: String, from story: String) throws(Failure) -> LinkOutcome {
    try changeLink(revision, story) { links, id, _ in
      guard links.contains(id) else { return false }
      links.removeAll { $0 == id }
      return true
    }
  }

  private func changeLink(
    _ revision: String, _ text: String, _ change: (inout [ID<Story>], ID<Story>, _ isInMessage: Bool) -> Bool
  ) throws(Failure) -> LinkOutcome {
    let story = try item(id(text, of: Story.self))
    let commit = try git { () throws(GitError) in try repository.commit(repository.resolve(revision)) }
    let claims = LinkClaims(message: commit.message, key: try policy(at: commit.id).trailer)
    let isInMessage = claims.stories.contains(story.id)
    var isChanged = false
    let lock = try notesLock()
    defer { lock.release() }
    try git { () throws(GitError) in
      try Notebook(repository).change([commit.id]) { _, record in
        isChanged = change(&record.links, story.id, isInMessage)
      }
    }
    return LinkOutcome(
      commit: commit, story: story.id, title: story.title, isChanged: isChanged, isInMessage: isInMessage)
  }
}
