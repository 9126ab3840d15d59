import Exchange
import FileSystem
import PlanFiles
import PlanModel

extension Workspace {
  /// Takes over what another tool keeps: its items become intents and stories with ids of their own, and the tool's id
  /// stays with them as `origin`. What was imported before is left as it is.
  ///
  /// - Throws: when no file is of a tool that is known, or files are of several and none was named.
  package func importPlan(_ options: ImportOptions) throws(Failure) -> ImportOutcome {
    let snapshot = try snapshot()
    let base = try nameInPlan(options.path)
    let found = try ForeignFiles.find(at: surroundings.absolute(options.path), calledFrom: base)
    let (tool, own) = try Self.sort(found.files, options)
    var outcome = ImportOutcome(tool: tool, path: options.path)
    outcome.isApplied = options.apply
    if tool == .handoff {
      let restored = try RestoredFiles(own.map { ExportedPlan($0) }, snapshot.plan, in: self, &outcome)
      if options.apply { try commit(restored.change) }
    } else {
      // At the top of a repository everything is a neighbour.
      let folder = base.isEmpty ? Self.commonFolder(of: own) : ""
      if !base.isEmpty || !folder.isEmpty {
        let paths = Set(own.map(\.path))
        outcome.passedOver = (found.files.map(\.path) + found.others)
          .filter { $0.hasPrefix(folder) && !paths.contains($0) }.sorted()
      }
      let foreign = tool.read(own)
      outcome.passedOver += foreign.passedOver
      outcome.findings += foreign.findings
      let imported = ImportedFiles(foreign, snapshot.plan, in: self, &outcome)
      if options.apply { try commit(imported.change()) }
    }
    return outcome
  }

  /// How the path is told in `origin`: from the top of the work tree where it lies in it, else by its last component.
  private func nameInPlan(_ path: String) throws(Failure) -> String {
    let absolute = surroundings.absolute(path)
    let whole = (try? FileSystem.realPath(absolute)) ?? absolute
    let top = try top()
    if whole == top { return "" }
    if whole.hasPrefix(top + "/") { return String(whole.dropFirst(top.count + 1)) }
    return whole.split(separator: "/").last.map(String.init) ?? path
  }

  /// The tool, and the files that are its.
  private static func sort(
    _ files: [ForeignFile], _ options: ImportOptions
  ) throws(Failure) -> (ForeignTool, [ForeignFile]) {
    var found: [ForeignTool: [ForeignFile]] = [:]
    for file in files {
      if let tool = ForeignTool.recognise(file) { found[tool, default: []].append(file) }
    }
    if let tool = options.tool {
      if let own = found[tool] { return (tool, own) }
      // Who names a file and its tool means it.
      if files.count == 1 { return (tool, files) }
      throw Failure(.importing(.nothingOfTool(tool.name, path: options.path)))
    }
    guard let (tool, own) = found.first else {
      throw Failure(.importing(.nothingRecognised(path: options.path)))
    }
    guard found.count == 1 else {
      let counts = Dictionary(uniqueKeysWithValues: found.map { ($0.key.rawValue, $0.value.count) })
      throw Failure(.importing(.severalTools(path: options.path, counts)))
    }
    return (tool, own)
  }

  /// The folder that all of the tool's files lie in, with `/` behind it; empty for the top.
  private static func commonFolder(of own: [ForeignFile]) -> String {
    var common = Array(own.first?.path.split(separator: "/").dropLast() ?? [])
    for file in own {
      let folders = file.path.split(separator: "/").dropLast()
      let same = zip(common, folders).prefix { pair in pair.0 == pair.1 }
      common = Array(common.prefix(same.count))
    }
    return common.map { $0 + "/" }.joined()
  }
}
