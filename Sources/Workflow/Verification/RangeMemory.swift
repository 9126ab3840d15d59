import Git
import Verification

/// What ranges that are judged one after the other read in common, such as those of one push: notes, contents of files and
/// what these define, and what is asked of history.
final class RangeMemory {
  let notebook: Notebook
  let shelf: BlobShelf
  let symbols: SymbolSearch
  /// What commits changed: a story that was pushed in parts is judged by the same ones twice.
  var changes: [ObjectID: StoryCommit] = [:]
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

  /// A few stories are searched for one by one, as that finds little; for more, all that names any story is read once.
  func expect(stories: Int) {
    if stories > 4, messages == nil { messages = HistoryMemory() }
  }
}
