package import Git
package import PlanModel
package import Verification
import FileSystem
import PlanFiles

/// The commits that are judged: what `tip` can reach and `base` cannot.
package struct VerifiedRange: Hashable, Sendable {
  /// The protected side, whose rules count; nil when there is none yet.
  package var base: ObjectID?
  package var tip: ObjectID
  /// The protected side as it stands, whose settings count: the main branch, or what the range is said to begin at.
  package var main: ObjectID?
  /// The words by which it was asked for.
  package var name: String

  package init(base: ObjectID?, tip: ObjectID, name: String) {
    self.base = base
    self.tip = tip
    self.name = name
  }
}

/// What is known of a range: the verdict on every story that it works on, and what the policy says.
package struct VerifyOutcome: Sendable {
  package var range: VerifiedRange
  /// The tree of the tip: what evidence is bound to.
  package var tree: ObjectID
  package var commits: [LinkedCommit]
  package var stories: [StoryReport]
  /// Those of them on which the range does nothing but plan: the policy does not mind their verdicts.
  package var idle: [ID<Story>] = []
  /// Whether the signatures of commits were asked for.
  package var hasAskedForSignatures = false
  /// What the range itself does to what it is judged by, stories first.
  package var termChanges: [TermChange]
  /// Whether a story is judged by words of its branch that its push will not be judged by.
  package var isByOwnWords = false
  /// Whether the range changes `handoff.yml`: it is judged by the protected side's.
  package var hasChangedPolicy: Bool
  /// Files of tests that commits of the judged stories remove, and that are gone at the tip.
  package var removedTests: [String] = []
  /// Changed files that no linked story is about.
  package var ungrounded: [String]
  /// Whether commits of the range, or where it left the main branch, lie beyond the border of a shallow clone.
  package var isIncomplete: Bool
  package var judgement: PushJudgement
  /// The test names that the criteria ask for.
  package var testPatterns: [String]
  /// The commit that the verdict was written to.
  package var recordedOn: ObjectID?
  /// Whether it was to be recorded, and no story was there to record anything of.
  package var recordedNothing = false
  /// Files that are changed and not committed, where results were given that are taken to be for the commit.
  package var uncommitted: [String] = []
  /// Where an engine was asked for an opinion and gave none that holds.
  package var unadvised: [Unadvised] = []
}

/// What takes a while, said before it is done.
package enum VerifyStep: Hashable, Sendable {
  /// A command of a criterion is run.
  case running(String)
  /// An engine is asked for its opinion.
  case asking(ID<Story>, questions: Int)
}

/// What `verify` is asked.
package struct VerifyOptions: Sendable {
  /// `A..B`, one revision, or a story's id; nil for the work that is not on the main branch yet.
  package var revision: String?
  /// Reports of tests and of coverage, and folders of them.
  package var results: [String] = []
  /// Another message that counts as the tip's, such as a pull request's description.
  package var messageFile: String?
  package var record = false
  /// Runs the commands of criteria that are trusted here, within these limits.
  package var run: RunLimits?
  /// Asks an engine what it thinks of `judge` conditions.
  package var opinions: OpinionOptions?
  /// Leaves out what is about the push and not about its stories: findings in the plan, changed criteria, files that no story
  /// names. The push cannot be decided by the outcome then.
  package var onlyVerdicts = false
  /// Judges a story by what was agreed on the main branch, as its push will be, also where its branch says otherwise.
  package var asAgreed = false
  /// Has the signatures of commits checked.
  package var checksSignatures = false

  package init() {}
}

extension Workspace {
  /// Judges code against the plan. Nothing is written unless `record` asks for it.
  ///
  /// - Parameter progress: told of each command and request beforehand.
  package func verify(
    _ options: VerifyOptions, progress: (VerifyStep) -> Void = { _ in }
  ) throws(Failure) -> VerifyOutcome {
    if let text = options.revision, let story = try storyNamed(text) {
      return try verify(story: story, options, progress)
    }
    let range = try range(options.revision)
    return try verify(range, options, progress, by: rulebook(of: range))
  }

  /// Judges all commits of a range.
  func verify(
    _ range: VerifiedRange, _ options: VerifyOptions, _ progress: (VerifyStep) -> Void = { _ in }, by rulebook: Rulebook
  ) throws(Failure) -> VerifyOutcome {
    let exclusions: [Exclusion] = range.base.map { [.commit($0)] } ?? []
    let commits = try git { () throws(GitError) in
      try repository.commits(reachableFrom: [range.tip], notFrom: exclusions)
    }
    return try verify(range, commits: commits, options, progress, rulebook: rulebook)
  }

  func rulebook(of range: VerifiedRange) throws(Failure) -> Rulebook {
    try git { () throws(GitError) in
      try Rulebook(base: range.base, main: range.main, tip: range.tip, in: repository, cache: cache)
    }
  }

