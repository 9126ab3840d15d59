import FileSystem
import Git
import PlanFiles
import PlanModel

extension Workspace {
  /// Gives fresh ids to what shares one: items, and criteria and questions within an item. What names them follows where
  /// the sides of a merge tell which is meant.
  ///
  /// - Parameters:
  ///   - names: items, by their ids or the beginnings; empty for the whole plan.
  ///   - writes: else it is only told what would change.
  package func renumber(_ names: [String] = [], writes: Bool) throws(Failure) -> RenumberOutcome {
    var wanted: Set<ItemID> = []
    for name in names { wanted.insert(try id(name)) }
    let reader = try plan()
    let before = reader.snapshot()
    var work = try DuplicateEdits(before.plan, in: self)
    try work.renumberItems(among: wanted)
    try work.renumberParts(among: wanted)
    let (files, gone) = try work.files()
    if !files.isEmpty {
      let patched = PatchedTree(reader.tree, from: reader.tree, files: files.mapValues(\.new), gone: gone)
      if let finding = worse(PlanReader(patched, cache: cache).snapshot(), than: before) {
        throw Failure(.brokenFile(finding))
      }
    }
    if writes, !files.isEmpty {
      var change = try change()
      for (path, file) in files.sorted(by: { $0.key < $1.key }) {
        change.put(file.new, at: path, expecting: file.old.map { .contents($0) } ?? .absent)
      }
      for path in gone.sorted() { change.remove(path, expecting: .contents(try work.document(path).text.bytes)) }
      try commit(change)
    }
    let renamed = writes ? work.renamed : [:]
    var outcome = RenumberOutcome(renumbered: work.renumbered.map { $0.named(renamed) }, isWritten: writes)
    outcome.sources = Dictionary(grouping: before.plan.sources, by: \.id.any).filter { $0.value.count > 1 }
      .map { ($0.key, $0.value.map(\.file).sorted()) }.sorted { $0.id < $1.id }
    return outcome
  }

  /// An error that only the plan afterwards has.
  private func worse(_ after: PlanSnapshot, than before: PlanSnapshot) -> Finding? {
    let (old, new) = (before.findings + before.plan.findings(), after.findings + after.plan.findings())
    return new.first { new in new.severity == .error && !old.contains { $0.problem == new.problem } }
  }
}
