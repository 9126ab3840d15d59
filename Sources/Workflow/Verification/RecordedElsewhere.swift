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
      let code = try memory.code(of: tip, in: repository)
      var newest = NewestResults()
      if let last = try memory.lastRecord(of: story, in: repository) { newest.add(last.record, on: last.commit) }
      if let record = code.record { newest.add(record.moved(from: code.id, to: tree)) }
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
}

extension RangeMemory {
  /// What notes keep that is not of the range, read once for all its stories.
  struct Elsewhere {
    /// By commit its code, and what is noted on that.
    var codes: [ObjectID: (id: ObjectID, record: CommitRecord?)] = [:]
    /// What was recorded last when each story was judged, wherever that was; a clone may have a note, and not its commit.
    var last: [ID<Story>: (commit: ObjectID?, record: CommitRecord)]?
  }

  fileprivate func code(
    of tip: ObjectID, in repository: Repository
  ) throws(GitError) -> (id: ObjectID, record: CommitRecord?) {
    if let known = elsewhere.codes[tip] { return known }
    let id = try repository.codeID(of: tip)
    let code = (id: id, record: try notebook.records(on: [id])[id])
    elsewhere.codes[tip] = code
    return code
  }

  fileprivate func lastRecord(
    of story: ID<Story>, in repository: Repository
  ) throws(GitError) -> (commit: ObjectID?, record: CommitRecord)? {
    if let last = elsewhere.last { return last[story] }
    var last: [ID<Story>: (commit: ObjectID?, record: CommitRecord)] = [:]
    var times: [ID<Story>: Int64] = [:]
    for (id, record) in try notebook.records().sorted(by: { $0.key.hex < $1.key.hex }) where record.hasResults {
      let commit = try repository.kind(of: id) == .commit ? id : nil
      let seconds = try commit.map { id throws(GitError) in try repository.commit(id).committer.seconds } ?? .min
      for story in Set(record.verdicts.map(\.story)) where last[story] == nil || seconds > times[story] ?? .min {
        last[story] = (commit, record)
        times[story] = seconds
      }
    }
    elsewhere.last = last
    return last[story]
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
