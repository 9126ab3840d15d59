import FileSystem
import PlanFiles
package import PlanModel

/// Statements that the plan leaves out on purpose from now on.
package struct SetAsideOutcome: Sendable {
  package var source: ID<Source>
  package var path: String
  package var statements: [Statement]
  package var lines: LineRange
  package var why: String
  /// The stories that cite some of them still, and so keep them in the plan.
  package var carriers: [ID<Story>]
  /// All of them were set aside before; nothing was written.
  package var wasThere: Bool
}

extension Workspace {
  /// Records that statements need no carrying, and why.
  ///
  /// - Parameter text: `so-7h3q2dkm#L3-L5`; the id may be a prefix.
  package func setAside(_ text: String, why: String) throws(Failure) -> SetAsideOutcome {
    let reason = why.foldingWhiteSpace()
    guard !reason.isEmpty else {
      throw Failure(.invalidValue(field: "reason", value: why, expected: "a few words: why nothing carries it"))
    }
    try Self.refuseHidden(reason, in: "reason")
    let (source, lines) = try statements(text)
    let there = Set((source.setAside + source.chatter).flatMap { source.statements.numbers(in: $0.lines.bounds) })
    let wasThere = lines.bounds.allSatisfy(there.contains)
    if !wasThere { try addToLedger(LedgerEntry(lines: lines, why: reason), of: source) }
    return SetAsideOutcome(
      source: source.id, path: source.file, statements: source.statements(at: lines.bounds).map { Array($0) } ?? [],
      lines: lines, why: reason, carriers: try carriers(of: lines, in: source.id), wasThere: wasThere)
  }

  private func carriers(of lines: LineRange, in source: ID<Source>) throws(Failure) -> [ID<Story>] {
    let citing = try plan().snapshot(withSources: false).plan.citingItems.filter { item in
      !item.isDropped
        && item.places.contains { $0.citation.source == source && $0.citation.lines.overlaps(lines.bounds) }
    }
    return citing.compactMap { ID<Story>($0.id) }.sorted()
  }

  private func addToLedger(_ entry: LedgerEntry, of source: Source) throws(Failure) {
    let file = try settingAside([entry.lines], of: source, why: entry.why)
    var change = try change()
    change.put(file.new, at: file.path, expecting: .contents(file.old))
    try commit(change)
  }

  /// The source's file with entries more in its ledger.
  func settingAside(_ lines: [LineRange], of source: Source, why: String) throws(Failure) -> EditedFile {
    try settingAside(lines.map { LedgerEntry(lines: $0, why: why) }, of: source)
  }

  func settingAside(_ entries: [LedgerEntry], of source: Source) throws(Failure) -> EditedFile {
    let tree = try plan().tree
    let bytes = try self.tree { () throws(PlanTreeError) in
      try tree.read(source.file, limit: Source.byteLimit)
    }
    var edit = FieldsEdit(bytes, path: source.file)
    try failing({ .edit($0, path: source.file) }) { () throws(PlanDocument.EditProblem) in
      try edit.add(entries.map(\.fields), to: "set-aside")
    }
    return EditedFile(path: source.file, old: bytes, new: edit.bytes)
  }
}
