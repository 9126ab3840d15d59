import CodeIndex
import Git
import PlanModel
import Views
import Workflow

/// What can be read by its address; all of it can be had by tools too, as many agents cannot read resources.
struct Resources {
  let workspace: Workspace

  private static let pageLength = 100

  // MARK: lists

  static let templates: [JSONValue] = [
    template("stories/{id}/context", "story-context", "A story with all that is needed to do it"),
    template("stories/{id}", "story", "A story"), template("intents/{id}", "intent", "An intent: why"),
    template("sources/{id}", "source", "What was said, word for word"),
    template("epics/{id}", "epic", "Stories in their order"), template("decisions/{id}", "decision", "A decision"),
    template("code/{+path}", "code", "Why a file is there, and what depends on it"),
  ]

  private static func template(_ path: String, _ name: String, _ about: String) -> JSONValue {
    [
      "uriTemplate": .string(ResourceAddress.scheme + path), "name": .string(name), "description": .string(about),
      "mimeType": "text/markdown",
    ]
  }

  /// One page; the next one's cursor, if there is one. A repository without a plan has the index alone.
  func list(_ cursor: String?) throws(ProtocolError) -> (resources: [JSONValue], next: String?) {
    var all: [(address: ResourceAddress, title: String, priority: Double)] = [(.index, "All stories", 1)]
    var options = ListOptions()
    options.kinds = Set(ItemKind.allCases)
    let items = (try? workspace.list(options).items) ?? []
    for item in items where item.id.kind == .story {
      guard let id = ID<Story>(item.id) else { continue }
      let isOver = item.status == StoryStatus.shipped.rawValue || item.status == StoryStatus.dropped.rawValue
      all.append((.context(id), item.title, isOver ? 0.2 : 0.9))
    }
    // The title of a source is a stranger's, and a list has no fences.
    all += items.filter { $0.id.kind != .story }.map { item in
      (.item(item.id), item.id.kind == .source ? "What was said, \(item.id)" : item.title, 0.5)
    }
    let start = try Self.start(cursor, of: all.count)
    let page = all[start...].prefix(Self.pageLength)
    let resources = page.map { address, title, priority -> JSONValue in
      [
        "uri": .string(address.uri), "name": .string(Self.name(address)), "title": .string(Sanitiser.line(title)),
        "mimeType": "text/markdown",
        "annotations": ["audience": ["assistant", "user"], "priority": .double(priority)],
      ]
    }
    let end = start + page.count
    return (resources, end < all.count ? Cursor(offset: end).text : nil)
  }

  /// - Throws: for a cursor that was not given out.
  static func start(_ cursor: String?, of count: Int) throws(ProtocolError) -> Int {
    guard let cursor else { return 0 }
    guard let page = Cursor(cursor), page.offset < count else {
      throw .parameters("This cursor was not given out for this list")
    }
    return page.offset
  }

  private static func name(_ address: ResourceAddress) -> String {
    switch address {
    case .index: "index"
    case .item(let id): id.description
    case .context(let id): id.description
    case .code(let path): path
    }
  }

  // MARK: reading

  func text(at address: ResourceAddress, progress: (IndexProgress) -> Void) throws(Failure) -> String {
    switch address {
    case .index:
      let outcome = try workspace.standings()
      return StandingsView.text(
        outcome.stories, total: outcome.stories.count, next: nil, unreadable: outcome.unreadable,
        budget: ToolCalls.usualBudget)
    case .item(let id):
      return ItemReadingView.text(try workspace.show(id.description), budget: ToolCalls.usualBudget)
    case .context(let id):
      let outcome = try workspace.bundle(id.description, progress: progress)
      return StoryContextView.text(
        outcome, blockers: try workspace.blockers(ofStory: id), budget: ToolCalls.usualBudget)
    case .code(let path):
      let outcome = try workspace.impact(ImpactOptions(.name(path)), progress: progress)
      return Material.fenced(
        ImpactView.text(outcome).rendered(inColor: false), from: "the plan and code at \(outcome.commit.short)",
        within: ToolCalls.usualBudget, more: "More: git handoff impact.")
    }
  }
}
