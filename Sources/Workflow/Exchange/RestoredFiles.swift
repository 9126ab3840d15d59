import Exchange
import FileSystem
import PlanFiles
import PlanModel

/// The items of an export as they stood, each in its file and with its id. What the plan has already is left alone.
struct RestoredFiles {
  private(set) var change: Change

  init(
    _ exports: [ExportedPlan], _ plan: Plan, in workspace: Workspace, _ outcome: inout ImportOutcome
  ) throws(Failure) {
    change = try workspace.change()
    let there = plan.unreadable.union(plan.items.map(\.id))
    let top = try workspace.top()
    for export in exports {
      outcome.findings += export.findings
      for item in export.items {
        var entry = ImportOutcome.Item(
          id: item.id, key: item.id.description, title: item.title, path: item.path, act: .new)
        if there.contains(item.id) {
          entry.act = .known
        } else if let finding = put(item, export, &entry) {
          entry.act = .refused
          outcome.findings.append(finding)
        }
        outcome.items.append(entry)
      }
      restore(export.signOffs, top: top, &outcome)
    }
  }

  /// Puts the item's file into the change, or tells why it is not one.
  private mutating func put(
    _ item: ExportedPlan.Item, _ export: ExportedPlan, _ entry: inout ImportOutcome.Item
  ) -> Finding? {
    let bytes = Array(item.content.utf8)
    guard Self.isPlace(item.path, of: item.id) else {
      return Finding(.file(.stray(expected: newPath(of: item.id, title: item.title))), path: item.path)
    }
    switch item.id.kind {
    case .source: return put(source: item, export.statements[item.id] ?? [])
    case .story:
      let reading = Story.read(bytes, path: item.path)
      entry.criteria = reading.item?.criteria.count ?? 0
      entry.dependencies = reading.item?.dependsOn.count ?? 0
      entry.status = reading.item?.status.rawValue
      if reading.item == nil { return reading.findings.first }
    case .intent:
      let reading = Intent.read(bytes, path: item.path)
      entry.status = reading.item?.status.rawValue
      if reading.item == nil { return reading.findings.first }
    case .epic:
      let reading = Epic.read(bytes, path: item.path)
      if reading.item == nil { return reading.findings.first }
    case .decision:
      let reading = Decision.read(bytes, path: item.path)
      if reading.item == nil { return reading.findings.first }
    }
    change.put(bytes, at: item.path, expecting: .absent)
    return nil
  }

  /// Whether a path is where an item of this id belongs: nothing that an export says may lead elsewhere.
  private static func isPlace(_ path: String, of id: ItemID) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSource = id.kind == .source
    guard parts.count == (isSource ? 4 : 3), parts[0] == ".handoff", parts[1] == id.kind.folder,
      parts[2].hasPrefix(id.description)
    else { return false }
    return isSource ? parts[3] == Source.fileName : parts[2].hasSuffix(".md")
  }

  /// A source's words are in the export and its original is not: the words stand for it.
  private mutating func put(source item: ExportedPlan.Item, _ said: [ExportedPlan.Said]) -> Finding? {
    let inOrder = said.sorted { $0.line < $1.line }
    guard inOrder.map(\.line) == Array(1..<(inOrder.count + 1)) else {
      return Finding(.file(.unreadable(reason: "statements of it are missing")), path: item.path)
    }
    let list = StatementList(inOrder.map(\.statement))
    let reading = Source.read(Array(item.content.utf8), statements: list.rows, path: item.path)
    guard var source = reading.item else { return reading.findings.first }
    var files = [Change.NewFile(Source.statementsName, list.rows)]
    for index in source.revisions.indices {
      let lines = source.lines(of: index)
      let words = Array(
        inOrder[(lines.lowerBound - 1)..<(lines.upperBound - 1)].map { $0.statement.text + "\n" }.joined().utf8)
      let name = index == 0 ? "words.txt" : "words-\(index + 1).txt"
      source.revisions[index].original = nil
      source.revisions[index].words = Revision.Words(file: name, sha256: Fingerprint.sha256(words))
      files.append(Change.NewFile(name, words))
    }
    for index in source.attachments.indices { source.attachments[index].file = nil }
    change.putFolder(files + [Change.NewFile(Source.fileName, Array(source.text.utf8))], at: source.folder)
    return nil
  }

  private mutating func restore(
    _ signOffs: [(path: String, content: String)], top: String, _ outcome: inout ImportOutcome
  ) {
    for (path, content) in signOffs {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let isPlace = parts.count == 4 && parts[0] == ".handoff" && parts[1] == "sign-offs"
      guard isPlace, ID<Story>(parts[2]) != nil, parts[3].hasSuffix(".yml"), !parts[3].hasPrefix(".") else {
        outcome.findings.append(Finding(.file(.stray(expected: ".handoff/sign-offs/<story>/")), path: path))
        continue
      }
      if FileSystem.exists("\(top)/\(path)") { continue }
      change.put(Array(content.utf8), at: path, expecting: .absent)
      outcome.signOffs += 1
    }
  }
}
