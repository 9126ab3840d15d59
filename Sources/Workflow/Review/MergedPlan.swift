import PlanFiles
import PlanModel
import Review

/// Two plans put together in memory, as ``Workspace/merge(_:)`` does it file by file. Nothing is written.
struct MergedPlan {
  /// The files that each side has otherwise than the base.
  let ours: Set<String>
  let theirs: Set<String>
  /// Of each state, what either side changes.
  let plans: (base: Plan, ours: Plan, theirs: Plan)
  private let trees: (base: CommitTree, ours: CommitTree, theirs: CommitTree)
  private let cache: RecordCache

  init(base: CommitTree, ours: CommitTree, theirs: CommitTree, _ cache: RecordCache) {
    trees = (base, ours, theirs)
    self.cache = cache
    self.ours = ours.differences(from: base)
    self.theirs = theirs.differences(from: base)
    let paths = self.ours.union(self.theirs)
    func changed(_ tree: CommitTree) -> Plan { PlanReader(ChangedTree(tree, paths: paths)).snapshot().plan }
    plans = (changed(base), changed(ours), changed(theirs))
  }

  /// What comes of it. Findings are those that neither side has.
  func forecast() -> MergeForecast {
    var forecast = MergeForecast()
    var files: [String: [UInt8]] = [:]
    var taken: Set<String> = []
    var gone: Set<String> = []
    var settled: Set<String> = []
    let (renamed, renamedThere) = (
      RenamedFiles(from: trees.base, to: trees.ours, changed: ours),
      RenamedFiles(from: trees.base, to: trees.theirs, changed: theirs)
    )
    for path in ours.intersection(theirs).sorted() {
      let (name, other) = (renamed[path], renamedThere[path])
      guard name != nil || other != nil else { continue }
      settled.formUnion([path, name ?? path, other ?? path])
      switch merge(path, name ?? path, other ?? path) {
      case .clean(let bytes):
        gone.insert(path)
        files[other ?? name ?? path] = bytes
      case .conflict(let paths): forecast.conflicts += paths
      }
    }
    for path in theirs.sorted() where !settled.contains(path) {
      let (own, other) = (trees.ours.id(of: path), trees.theirs.id(of: path))
      guard ours.contains(path), own != other else {
        if other == nil { gone.insert(path) } else { taken.insert(path) }
        continue
      }
      guard own != nil, other != nil else {
        forecast.conflicts.append(path)
        continue
      }
      guard let own = bytes(path, trees.ours), let other = bytes(path, trees.theirs) else {
        forecast.conflicts.append(path)
        continue
      }
      let merge = Workspace.merge(bytes(path, trees.base) ?? [], own, other, PlanMerge.Marks(), path: path)
      if merge.conflicts > 0 { forecast.conflicts.append(path) } else { files[path] = merge.bytes }
    }
    let conflicts = Set(forecast.conflicts)
    guard mayBreak(except: conflicts) else { return forecast }
    let merged = PatchedTree(trees.ours, taking: taken, from: trees.theirs, files: files, gone: gone)
    forecast.findings = new(findings(in: merged), except: conflicts)
    return forecast
  }

  /// Whether the plan put together may have what neither side has. Files in conflict stay as they are on our side.
  private func mayBreak(except conflicts: Set<String>) -> Bool {
    let own = SideOfMerge(ours, before: plans.base, after: plans.ours)
    return own.meets(SideOfMerge(theirs.subtracting(conflicts), before: plans.base, after: plans.theirs))
  }

  private func new(_ findings: [Finding], except conflicts: Set<String>) -> [Finding] {
    var findings = findings.filter { !conflicts.contains($0.path) }
    for tree in [trees.ours, trees.theirs] where !findings.isEmpty {
      let known = Set(self.findings(in: tree).map(Workspace.Place.init))
      findings.removeAll { known.contains(Workspace.Place($0)) }
    }
    return findings
  }

  private func findings(in tree: some PlanTree) -> [Finding] {
    let snapshot = PlanReader(tree, cache: cache).snapshot()
    return Workspace.findings(in: snapshot, by: snapshot.plan.policy)
  }

  private func bytes(_ path: String, _ tree: CommitTree) -> [UInt8]? {
    try? tree.read(path, limit: PlanDocument.byteLimit)
  }

  private enum Renamed {
    case clean([UInt8])
    case conflict([String])
  }

  /// The file `path` of the base, which one side or both call otherwise now.
  private func merge(_ path: String, _ name: String, _ other: String) -> Renamed {
    // Two names, or a name for what the other side took out.
    if name != path, other != path, name != other { return .conflict([name, other]) }
    let new = name == path ? other : name
    guard let own = bytes(name, trees.ours), let theirs = bytes(other, trees.theirs) else { return .conflict([new]) }
    let merge = Workspace.merge(bytes(path, trees.base) ?? [], own, theirs, PlanMerge.Marks(), path: new)
    return merge.conflicts > 0 ? .conflict([new]) : .clean(merge.bytes)
  }
}
