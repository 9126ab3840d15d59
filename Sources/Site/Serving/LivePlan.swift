import FileSystem
import Git
package import Workflow

/// The plan that is served, read again when its files or the commits change.
package actor LivePlan {
  /// One state of the plan, with the addresses of its pages.
  struct State: Sendable {
    var site: Site
    var pages: [String: SitePage]
    var version: String

    init(_ site: Site, version: String) {
      self.site = site
      self.version = version
      pages = Dictionary(site.pages.map { ("/" + $0.path, $0) }) { first, _ in first }
    }
  }

  private let surroundings: Surroundings
  private let options: SiteOptions
  private let start: String
  private var count = 1
  private var seen: [Int64] = []
  private(set) var state: State
  /// What is wrong with the plan as it stands now, while the last one that could be read is shown.
  private(set) var failure: Failure?
  private var search: (version: String, scripts: SearchScripts, byPath: [String: SearchScripts.Script])?

  package init(_ surroundings: Surroundings, _ options: SiteOptions) throws(Failure) {
    self.surroundings = surroundings
    self.options = options
    start = String(surroundings.randomness(), radix: 36)
    let workspace = try Workspace(surroundings)
    seen = Self.marks(of: workspace, options)
    state = State(Site(try workspace.site(options)), version: "\(start)-1")
  }

  private func adopt(_ site: Site) {
    count += 1
    state = State(site, version: "\(start)-\(count)")
  }

  /// Reads the plan again where something changed since the last time.
  package func refresh() {
    guard let workspace = try? Workspace(surroundings) else { return }
    let marks = Self.marks(of: workspace, options)
    guard marks != seen else { return }
    seen = marks
    do throws(Failure) {
      adopt(Site(try workspace.site(options)))
      failure = nil
    } catch {
      failure = error
    }
  }

  /// A script of the search; nil where none has that address.
  package func script(at path: String) -> [UInt8]? {
    if search?.version != state.version {
      let scripts = state.site.searchScripts()
      search = (
        state.version, scripts, Dictionary(scripts.all.map { ("/" + $0.path, $0) }) { first, _ in first }
      )
    }
    return search.flatMap { search in search.byPath[path].map { search.scripts.bytes(of: $0) } }
  }

  /// What the plan says otherwise between two revisions; without one, between HEAD and the files as they stand.
  func changes(from: String, to: String) throws(Failure) -> DiffOutcome {
    var asked = DiffOptions()
    for name in [from, to] where name.contains("..") {
      throw Failure(.invalidValue(field: "revision", value: name, expected: "one revision, and no range"))
    }
    asked.revision = to.isEmpty ? (from.isEmpty ? nil : from) : "\(from.isEmpty ? "HEAD" : from)..\(to)"
    return try Workspace(surroundings).diff(asked)
  }

  // MARK: What tells that something changed

  /// Times and sizes of all files of the plan, and where the refs stand.
  private static func marks(of workspace: Workspace, _ options: SiteOptions) -> [Int64] {
    var marks: [Int64] = []
    if options.revision == nil, let top = workspace.location.workTree { add("\(top)/.handoff", depth: 0, to: &marks) }
    let repository = workspace.repository
    let names = ["HEAD"] + (options.revision.map { [$0] } ?? [])
    var ids = names.compactMap { try? repository.resolve($0) }
    let prefixes = ["refs/heads/", "refs/tags/", "refs/notes/", "refs/remotes/"]
    ids += prefixes.flatMap { (try? repository.references(below: $0))?.map(\.id) ?? [] }
    for id in ids { marks += id.bytes.prefix(8).map(Int64.init) }
    return marks
  }

  private static func add(_ folder: String, depth: Int, to marks: inout [Int64]) {
    guard depth < 4, let entries = try? FileSystem.list(folder) else { return }
    for entry in entries {
      let path = "\(folder)/\(entry.name)"
      guard let status = try? FileSystem.status(of: path, followingLinks: false) else { continue }
      marks.append(Int64(truncatingIfNeeded: status.identity.inode))
      marks.append(status.modified)
      marks.append(Int64(status.size))
      if status.kind == .directory { add(path, depth: depth + 1, to: &marks) }
    }
  }
}
