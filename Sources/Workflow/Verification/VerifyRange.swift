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
  /// Stories whose criteria the range itself changes: they are judged by the protected side's.
  package var changedCriteria: [ID<Story>]
  /// Whether the range changes `handoff.yml`: it is judged by the protected side's.
  package var hasChangedPolicy: Bool
  /// Changed files that no linked story is about.
  package var ungrounded: [String]
  package var judgement: PushJudgement
  /// The test names that the criteria ask for.
  package var testPatterns: [String]
  /// The commit that the verdict was written to.
  package var recordedOn: ObjectID?
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

  package init() {}
}

extension Workspace {
  /// Judges code against the plan. Nothing is written unless `record` asks for it.
  package func verify(_ options: VerifyOptions) throws(Failure) -> VerifyOutcome {
    if let text = options.revision, let story = try storyNamed(text) {
      return try verify(story: story, options)
    }
    let range = try range(options.revision)
    let exclusions: [Exclusion] = range.base.map { [.commit($0)] } ?? []
    let commits = try git { () throws(GitError) in
      try repository.commits(reachableFrom: [range.tip], notFrom: exclusions)
    }
    return try verify(range, commits: commits, options)
  }

  func verify(
    _ range: VerifiedRange, commits ids: [ObjectID], _ options: VerifyOptions, alwaysJudging stories: [ID<Story>] = []
  ) throws(Failure) -> VerifyOutcome {
    let messages = try options.messageFile.map { path throws(Failure) in
      let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
        try FileSystem.read(surroundings.absolute(path), limit: 1 << 20)
      }
      return [range.tip: String(decoding: bytes, as: UTF8.self)]
    }
    let judge = try RangeJudge(self, range, commits: ids, extraMessages: messages ?? [:], alwaysJudging: stories)
    let results = try results(options.results, for: range, commits: ids)
    var outcome = try judge.outcome(
      ref: "refs/heads/\(judge.policy.main)", results: results, signOffs: localSignOffs(for: range))
    if options.record, !outcome.stories.isEmpty {
      if !options.results.isEmpty { try refuseOtherContent(range.tip) }
      outcome.recordedOn = try record(outcome, results)
    }
    return outcome
  }

  // MARK: Which commits

  /// The story that `text` names; nil when it reads as a revision.
  func storyNamed(_ text: String) throws(Failure) -> ID<Story>? {
    guard text.hasPrefix(ItemKind.story.rawValue + "-"), !text.contains("..") else { return nil }
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
      return VerifiedRange(base: try mergeBase(base, tip) ?? base, tip: tip, name: name)
    }
    let tip = try commit(name)
    return VerifiedRange(base: try protectedBase(of: tip), tip: tip, name: name)
  }

  func commit(_ revision: String) throws(Failure) -> ObjectID {
    if revision == "HEAD", try git({ () throws(GitError) in try repository.head().commit }) == nil {
      throw Failure(.noCommits)
    }
    return try git { () throws(GitError) in try repository.resolve(revision) }
  }

  private func mergeBase(_ first: ObjectID, _ second: ObjectID) throws(Failure) -> ObjectID? {
    try git { () throws(GitError) in try repository.mergeBase(first, second) }
  }

  /// Where `tip` left the main branch, as the remote is known to have it, else as it is here.
  func protectedBase(of tip: ObjectID, remote: String? = "origin") throws(Failure) -> ObjectID? {
    guard let main = try mainBranch(seenFrom: tip, remote: remote) else { return nil }
    return try mergeBase(main.commit, tip)
  }

  // MARK: Evidence

  /// What the reports say, and what notes keep for the range.
  private func results(
    _ files: [String], for range: VerifiedRange, commits: [ObjectID]
  ) throws(Failure) -> KnownResults {
    let tree = try git { () throws(GitError) in try repository.commit(range.tip).tree }
    var reports = ReportFiles(surroundings, commit: range.tip, tree: tree)
    for file in files { try reports.read(file) }
    var known = reports.known
    // What is given now replaces what was recorded of the same tests.
    let given = Set(known.tests.flatMap(\.cases).map(\.fullName))
    let recorded = try recordedResults(commits, tip: range.tip)
    for results in recorded.tests {
      let cases = results.cases.filter { results.tree != tree || !given.contains($0.fullName) }
      if !cases.isEmpty { known.tests.append(TestResults(cases, origin: results.origin, tree: results.tree)) }
    }
    known.shares = recorded.shares
    return known
  }

  /// What earlier runs recorded on the commits of the range, newest last; each says which tree it is for.
  ///
  /// A commit that differs from the tip in plan files alone has the same code: a sign-off that is committed behind a test
  /// run does not make the run stale.
  func recordedResults(_ commits: [ObjectID], tip: ObjectID) throws(Failure) -> KnownResults {
    try git { () throws(GitError) in
      let notes = try repository.notes(on: commits, ref: CommitRecord.ref)
      let tree = try repository.commit(tip).tree
      // Of a test that was recorded more than once for the same code, the newest counts, and so of a share.
      var newest: [String: RecordedTest] = [:]
      var shares: [String: [RecordedShare]] = [:]
      for (commit, note) in commits.compactMap({ id in notes[id].map { (id, $0) } }) {
        let own = try repository.commit(commit).tree
        let since = commit == tip ? [] : try repository.changes(from: commit, to: tip)
        let isSameCode = since.allSatisfy(\.isOfPlan)
        let record = CommitRecord(note)
        for recorded in record.tests {
          let isForTip = isSameCode && recorded.tree == own
          let test = RecordedTest(recorded.test, tree: isForTip ? tree : recorded.tree)
          newest["\(test.tree) \(test.test.fullName)"] = test
        }
        let current = record.shares.map { share in
          var share = share
          if isSameCode, share.tree == own { share.tree = tree }
          return share
        }
        shares.merge(Dictionary(grouping: current) { "\($0.tree) \($0.story) \($0.glob)" }) { $1 }
      }
      var record = CommitRecord()
      record.tests = newest.sorted { $0.key < $1.key }.map(\.value)
      let inOrder = shares.sorted { $0.key < $1.key }.flatMap(\.value)
      return KnownResults(tests: record.results, shares: inOrder)
    }
  }

  /// Sign-offs of the work tree count where it is what is judged, before they are committed.
  private func localSignOffs(for range: VerifiedRange) throws(Failure) -> [SignOff] {
    guard location.workTree != nil, try git({ () throws(GitError) in try repository.head().commit }) == range.tip else {
      return []
    }
    var findings: [Finding] = []
    return try standingPlan().signOffs(&findings)
  }

  /// Results that are recorded are said to be for the commit, so what was tested has to be the commit.
  private func refuseOtherContent(_ tip: ObjectID) throws(Failure) {
    let head = try git { () throws(GitError) in try repository.head().commit }
    guard location.workTree != nil, head == tip else { return }
    let changed = try git { () throws(GitError) in
      try repository.git.output(of: ["diff", "--name-only", "--no-ext-diff", "-z", "HEAD", "--", ":!.handoff"])
    }
    let paths = changed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    if !paths.isEmpty { throw Failure(.uncommittedChanges(paths)) }
  }

  /// Writes what was found to the notes of the tip: the verdicts, the outcomes of the tests that criteria ask
  /// for, and the shares of lines that were covered.
  private func record(_ outcome: VerifyOutcome, _ results: KnownResults) throws(Failure) -> ObjectID {
    let tip = outcome.range.tip
    let old = try git { () throws(GitError) in try repository.note(on: tip, ref: CommitRecord.ref) }
    var record = CommitRecord(old ?? "")
    let fresh = results.tests.filter { $0.commit == tip }
    // A new run for this tree replaces what was known of it.
    let names = Set(fresh.flatMap(\.cases).map(\.fullName))
    record.tests.removeAll { $0.tree == outcome.tree && names.contains($0.test.fullName) }
    record.tests += fresh.flatMap(\.cases).filter { $0.isNamed(byAnyOf: outcome.testPatterns) }
      .map { RecordedTest($0, tree: outcome.tree) }
    let judged = Set(outcome.stories.map(\.id))
    if !results.coverage.isEmpty {
      record.shares.removeAll { judged.contains($0.story) && $0.tree == outcome.tree }
      record.shares += outcome.stories.flatMap { $0.shares(of: outcome.tree) }
    }
    record.verdicts.removeAll { judged.contains($0.story) && $0.tree == outcome.tree }
    record.verdicts += outcome.stories.map { RecordedVerdict(story: $0.id, tree: outcome.tree, verdict: $0.verdict) }
    try git { () throws(GitError) in try repository.writeNote(record.text, on: tip, ref: CommitRecord.ref) }
    return tip
  }
}

extension FileChange {
  /// Whether the plan changes, perhaps among other things.
  var touchesPlan: Bool { path.hasPrefix(".handoff") || oldPath?.hasPrefix(".handoff") == true }

  /// Whether only the plan changes.
  var isOfPlan: Bool { path.hasPrefix(".handoff/") && oldPath?.hasPrefix(".handoff/") != false }
}
