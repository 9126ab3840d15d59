import Git
import PlanFiles
import PlanModel

extension Workspace {
  /// Judges one story by all commits that HEAD can reach and that are linked to it.
  ///
  /// The commits are found by git searching messages, and by the notes. The rules are those of HEAD, unless what was agreed on
  /// the main branch is asked for, as it counts for a push; where the two differ, the outcome says so.
  func verify(
    story id: ID<Story>, _ options: VerifyOptions, _ progress: (VerifyStep) -> Void = { _ in }
  ) throws(Failure) -> VerifyOutcome {
    let tip = try git { () throws(GitError) in try repository.resolve("HEAD") }
    let linked = try linkedCommits(of: id, at: tip, key: policy(at: tip).trailer)
    var range = VerifiedRange(base: tip, tip: tip, name: id.description)
    var rulebook: Rulebook?
    let agreed = try agreed(on: id, at: tip)
    if let agreed, options.asAgreed {
      (range.base, range.main) = (agreed.range.base, agreed.range.main)
      rulebook = agreed.rulebook
    }
    var outcome = try verify(
      range, commits: linked.commits, options, progress, alwaysJudging: [id], isWhole: true, reverted: linked.reverted,
      rulebook: rulebook)
    outcome.isByOwnWords = agreed != nil && !options.asAgreed
    return outcome
  }

  /// What a push is judged by, where the branch has changed the story's criteria or the settings; nil where it has not.
  private func agreed(
    on id: ID<Story>, at tip: ObjectID
  ) throws(Failure) -> (range: VerifiedRange, rulebook: Rulebook)? {
    let range = try range(nil)
    guard let base = range.base, base != tip else { return nil }
    let rulebook = try rulebook(of: range)
    let entry = try tree { () throws(PlanTreeError) in try rulebook.entry(id) }
    return entry.hasChangedCriteria || rulebook.hasChangedPolicy ? (range, rulebook) : nil
  }

  /// The commits that `tip` can reach and that are linked to the story, by a trailer or a note, oldest first.
  ///
  /// Git searches the messages; what only mentions the story is left out again.
  ///
  /// - Parameter newest: commits that have been read, oldest first: what `tip` can reach and some others cannot.
  func linkedCommits(
    of id: ID<Story>, at tip: ObjectID, key: String, after newest: () -> [Commit] = { [] }, _ memory: RangeMemory? = nil
  ) throws(Failure) -> LinkedHistory {
    try git { () throws(GitError) in
      var history: [Commit] = []
      var found = try memory?.history?.commits(mentioning: id, at: tip)
      if found == nil, surroundings.memory == nil {
        found = try memory?.messages?.commits(
          mentioning: [id], at: tip, in: repository, folder: location.commonDirectory)
      }
      if found == nil { found = try commits(mentioning: [id], at: tip, after: newest()) }
      for commit in found ?? [] { history.append(try repository.commit(commit)) }
      let linked = history.filter { LinkClaims(message: $0.message, key: key).stories.contains(id) }.map(\.id)
      let noted = try notedCommits(of: id, at: tip, except: Set(linked), memory)
      let all = noted.isEmpty ? linked : try inOrder(Set(noted + linked), at: tip)
      let reverts = try Reverts(among: history, in: repository)
      return LinkedHistory(commits: all, reverted: reverts.reverting.filter { all.contains($0.key) })
    }
  }

  /// Commits that `tip` can reach, the oldest first.
  private func inOrder(_ commits: Set<ObjectID>, at tip: ObjectID) throws(GitError) -> [ObjectID] {
    if commits.count < 2 { return Array(commits) }
    return try repository.commits(reachableFrom: [tip]).filter(commits.contains)
  }

  private func notedCommits(
    of id: ID<Story>, at tip: ObjectID, except known: Set<ObjectID>, _ memory: RangeMemory?
  ) throws(GitError) -> [ObjectID] {
    var commits: [ObjectID] = []
    let notebook = if let memory { memory.notebook } else { try Notebook(repository) }
    for (commit, record) in try notebook.records().sorted(by: { $0.key < $1.key })
    where record.links.contains(id) && !known.contains(commit) {
      guard try repository.kind(of: commit) == .commit else { continue }
      let history = memory?.history ?? PushHistory(tips: [tip], in: repository)
      if try history.isAncestor(commit, of: tip) { commits.append(commit) }
    }
    return commits
  }
}

/// What the history of a commit has for one story.
struct LinkedHistory {
  /// Oldest first, those that were taken back again among them.
  var commits: [ObjectID]
  /// By the commit that was taken back, the one that did so.
  var reverted: [ObjectID: ObjectID]

  /// What still is work on the story.
  var work: [ObjectID] { commits.filter { reverted[$0] == nil } }
}
