package import FileSystem
package import Git
package import PlanFiles
import PlanModel

/// A repository with its plan, as one command sees it. Every verb is an extension in a file of its own.
package final class Workspace {
  package let surroundings: Surroundings
  package let location: RepositoryLocation
  package let repository: Repository
  /// Notes that a push brings along, on a server that has not taken it yet.
  var pushedNotes: [Reference] = []
  /// The settings of each file of them that was read: a push of many refs asks for the same again and again.
  var policies: [ObjectID: Policy] = [:]
  /// What was read of plans before.
  private(set) lazy var cache = RecordCache(directory: stateDirectory, reader: surroundings.reader)

  /// Finds the repository around the calling folder; nothing of it is opened yet. What a command had decided on that was
  /// killed in the midst is finished first, so that nobody reads, or changes, a plan of which a half is written.
  ///
  /// - Parameter last: one that read the same plan before in this process: what stands as it did is not read again.
  package init(_ surroundings: Surroundings, after last: Workspace? = nil) throws(Failure) {
    self.surroundings = surroundings
    let location = try failing(Failure.Reason.git) { () throws(GitError) in
      try RepositoryLocation.discover(from: surroundings.directory, environment: surroundings.environment)
    }
    self.location = location
    repository = Repository(location, environment: surroundings.environment)
    try finishInterruptedChange()
    guard let last, last.location == location else { return }
    cache = last.cache
    cache.isReadAgain = true
  }

  /// Who may not write reads what stands there; so does who would have to wait for long.
  private func finishInterruptedChange() throws(Failure) {
    do {
      try Store(stateDirectory: stateDirectory, patience: .seconds(2)).recover()
    } catch .damagedJournal(let path) {
      throw Failure(.file(.damagedJournal(path: path)))
    } catch {}
  }

  /// The top of the work tree.
  package func top() throws(Failure) -> String {
    guard let top = location.workTree else { throw Failure(.bareRepository) }
    return top
  }

  /// The plan as it stands, for reading files one by one: of the work tree, or of HEAD in a bare repository.
  package func standingPlan() throws(Failure) -> PlanReader {
    if let top = location.workTree { return PlanReader(WorkTree(top: top), cache: cache) }
    guard let commit = try git({ () throws(GitError) in try repository.head().commit }) else { throw Failure(.noPlan) }
    return try plan(of: commit)
  }

  /// The plan as it stands; there has to be one.
  package func plan() throws(Failure) -> PlanReader {
    let reader = try standingPlan()
    let hasPlan = try tree { () throws(PlanTreeError) in !(try reader.tree.entries(in: reader.tree.root)).isEmpty }
    guard hasPlan else {
      try refuseHiddenPlan()
      throw Failure(.noPlan, hints: [.run("git handoff init")])
    }
    return reader
  }

  /// A plan that HEAD has and the work tree has not was left out by a sparse checkout, or removed by hand.
  func refuseHiddenPlan() throws(Failure) {
    let isCommitted = try git { () throws(GitError) in
      guard let head = try repository.head().commit else { return false }
      return try repository.entry(at: Policy.file, in: head) != nil
    }
    if isCommitted { throw Failure(.planNotCheckedOut) }
  }

  /// The plan of a commit or of a tree.
  func plan(of commit: ObjectID) throws(Failure) -> PlanReader {
    PlanReader(try git { () throws(GitError) in try CommitTree(commit, in: repository) }, cache: cache)
  }

  /// Everything that can be read of the plan.
  package func snapshot() throws(Failure) -> PlanSnapshot { try plan().snapshot() }

  /// Where this program keeps what can be made again: the lock, the journal of a change under way.
  package var stateDirectory: String { location.commonDirectory + "/handoff" }

  /// A change to files of the work tree.
  package func change() throws(Failure) -> Change { Change(root: try top()) }

  /// Carries a change out, as a whole or not at all.
  package func commit(_ change: Change) throws(Failure) {
    try failing(Failure.Reason.file) { () throws(FileError) in
      try Store(stateDirectory: stateDirectory).commit(change)
    }
  }

  /// Keeps other commands from changing notes until it is released. A note is read, changed and written anew, and git
  /// itself writes notes over those that another process has just written.
  func notesLock() throws(Failure) -> FileLock { try lock("notes.lock") }

  /// Held from before it is seen which sources there are until the last is written: the same file is not taken in twice.
  func intakeLock() throws(Failure) -> FileLock { try lock("intake.lock") }

  private func lock(_ name: String) throws(Failure) -> FileLock {
    do {
      return try FileLock(name, in: stateDirectory, patience: .seconds(30))
    } catch {
      throw Failure(.file(error))
    }
  }

  func git<Value>(_ body: () throws(GitError) -> Value) throws(Failure) -> Value {
    try failing(Failure.Reason.git, body)
  }

  func tree<Value>(_ body: () throws(PlanTreeError) -> Value) throws(Failure) -> Value {
    try failing(Failure.Reason.tree, body)
  }

  /// Who acts, as git knows them.
  package func identity() throws(Failure) -> Identity {
    do {
      return try repository.identity()
    } catch .program {
      throw Failure(
        .noIdentity, hints: [.run("git config user.name \"Your Name\""), .run("git config user.email you@example.com")])
    } catch {
      throw Failure(.git(error))
    }
  }
}
