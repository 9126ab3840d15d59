import FileSystem
import Git
import PlanFiles
import PlanModel
import Verification

extension Workspace {
  /// What the reports say, and what notes keep for the range.
  func results(
    _ files: [String], for range: VerifiedRange, commits: [ObjectID], _ notebook: Notebook
  ) throws(Failure) -> KnownResults {
    let tree = try git { () throws(GitError) in try repository.commit(range.tip).tree }
    var reports = ReportFiles(surroundings, commit: range.tip, tree: tree)
    for file in files { try reports.read(file) }
    var known = reports.known
    // What is given now replaces what was recorded of the same tests.
    let given = Set(known.tests.flatMap(\.cases).map(\.fullName))
    let recorded = try recordedResults(commits, tip: range.tip, notebook)
    for results in recorded.tests {
      let cases = results.cases.filter { results.tree != tree || !given.contains($0.fullName) }
      if !cases.isEmpty { known.tests.append(TestResults(cases, origin: results.origin, tree: results.tree)) }
    }
    known.shares = recorded.shares
    known.commits = recorded.commits
    known.runs.runs = recorded.runs.runs
    known.opinions = recorded.opinions
    return known
  }

  /// What earlier runs recorded on the commits of the range, newest last; each says which tree it is for.
  ///
  /// A commit that differs from the tip in plan files alone has the same code: a sign-off that is committed behind a test
  /// run does not make the run stale.
  func recordedResults(
    _ commits: [ObjectID], tip: ObjectID, _ notebook: Notebook
  ) throws(Failure) -> KnownResults {
    try git { () throws(GitError) in
      let tree = try repository.commit(tip).tree
      let records = try notebook.records(on: commits + [tree])
      var newest = NewestResults()
      // What was noted on the tree itself is for every commit that has it, also one that was rebased or squashed.
      if let record = records[tree] { newest.add(record) }
      for (commit, record) in commits.compactMap({ id in records[id].map { (id, $0) } }) {
        let own = try repository.commit(commit).tree
        let since = commit == tip ? [] : try repository.changes(from: commit, to: tip)
        newest.add(since.allSatisfy(\.isOfPlan) ? record.moved(from: own, to: tree) : record, on: commit)
      }
      return newest.results
    }
  }

  /// Sign-offs of the work tree count where it is what is judged, before they are committed.
  func localSignOffs(for range: VerifiedRange) throws(Failure) -> [SignOff] {
    guard location.workTree != nil, try git({ () throws(GitError) in try repository.head().commit }) == range.tip else {
      return []
    }
    var findings: [Finding] = []
    return try standingPlan().signOffs(&findings)
  }

  /// The files, the plan's apart, by which the work tree differs from a commit that is checked out.
  func otherContent(than tip: ObjectID) throws(Failure) -> [String] {
    let head = try git { () throws(GitError) in try repository.head().commit }
    guard location.workTree != nil, head == tip else { return [] }
    let changed = try git { () throws(GitError) in
      try repository.git.output(of: ["diff", "--name-only", "--no-ext-diff", "-z", "HEAD", "--", ":!.handoff"])
    }
    return changed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes what was found to the notes of the tip: the verdicts, the outcomes of the tests that criteria ask
  /// for, and the shares of lines that were covered.
  func record(
    _ outcome: VerifyOutcome, _ results: KnownResults, in ref: String = CommitRecord.ref
  ) throws(Failure) -> ObjectID {
    let tip = outcome.range.tip
    let fresh = results.tests.filter { $0.commit == tip }.flatMap(\.cases)
    // A new run for this tree replaces what was known of it.
    let names = Set(fresh.map(\.fullName))
    let named = fresh.filter { $0.isNamed(byAnyOf: outcome.testPatterns) }
    let judged = Set(outcome.stories.map(\.id))
    let tree = outcome.tree
    let runs = Set(results.fresh.map(\.digest))
    let opinions = Set(results.freshOpinions.map(\.subject))
    let lock = try notesLock()
    defer { lock.release() }
    try git { () throws(GitError) in
      let code = try repository.codeID(of: tip)
      // On the tree too, which a rebase or squash that changes nothing keeps; and on the code alone, which is the same when
      // only the plan was changed since.
      try Notebook(repository).change([tip, tree] + (code == tree ? [] : [code]), in: ref) { id, record in
        let (content, tree) = (tree, id == code ? code : tree)
        record.tests.removeAll { $0.tree == tree && names.contains($0.test.fullName) }
        record.tests += named.map { RecordedTest($0, tree: tree) }
        record.runs.removeAll { $0.tree == tree && runs.contains($0.digest) }
        record.runs += results.fresh.map { $0.said(of: tree) }
        if !results.coverage.isEmpty {
          record.shares.removeAll { judged.contains($0.story) && $0.tree == tree }
          record.shares += outcome.stories.flatMap { $0.shares(of: tree) }
        }
        guard tree == content else { return }
        record.opinions.removeAll { opinions.contains($0.subject) }
        record.opinions += results.freshOpinions
        record.verdicts.removeAll { judged.contains($0.story) && $0.tree == tree }
        record.verdicts += outcome.stories.map { RecordedVerdict(story: $0.id, tree: tree, verdict: $0.verdict) }
      }
    }
    return tip
  }
}

extension CommandRun {
  fileprivate func said(of tree: ObjectID) -> CommandRun {
    var run = self
    run.tree = tree
    return run
  }
}
