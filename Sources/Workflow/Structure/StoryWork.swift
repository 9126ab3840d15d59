package import Git
import PlanFiles
package import PlanModel
import Verification

/// What was done for a story, and what was said of it.
package struct StoryWork: Sendable {
  /// The commits that HEAD can reach and that are linked to it, oldest first; without those that were taken back.
  package var commits: [Commit] = []
  /// Those of them that write into the plan alone: they plan or sign off, and build nothing. Told where it is asked for.
  package var planOnly: Set<ObjectID> = []
  /// Whether anything but the plan was changed for it.
  package var isBegun: Bool { commits.contains { !planOnly.contains($0.id) } }
  /// The last verdict that was recorded on a commit which HEAD can reach.
  package var verdict: KnownVerdict?
}

/// A verdict that somebody recorded.
package struct KnownVerdict: Sendable {
  package var verdict: Verdict
  package var commit: Commit
  /// Whether it was given for the content that HEAD has.
  package var isOfHead: Bool
}

extension Workspace {
  /// Those commits that write into the plan alone; one process, however many they are.
  func planOnly(among commits: [ObjectID]) throws(Failure) -> Set<ObjectID> {
    let changes = try git { () throws(GitError) in try repository.changes(of: commits) }
    return Set(changes.filter { !$0.value.isEmpty && $0.value.allSatisfy(\.isOfPlan) }.keys)
  }

  /// What was done for some stories: git is asked once, however many they are.
  func work(on stories: Set<ID<Story>>) throws(Failure) -> [ID<Story>: StoryWork] {
    guard !stories.isEmpty, let head = try git({ () throws(GitError) in try repository.head().commit }) else {
      return [:]
    }
    var findings: [Finding] = []
    let key = try plan().policy(&findings).trailer
    return try git { () throws(GitError) in
      var work: [ID<Story>: StoryWork] = [:]
      var history: [Commit] = []
      for id in try commits(mentioning: stories, at: head) { history.append(try repository.commit(id)) }
      let reverts = try Reverts(among: history, in: repository)
      for commit in history where !reverts.isReverted(commit.id) {
        let claims = LinkClaims(message: commit.message, key: key)
        for story in claims.stories where stories.contains(story) {
          work[story, default: StoryWork()].commits.append(commit)
        }
      }
      try addNotes(on: stories, at: head, to: &work)
      return work
    }
  }

  /// Links and verdicts that were noted on commits.
  private func addNotes(
    on stories: Set<ID<Story>>, at head: ObjectID, to work: inout [ID<Story>: StoryWork]
  ) throws(GitError) {
    let tree = try repository.commit(head).tree
    // The newest first, as only the last verdict counts.
    for (commit, record) in try records(of: stories) {
      let known = work
      let links = Set(record.links).filter { story in
        stories.contains(story) && known[story]?.commits.contains { $0.id == commit.id } != true
      }
      let verdicts = record.verdicts.filter {
        stories.contains($0.story) && known[$0.story]?.verdict == nil && $0.tree == commit.tree
      }
      guard !links.isEmpty || !verdicts.isEmpty, try repository.isAncestor(commit.id, of: head) else { continue }
      for story in links { work[story, default: StoryWork()].commits.insert(commit, at: 0) }
      for verdict in verdicts {
        work[verdict.story, default: StoryWork()].verdict = KnownVerdict(
          verdict: verdict.verdict, commit: commit, isOfHead: verdict.tree == tree)
      }
    }
  }

  /// What is other now, in a story and in the code of HEAD, than where a verdict was recorded.
  func changes(of story: Story, since verdict: KnownVerdict) throws(Failure) -> Set<VerdictChange> {
    var changes: Set<VerdictChange> = []
    let past = try plan(of: verdict.commit.id)
    let then = try tree { () throws(PlanTreeError) in try past.item(story.id) }?.item
    if let then, !then.criteria.elementsEqual(story.criteria, by: Self.askTheSame) { changes.insert(.criteria) }
    if verdict.isOfHead { return changes }
    let isOther = try git { () throws(GitError) in
      guard let head = try repository.head().commit else { return true }
      return try repository.codeID(of: head) != repository.codeID(of: verdict.commit.id)
    }
    if isOther { changes.insert(.code) }
    return changes
  }

  /// Wherever they stand in their files.
  private static func askTheSame(_ then: Criterion, _ now: Criterion) -> Bool {
    then.id == now.id && then.wording.foldingWhiteSpace() == now.wording.foldingWhiteSpace()
      && then.conditions.map(\.check) == now.conditions.map(\.check)
  }

  /// The notes that say something of some stories, on commits that are here, the newest commits first.
  private func records(of stories: Set<ID<Story>>) throws(GitError) -> [(commit: Commit, record: CommitRecord)] {
    var records: [(commit: Commit, record: CommitRecord)] = []
    for (id, record) in try Notebook(repository).records() {
      guard !stories.isDisjoint(with: record.links + record.verdicts.map(\.story)),
        try repository.kind(of: id) == .commit
      else { continue }
      records.append((try repository.commit(id), record))
    }
    return records.sorted {
      ($0.commit.committer.seconds, $0.commit.id.hex) > ($1.commit.committer.seconds, $1.commit.id.hex)
    }
  }
}
