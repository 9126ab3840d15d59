import Git
import PlanModel
import Verification

extension Workspace {
  /// What is recorded, and with it what notes keep beside the range: for the same code with another plan, as before a squash,
  /// and of the story for other code, as before a rebase. Nil where there is nothing of that.
  func records(
    _ records: Records, andElsewhereOf story: ID<Story>, at tip: ObjectID, _ memory: RangeMemory
  ) throws(Failure) -> Records? {
    if memory.notebook.isEmpty { return nil }
    return try git { () throws(GitError) in
      let tree = try repository.commit(tip).tree
      let code = try repository.codeID(of: tip)
      var newest = NewestResults()
      if let last = try lastRecord(of: story, memory) { newest.add(last.record, on: last.commit) }
      if let record = try memory.notebook.records(on: [code])[code] { newest.add(record.moved(from: code, to: tree)) }
      let found = newest.results
      // What is known of this very content replaces what is known of its code.
      let known = Set(records.results.filter { $0.tree == tree || $0.commit == tip }.flatMap(\.cases).map(\.fullName))
      var more = records
      more.results += found.tests.map { results in
        TestResults(
          results.cases.filter { results.tree != tree || !known.contains($0.fullName) }, origin: results.origin,
          tree: results.tree)
      }
      more.shares += found.shares.filter { share in !records.shares.contains { $0.isAbout(share) } }
      more.runs.runs += found.runs.runs.filter { run in
        !records.runs.runs.contains { $0.digest == run.digest && $0.tree == run.tree }
      }
      more.commits.merge(found.commits) { known, _ in known }
      return more
    }
  }

  /// What was recorded last when the story was judged, wherever that was.
  private func lastRecord(
    of story: ID<Story>, _ memory: RangeMemory
  ) throws(GitError) -> (commit: ObjectID?, record: CommitRecord)? {
    var last: (seconds: Int64, commit: ObjectID?, record: CommitRecord)?
    for (id, record) in try memory.notebook.records().sorted(by: { $0.key.hex < $1.key.hex }) {
      guard record.verdicts.contains(where: { $0.story == story }), record.hasResults else { continue }
      // A clone may have a note, and not the commit that it is on.
      let commit = try repository.kind(of: id) == .commit ? id : nil
      let seconds = try commit.map { id throws(GitError) in try repository.commit(id).committer.seconds } ?? .min
      if last.map({ seconds > $0.seconds }) ?? true { last = (seconds, commit, record) }
    }
    return last.map { ($0.commit, $0.record) }
  }
}

extension Repository {
  /// What a commit has beside the plan: the id that its tree would have without the plan's folder.
  func codeID(of commit: ObjectID) throws(GitError) -> ObjectID { try treeID(of: commit, without: ".handoff") }
}

extension CommitRecord {
  fileprivate var hasResults: Bool { !tests.isEmpty || !shares.isEmpty || !runs.isEmpty }
}

extension RecordedShare {
  fileprivate func isAbout(_ other: RecordedShare) -> Bool {
    story == other.story && glob == other.glob && tree == other.tree
  }
}
