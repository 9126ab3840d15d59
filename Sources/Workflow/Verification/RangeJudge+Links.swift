import Git
import PlanFiles
import PlanModel
import Verification

extension RangeJudge {
  /// The commits in their order. What those changed that may be linked to a story is asked for already.
  static func read(
    _ ids: [ObjectID], _ notes: [ObjectID: CommitRecord], in repository: Repository
  ) throws(GitError) -> [Commit] {
    var commits: [Commit] = []
    for id in ids { commits.append(try repository.commit(id)) }
    let story = Array("\(ItemKind.story.rawValue)-".utf8)
    repository.expectChanges(
      of: commits.filter { commit in
        notes[commit.id] != nil || Array(commit.message.utf8)[...].firstPlace(of: story) != nil
      })
    return commits
  }

  static func link(
    _ commit: Commit, messages: [String], noted: [ID<Story>], _ rulebook: Rulebook, _ workspace: Workspace,
    isNew: Bool
  ) throws(Failure) -> LinkedCommit {
    var claims = LinkClaims(message: messages.joined(separator: "\n\n"), key: rulebook.policy.trailer)
    for story in noted { claims.add(story: story.description) }
    var linked = LinkedCommit(commit: commit, stories: [], invalid: claims.malformed.map { .malformed($0) })
    for story in claims.stories {
      let entry = try workspace.tree { () throws(PlanTreeError) in try rulebook.entry(story) }
      if let judging = entry.judging { linked.stories.append(judging.id) }
      // Of work that was done long ago nobody asks whether the story is open now.
      if entry.acceptsWork || !isNew && entry.judging != nil { continue }
      if try workspace.tree({ () throws(PlanTreeError) in try rulebook.isOfMainAlone(story) }) {
        linked.stories.append(story)
        continue
      }
      let known = try workspace.tree { () throws(PlanTreeError) in try rulebook.knownStories() }
      if let problem = InvalidLink.Problem(linkTo: story, entry.judging, known: known) {
        linked.invalid.append(problem)
      }
    }
    for reference in claims.criteria where linked.stories.contains(reference.story) {
      linked.criteria.append(reference)
      let entry = try workspace.tree { () throws(PlanTreeError) in try rulebook.entry(reference.story) }
      if entry.judging?.criterion(reference.criterion) == nil { linked.invalid.append(.unknownCriterion(reference)) }
    }
    if linked.stories.isEmpty, linked.invalid.isEmpty {
      linked.exemption = try exemption(of: commit, claims, rulebook, workspace)
      linked.declines = claims.declinesWithReason
      linked.missed = Trailers.missed(rulebook.policy.trailer, in: commit.message)
    }
    return linked
  }

  private static func exemption(
    of commit: Commit, _ claims: LinkClaims, _ rulebook: Rulebook, _ workspace: Workspace
  ) throws(Failure) -> Exemption? {
    if rulebook.isFirstPlan {
      let policy = try workspace.git { () throws(GitError) in
        try workspace.repository.entry(at: Policy.file, in: commit.id)
      }
      if policy == nil { return .beforePlan }
    }
    if claims.declinesWithReason, rulebook.policy.commits.exemptKinds.contains(.noStory) { return .kind(.noStory) }
    return try workspace.judging {
      try Exemptions(rulebook.policy.commits).exemption(of: commit) { try workspace.repository.changes(of: commit.id) }
    }
  }
}