  func verify(
    _ range: VerifiedRange, commits ids: [ObjectID], _ options: VerifyOptions,
    _ progress: (VerifyStep) -> Void = { _ in }, alwaysJudging stories: [ID<Story>] = [], isWhole: Bool = false,
    reverted: [ObjectID: ObjectID] = [:], rulebook: Rulebook? = nil, memory known: RangeMemory? = nil
  ) throws(Failure) -> VerifyOutcome {
    let messages = try options.messageFile.map { path throws(Failure) in
      let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
        try FileSystem.read(surroundings.absolute(path), limit: 1 << 20)
      }
      return [range.tip: String(decoding: bytes, as: UTF8.self)]
    }
    let memory = if let known { known } else { try RangeMemory(self) }
    let judge = try RangeJudge(
      self, range, commits: ids, extraMessages: messages ?? [:], alwaysJudging: stories, isWhole: isWhole,
      reverted: reverted, rulebook: rulebook, memory: memory)
    var results = try results(options.results, for: range, commits: ids, memory.notebook)
    if let limits = options.run {
      let now = try run(judge.commands, at: range.tip, limits) { progress(.running($0)) }
      let fresh = Set(now.runs.map(\.digest))
      results.runs.runs.removeAll { $0.tree == now.runs.first?.tree && fresh.contains($0.digest) }
      results.runs.runs += now.runs
      results.fresh = now.runs
      results.runs.untrusted = now.untrusted
    }
    var outcome = try judge.outcome(
      ref: "refs/heads/\(judge.policy.main)", results: results, signOffs: localSignOffs(for: range),
      onlyVerdicts: options.onlyVerdicts)
    try addOpinions(to: &outcome, options.opinions, judge, &results, progress)
    if options.checksSignatures { try checkSignatures(of: &outcome) }
    if !options.results.isEmpty { outcome.uncommitted = try otherContent(than: range.tip) }
    outcome.recordedNothing = options.record && outcome.stories.isEmpty
    if options.record, !outcome.stories.isEmpty {
      // Results that are recorded are said to be for the commit, so what was tested has to be the commit.
      if !outcome.uncommitted.isEmpty { throw Failure(.uncommittedChanges(outcome.uncommitted)) }
      outcome.recordedOn = try record(outcome, results)
    }
    return outcome
  }

  private func checkSignatures(of outcome: inout VerifyOutcome) throws(Failure) {
    outcome.hasAskedForSignatures = true
    let signed = outcome.commits.filter(\.commit.isSigned).map(\.commit.id)
    let signatures = try git { () throws(GitError) in try repository.signatures(of: signed) }
    for index in outcome.commits.indices {
      outcome.commits[index].signature = signatures[outcome.commits[index].commit.id]
    }
  }

  // MARK: Which commits

  /// The story that `text` names; nil when it reads as a revision.
  func storyNamed(_ text: String) throws(Failure) -> ID<Story>? {
    guard text.hasPrefix(ItemKind.story.rawValue + "-"), !text.contains("..") else { return nil }
    if let slash = text.firstIndex(of: "/"), let story = ID<Story>(text[..<slash]) { return story }
    // A branch is named after its story, so a whole branch name is a revision.
    guard text.utf8.count <= ItemID.length else { return nil }
    return try id(text, of: Story.self)
  }

  func range(_ text: String?) throws(Failure) -> VerifiedRange {
    let name = text ?? "HEAD"
    if let dots = name.firstRange(of: "..") {
      // `A...B` means the same here: what B has since it left A.
      let end = name[dots.upperBound...].drop { $0 == "." }
      let base = try commit(String(name[..<dots.lowerBound]))
      let tip = try commit(end.isEmpty ? "HEAD" : String(end))
      var range = VerifiedRange(base: try mergeBase(base, tip) ?? base, tip: tip, name: name)
      range.main = base
      return range
    }
    let tip = try commit(name)
    let main = try mainBranch(seenFrom: tip, remote: "origin")
    let base = try main.map { main throws(Failure) in try mergeBase(main.commit, tip) } ?? nil
    var range = VerifiedRange(base: base, tip: tip, name: name)
    range.main = main?.commit
    return range
  }

  func commit(_ revision: String) throws(Failure) -> ObjectID {
    if revision == "HEAD", try git({ () throws(GitError) in try repository.head().commit }) == nil {
      throw Failure(.noCommits)
    }
    do {
      return try repository.resolve(revision)
    } catch .unknownRevision {
      let hint = mainBranch(insteadOf: revision).map { Failure.Hint.didYouMean($0) }
      throw Failure(.git(.unknownRevision(revision)), hints: hint.map { [$0] } ?? [])
    } catch {
      throw Failure(.git(error))
    }
  }

  /// The plan's main branch, where another one's usual name was typed, or where only the remote has it.
  private func mainBranch(insteadOf revision: String) -> String? {
    guard let head = try? repository.head().commit, let main = try? mainBranch(seenFrom: head, remote: "origin") else {
      return nil
    }
    if revision == main.name { return "origin/\(main.name)" }
    guard ["main", "master", "trunk"].contains(revision) else { return nil }
    let isHere = (try? repository.reference("refs/heads/" + main.name)) != nil
    return isHere ? main.name : "origin/\(main.name)"
  }

  private func mergeBase(_ first: ObjectID, _ second: ObjectID) throws(Failure) -> ObjectID? {
    try git { () throws(GitError) in try repository.mergeBase(first, second) }
  }
}
