import Git
import Verification

/// What ranges that are judged one after the other read in common, such as those of one push: notes, contents of files and
/// what these define, and what is asked of history.
final class RangeMemory {
  let notebook: Notebook
  let shelf: BlobShelf
  let symbols: SymbolSearch
  /// What commits changed: a story that was pushed in parts is judged by the same ones twice.
  private(set) var changes: [ObjectID: StoryCommit] = [:]
  var elsewhere = Elsewhere()
  /// Of a range with many stories: which commits mention which, searched once for all of them.
  private(set) var messages: HistoryMemory?
  /// Of a push.
  let history: PushHistory?

  init(_ workspace: Workspace, history: PushHistory? = nil) throws(Failure) {
    let repository = workspace.repository
    notebook = try workspace.git { () throws(GitError) in try Notebook(repository, pushed: workspace.pushedNotes) }
    shelf = BlobShelf(repository)
    symbols = SymbolSearch(shelf, environment: workspace.surroundings.environment)
    self.history = history
  }

  /// Has git tell what these commits changed, as far as that is not known: all at once, so that one process tells them.
  func readChanges(of commits: some Sequence<ObjectID>, in repository: Repository) throws(GitError) {
    var unknown: [Commit] = []
    var seen: Set<ObjectID> = []
    for id in commits where changes[id] == nil && seen.insert(id).inserted { unknown.append(try repository.commit(id)) }
    let told = try repository.changes(of: unknown)
    for commit in unknown {
      changes[commit.id] = StoryCommit(id: commit.id, isMerge: commit.isMerge, changes: told[commit.id] ?? [])
    }
  }

  /// The paths that commits changed, as far as that was read.
  func paths(changedBy commits: some Sequence<Commit>) -> some Sequence<String> {
    commits.lazy.flatMap { self.changes[$0.id]?.changes ?? [] }.map(\.path)
  }

  /// A few stories are searched for one by one, as that finds little; for more, all that names any story is read once.
  func expect(stories: Int) {
    if stories > 4, messages == nil { messages = HistoryMemory() }
  }
}
