import Exchange
import FileSystem
import PlanFiles
import PlanModel

/// Another tool's items as files of the plan.
struct ImportedFiles {
  private let workspace: Workspace
  private let tool: ForeignTool
  /// The id of every item by its key, in lower case; those that the plan has from an earlier import too.
  private var ids: [String: ItemID] = [:]
  private var known: Set<String> = []
  private var new: [NewItem] = []
  private var notes: [String: Int] = [:]

  init(
    _ foreign: ForeignPlan, _ plan: Plan, in workspace: Workspace, _ outcome: inout ImportOutcome
  ) {
    self.workspace = workspace
    tool = foreign.tool
    findOrigins(in: plan)
    var items = foreign.items
    giveIDs(to: &items, plan)
    let intents = Dictionary(items.map { ($0.key.lowercased(), $0.parents) }) { first, _ in first }
    for item in items { add(item.agreeable, parents: intents, &outcome) }
    outcome.notes = notes.map { ImportOutcome.Note(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// All of it as one change.
  func change() throws(Failure) -> Change {
    var change = try workspace.change()
    for item in new { change.put(Array(item.text.utf8), at: item.path, expecting: .absent) }
    return change
  }

  // MARK: ids

  /// What the plan has from this tool already.
  private mutating func findOrigins(in plan: Plan) {
    let prefix = "\(tool.rawValue):"
    for (id, origin) in plan.intents.map({ ($0.id.any, $0.origin) }) + plan.stories.map({ ($0.id.any, $0.origin) }) {
      guard let origin, origin.hasPrefix(prefix) else { continue }
      let key = origin.dropFirst(prefix.count).lowercased()
      ids[key] = id
      known.insert(key)
    }
  }

  /// The same key gets the same id each time, so that a preview shows what will be written. Of items with one key the
  /// later ones get a number behind it.
  private mutating func giveIDs(to items: inout [ForeignItem], _ plan: Plan) {
    var taken = plan.unreadable.union(plan.items.map(\.id))
    var seen: Set<String> = []
    // By key: the next number to try, as one key may come again and again.
    var next: [String: Int] = [:]
    for index in items.indices {
      let own = items[index].key
      var number = next[own.lowercased()] ?? 2
      while !seen.insert(items[index].key.lowercased()).inserted {
        items[index].key = "\(own)~\(number)"
        number += 1
        next[own.lowercased()] = number
      }
      let key = items[index].key.lowercased()
      guard ids[key] == nil else { continue }
      let kind: ItemKind = items[index].kind == .intent ? .intent : .story
      var generator = SplitMix64(seed: FNV1a.hash("\(kind.rawValue) \(tool.rawValue):\(key)".utf8))
      while ids[key] == nil {
        let id = ItemID.random(kind, using: &generator)
        if taken.insert(id).inserted { ids[key] = id }
      }
    }
  }

  // MARK: items

  private mutating func add(_ item: ForeignItem, parents: [String: [String]], _ outcome: inout ImportOutcome) {
    guard let id = ids[item.key.lowercased()] else { return }
    var entry = ImportOutcome.Item(
      id: id, key: item.key, title: item.title, path: newPath(of: id, title: item.title), act: .new,
      criteria: item.criteria.count)
    if known.contains(item.key.lowercased()) {
      entry.act = .known
      return outcome.items.append(entry)
    }
    var rendering = ImportedText(item, origin: "\(tool.rawValue):\(item.key)", ids)
    let text: String
    if let story = ID<Story>(id) {
      text = rendering.story(story, intent: intent(of: item, parents))
      entry.status = item.status.rawValue
      entry.dependencies = rendering.dependencies
    } else if let intent = ID<Intent>(id) {
      text = rendering.intent(intent)
      entry.status = item.status.ofIntent.rawValue
      // Its criteria stand as goals.
      entry.criteria = 0
    } else {
      return
    }
    if let finding = refusal(text, id, item.path, at: entry.path) {
      entry.act = .refused
      outcome.findings.append(finding)
    } else {
      for name in rendering.noted { notes[name, default: 0] += 1 }
      new.append(NewItem(id: id, path: entry.path, text: text))
    }
    outcome.items.append(entry)
  }

  /// The intent that a story serves: of its own parents, or of theirs.
  private func intent(of item: ForeignItem, _ parents: [String: [String]]) -> ID<Intent>? {
    var waiting = item.parents
    var seen: Set<String> = []
    while let key = waiting.first?.lowercased() {
      waiting.removeFirst()
      guard seen.insert(key).inserted else { continue }
      if let id = ids[key], let intent = ID<Intent>(id) { return intent }
      waiting += parents[key] ?? []
    }
    return nil
  }

  /// What keeps a file from being read as the item that it is to be; it is told at the file that it comes from.
  private func refusal(_ text: String, _ id: ItemID, _ source: String, at path: String) -> Finding? {
    let bytes = Array(text.utf8)
    guard bytes.count <= PlanDocument.byteLimit else {
      return Finding(.file(.tooLarge(bytes: bytes.count, limit: PlanDocument.byteLimit)), path: source)
    }
    let findings = id.kind == .story ? Story.read(bytes, path: path).findings : Intent.read(bytes, path: path).findings
    guard var finding = findings.first(where: { $0.severity == .error }) else { return nil }
    finding.path = source
    finding.line = 1
    finding.column = 1
    return finding
  }
}

extension StoryStatus {
  /// The same of an intent.
  var ofIntent: IntentStatus {
    switch self {
    case .draft: .draft
    case .ready, .active: .active
    case .shipped: .achieved
    case .dropped: .dropped
    }
  }
}

extension ForeignItem {
  /// Nobody can agree on a story without criteria, so it is a draft, whatever the tool says; its word is kept.
  fileprivate var agreeable: ForeignItem {
    guard kind == .story, criteria.isEmpty, status.acceptsWork else { return self }
    var item = self
    item.status = .draft
    if !notes.contains(where: { $0.name == "status" }) { item.note("status", statusWord ?? status.rawValue) }
    return item
  }
}
