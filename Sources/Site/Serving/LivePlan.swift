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
  private var watch: PlanWatch
  /// The one that read the plan last.
  private var workspace: Workspace
  private(set) var state: State
  /// What is wrong with the plan as it stands now, while the last one that could be read is shown.
  private(set) var failure: Failure?
  private var search: (version: String, scripts: SearchScripts, byPath: [String: SearchScripts.Script])?

  package init(_ surroundings: Surroundings, _ options: SiteOptions) throws(Failure) {
    self.surroundings = surroundings
    self.options = options
    start = String(surroundings.randomness(), radix: 36)
    let workspace = try Workspace(surroundings, after: Workspace(surroundings))
    var watch = PlanWatch(options)
    _ = watch.look(workspace)
    self.watch = watch
    self.workspace = workspace
    state = State(Site(try workspace.site(options)), version: "\(start)-1")
  }

  private func adopt(_ site: Site) {
    count += 1
    let old = state
    state = State(site, version: "\(start)-\(count)")
    // To let go of a large plan takes a while, and nobody has to wait for it.
    Task.detached { _ = old }
  }

  /// The same as ``refresh()``, for whoever asks again and again: nothing is looked at as long as nothing speaks for a change.
  package func tend() {
    guard watch.isDue(), let workspace = try? Workspace(surroundings, after: workspace),
      watch.mayHaveChanged(workspace)
    else { return }
    refresh(workspace)
  }

  /// Reads the plan again where something changed since the last time.
  package func refresh() {
    guard let workspace = try? Workspace(surroundings, after: workspace) else { return }
    refresh(workspace)
  }

  private func refresh(_ workspace: Workspace) {
    guard watch.look(workspace) else { return }
    self.workspace = workspace
    do throws(Failure) {
      adopt(Site(try workspace.site(options, after: state.site.outcome)))
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
}
