import Concurrency
import FileSystem
import Git
import Workflow

/// Tells whether the plan that is served may be another: the kernel is asked where it knows, and everything is looked at from
/// time to time, for it does not know of what other machines write.
struct PlanWatch {
  /// A look at all files takes this share of the time at most, and much less where the kernel tells of changes.
  private static let share = (alone: 40, watched: 200)

  private let options: SiteOptions
  private var folders: [String] = []
  private var watch: FolderWatch?
  /// Times and sizes of all files of the plan, and where the refs stand.
  private var seen: [Int64] = []
  private var seenRefs: [Int64] = []
  private var next = ContinuousClock.now
  private var nextRefs = ContinuousClock.now
  /// How long refs are left alone.
  private static let pauseOfRefs = Duration.milliseconds(250)
  /// Whether the kernel told of a change since the last look.
  private var isTold = false

  init(_ options: SiteOptions) { self.options = options }

  /// Whether it is time to ask whether something changed; costs nothing.
  mutating func isDue() -> Bool {
    if watch?.hasNews() == true { isTold = true }
    let now = ContinuousClock.now
    return isTold || now >= next || now >= nextRefs
  }

  /// Whether somebody should look; costs next to nothing.
  mutating func mayHaveChanged(_ workspace: Workspace) -> Bool {
    if isDue(), isTold || ContinuousClock.now >= next { return true }
    nextRefs = ContinuousClock.now + Self.pauseOfRefs
    return refs(of: workspace) != seenRefs
  }

  /// Looks at all of it, and says whether something changed since the last look.
  mutating func look(_ workspace: Workspace) -> Bool {
    let start = ContinuousClock.now
    _ = watch?.hasNews()
    isTold = false
    var found = files(of: workspace)
    // A folder is watched before it is looked at, so that no change falls between the two.
    for _ in 0..<3 where found.folders != folders {
      folders = found.folders
      watch = folders.isEmpty ? nil : FolderWatch(folders)
      found = files(of: workspace)
    }
    let refs = refs(of: workspace)
    defer { (seen, seenRefs) = (found.marks, refs) }
    let end = ContinuousClock.now
    next = end + (end - start) * (watch == nil ? Self.share.alone : Self.share.watched)
    return found.marks != seen || refs != seenRefs
  }

  private func refs(of workspace: Workspace) -> [Int64] {
    let repository = workspace.repository
    let names = ["HEAD"] + (options.revision.map { [$0] } ?? [])
    var ids = names.compactMap { try? repository.resolve($0) }
    let prefixes = ["refs/heads/", "refs/tags/", "refs/notes/", "refs/remotes/"]
    ids += prefixes.flatMap { (try? repository.references(below: $0))?.map(\.id) ?? [] }
    return ids.flatMap { $0.bytes.prefix(8).map(Int64.init) }
  }

  /// What tells the files of the plan from others, and the folders that hold them.
  private func files(of workspace: Workspace) -> Found {
    guard options.revision == nil, let top = workspace.location.workTree else { return Found() }
    return Self.files(below: "\(top)/.handoff")
  }

  private struct Found: Sendable {
    var marks: [Int64] = []
    var folders: [String] = []
  }

  private static func files(below folder: String, depth: Int = 0) -> Found {
    guard depth < 4, let entries = try? FileSystem.list(folder) else { return Found() }
    var found = Found(folders: [folder])
    var inner: [String] = []
    let statuses = concurrently(entries.map { "\(folder)/\($0.name)" }) { path in
      (path: path, status: try? FileSystem.status(of: path, followingLinks: false))
    }
    for (path, status) in statuses {
      guard let status else { continue }
      found.marks.append(Int64(truncatingIfNeeded: status.identity.inode))
      found.marks.append(status.modified)
      found.marks.append(Int64(status.size))
      if status.kind == .directory { inner.append(path) }
    }
    for below in concurrently(inner, chunk: 32, { files(below: $0, depth: depth + 1) }) {
      found.marks += below.marks
      found.folders += below.folders
    }
    return found
  }
}
