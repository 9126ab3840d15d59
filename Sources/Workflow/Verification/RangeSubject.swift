import Git
import PlanFiles
import PlanModel
import Verification

/// What conditions are judged against, read from the repository: the tip's tree, and the linked commits of a range.
final class RangeSubject: Subject {
  let commit: ObjectID
  let tree: ObjectID
  private let repository: Repository
  private let commits: [ID<Story>: [ObjectID]]
  private let code: CommitCode
  private let shelf: BlobShelf
  private let symbols: SymbolSearch
  private let memory: RangeMemory
  private let isShallow: Bool
  /// Whether the commits may go on beyond the border of a shallow clone.
  private let isCut: Bool
  private lazy var borders = repository.border.compactMap { try? CommitTree($0, in: repository) }
  private var hasReadChanges = false
  /// The trees before the first commits of stories, by the commit whose tree it is.
  private var earlier: [ObjectID: CommitCode] = [:]
  private var paths: Set<String>?
  /// The new names of files that were renamed between a commit and the tip.
  private var renames: [ObjectID: [String: String]] = [:]
  /// What conditions about lines ask for again and again, and how many more lines are kept.
  private var lines: [FileChange: LineChanges] = [:]
  private var linesLeft = 1_000_000

  /// - Parameters:
  ///   - commits: the commits of the range by story, oldest first.
  ///   - isWhole: whether they are meant to be all that the tip can reach, and not those of a range that ends before the
  ///     border of a shallow clone.
  init(
    tip: ObjectID, commits: [ID<Story>: [ObjectID]], isWhole: Bool, in repository: Repository, _ memory: RangeMemory
  ) throws(GitError) {
    self.memory = memory
    shelf = memory.shelf
    symbols = memory.symbols
    code = CommitCode(tip, in: repository, shelf, symbols)
    commit = tip
    tree = try repository.commit(tip).tree
    self.commits = commits
    self.repository = repository
    isShallow = repository.isShallow
    isCut = isShallow && isWhole
  }

  func files() throws -> [TreeEntry] { try code.files() }

  func files(below folder: String) throws -> [TreeEntry] { try code.files(below: folder) }

  func expect(_ files: [TreeEntry]) { code.expect(files) }

  func contents(of file: TreeEntry, limit: Int) throws -> [UInt8]? { try code.contents(of: file, limit: limit) }

  func definitions(of name: String, in files: [TreeEntry]) throws -> SymbolReading {
    try symbols.definitions(of: name, in: files)
  }

  func tree(before commits: [StoryCommit]) throws -> any CodeTree {
    // What is written into the plan is no work on what it is about.
    guard let first = commits.first(where: { !$0.changes.allSatisfy(\.isOfPlan) }) else { return self }
    guard let parent = try repository.commit(first.id).parents.first else { return EmptyCode() }
    let known = earlier[parent] ?? CommitCode(parent, in: repository, shelf, symbols)
    earlier[parent] = known
    return known
  }

  func commits(of story: ID<Story>) throws -> [StoryCommit] {
    let ids = commits[story] ?? []
    try readChanges()
    let known = ids.compactMap { memory.changes[$0] }
    guard isShallow else { return known }
    // At the border of a shallow clone a commit seems to add all that there is; what it changes is not known here.
    return try known.filter { try !repository.commit($0.id).parents.isEmpty }
  }

  /// A commit that names a story has its id from the plan: none is older than the story's file.
  func mayLackCommits(of story: ID<Story>) throws -> Bool {
    guard isCut else { return false }
    let folder = PlanReader(EmptyTree()).folder(of: .story)
    return borders.contains { (try? $0.firstName(in: folder, withPrefix: story.description)) ?? nil != nil }
  }

  /// All stories' at once.
  private func readChanges() throws {
    if hasReadChanges { return }
    try memory.readChanges(of: commits.values.joined(), in: repository)
    hasReadChanges = true
  }

  func currentPath(of path: String, since commit: ObjectID) throws -> String? {
    let known = try paths ?? Set(files().map(\.path))
    paths = known
    if known.contains(path) { return path }
    if let renames = renames[commit] { return renames[path] }
    var renamed: [String: String] = [:]
    for change in try repository.changes(from: commit, to: self.commit) {
      if let old = change.oldPath { renamed[old] = change.path }
    }
    renames[commit] = renamed
    return renamed[path]
  }

  func mayTouch(_ words: [UInt8], in change: FileChange) throws -> Bool {
    for blob in [change.oldBlob, change.newBlob].compactMap(\.self) {
      guard let contents = try shelf.contents(of: blob, limit: Repository.largestComparedFile) else { return true }
      if contents[...].firstPlace(of: words) != nil { return true }
    }
    return false
  }

  func lines(of change: FileChange) throws -> LineChanges {
    if let known = lines[change] { return known }
    let found = try compared(change)
    let size = found.added.count + found.removed.count
    if size <= linesLeft {
      linesLeft -= size
      lines[change] = found
    }
    return found
  }

  private func compared(_ change: FileChange) throws(GitError) -> LineChanges {
    do throws(GitError) {
      do throws(GitError) {
        return try repository.lineChanges(of: change)
      } catch .missingObject(let id) {
        let blobs = memory.changes.values.flatMap(\.changes).flatMap { [$0.oldBlob, $0.newBlob].compactMap(\.self) }
        guard try repository.fetchMissing(blobs) else { throw .missingObject(id) }
        return try repository.lineChanges(of: change)
      }
    } catch .objectTooLarge {
      // Nothing of this size is read by people either; its lines count as none, and say why.
      return LineChanges(isBinary: true)
    }
  }
}
