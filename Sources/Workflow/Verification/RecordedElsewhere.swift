import Git
import PlanModel
import Verification

extension Workspace {
  /// What is recorded, and with it what notes keep beside the range: for the same code with another plan, as before a squash,
  /// and of the story for other code, as before a rebase. Nil where there is nothing of that, or no more than there was.
  ///
  /// - Parameter count: how many commits are looked at on which the story was judged, the newest first.
  func records(
    _ records: Records, andElsewhereOf story: ID<Story>, newest count: Int, at tip: ObjectID, _ memory: RangeMemory
  ) throws(Failure) -> Records? {
    if memory.notebook.isEmpty { return nil }
    return try git { () throws(GitError) in
      let tree = try repository.commit(tip).tree
      let code = try memory.code(of: tip, in: repository)
      let own = try memory.records(of: story, in: repository)
      if count > 1, own.count < count / Self.moreRecords + 1 { return nil }
      var newest = NewestResults()
      for one in own.suffix(count) { newest.add(one.record, on: one.commit) }
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

extension Workspace {
  /// So many times as many records are looked at where those do not say all.
  static var moreRecords: Int { 8 }
  static var mostRecords: Int { 64 }
}

extension RangeMemory {
  /// What notes keep that is not of the range, read once for all its stories.
  struct Elsewhere {
    /// By commit its code, and what is noted on that.
    var codes: [ObjectID: (id: ObjectID, record: CommitRecord?)] = [:]
    /// What has results, the oldest first; a clone may have a note, and not its commit.
    var records: [(commit: ObjectID?, record: CommitRecord)] = []
    /// The places in `records` of those that judged each story.
    var places: [ID<Story>: [Int]]?
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

  /// What was recorded when the story was judged, wherever that was, the oldest first.
  fileprivate func records(
    of story: ID<Story>, in repository: Repository
  ) throws(GitError) -> [(commit: ObjectID?, record: CommitRecord)] {
    if elsewhere.places == nil { try findRecords(in: repository) }
    return (elsewhere.places?[story] ?? []).map { elsewhere.records[$0] }
  }

  private func findRecords(in repository: Repository) throws(GitError) {
    var found: [(seconds: Int64, commit: ObjectID?, record: CommitRecord)] = []
    for (id, record) in try notebook.records().sorted(by: { $0.key < $1.key }) where record.hasResults {
      let commit = try repository.kind(of: id) == .commit ? id : nil
      let seconds = try commit.map { id throws(GitError) in try repository.commit(id).committer.seconds } ?? .min
      found.append((seconds, commit, record))
    }
    // The order of ids is kept among those of one second.
    found = found.enumerated().sorted { ($0.element.seconds, -$0.offset) < ($1.element.seconds, -$1.offset) }
      .map(\.element)
    elsewhere.records = found.map { ($0.commit, $0.record) }
    var places: [ID<Story>: [Int]] = [:]
    for (place, one) in elsewhere.records.enumerated() {
      for story in Set(one.record.verdicts.map(\.story)) { places[story, default: []].append(place) }
    }
    elsewhere.places = places
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
