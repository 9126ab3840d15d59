package import PlanModel
import Git

/// A branch for a story.
package struct StartOutcome: Sendable {
  package var story: Story
  package var branch: String
  /// Whether the branch was made now; else it was there, and is checked out.
  package var isNew: Bool
  /// Whether the story's file is in the branch's commits: hooks on a server see no other.
  package var isCommitted: Bool
  /// Other branches that work on the story, change it, or change code that it is about.
  package var overlaps: OverlapOutcome?
}

extension Workspace {
  /// Makes and checks out a branch named after the story; commits on it are linked to the story by the hooks.
  package func start(_ text: String, branch name: String? = nil) throws(Failure) -> StartOutcome {
    let id = try id(text, of: Story.self)
    let story = try item(id)
    guard story.status.acceptsWork else { throw Failure(.storyTakesNoWork(id, story.status)) }
    let blockers = try blockers(of: story)
    guard blockers.isEmpty else { throw Failure(.blockedStory(id, blockers)) }
    let branch = name ?? story.branchName
    guard Story.id(inBranch: branch) == id else {
      // Where the id is in the middle of a word, the rest of the name is what can stay.
      let rest = branch.replacing("\(id)", with: "").split(whereSeparator: { "-_/".contains($0) })
      let example = ([id.description] + rest.map(String.init)).joined(separator: "-")
      let expected =
        "a name with the story's id at its start or behind a '/', such as \(example): that is how its commits are linked"
      throw Failure(.invalidValue(field: "branch", value: branch, expected: expected))
    }
    let exists = try git { () throws(GitError) in try repository.reference("refs/heads/\(branch)") != nil }
    let head = try git { () throws(GitError) in try repository.head() }
    if head.branch != branch {
      try git { () throws(GitError) in
        try exists ? repository.switchTo(branch) : repository.createBranch(branch)
      }
    }
    let commit = try git { () throws(GitError) in try repository.head().commit }
    let isCommitted = try commit.map { commit throws(Failure) in
      try git { () throws(GitError) in try repository.entry(at: story.file, in: commit) != nil }
    }
    return StartOutcome(
      story: story, branch: branch, isNew: !exists && head.branch != branch, isCommitted: isCommitted ?? false,
      overlaps: try commit.map { commit throws(Failure) in
        try overlaps(of: commit, branch: branch, story: id, depth: .items)
      })
  }
}

extension Story {
  /// The name of its file without the ending: `st-9c4t8wq2-mute-from-settings`.
  package var branchName: String {
    let name = file.split(separator: "/").last.map(String.init) ?? id.description
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// The story that a branch is named after: the first whole id in the name, at the start of a part of it.
  package static func id(inBranch name: String) -> ID<Story>? {
    for part in name.split(separator: "/") where part.utf8.count >= ItemID.length {
      let rest = part.dropFirst(ItemID.length)
      guard rest.isEmpty || rest.first == "-" || rest.first == "_" else { continue }
      if let id = ID<Story>(part.prefix(ItemID.length)) { return id }
    }
    return nil
  }
}
