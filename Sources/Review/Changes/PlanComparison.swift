import Concurrency
package import PlanModel

/// What one state of a plan says otherwise than another. Pure: two plans in, changes out.
package enum PlanComparison {
  /// The changes: settings first, then from the why to the how, items by their ids, fields in the order of the file.
  package static func changes(from old: Plan, to new: Plan) -> [PlanChange] {
    var changes = PolicyComparison.changes(old.policy, new.policy)
    let unreadable = old.unreadable.union(new.unreadable)
    changes += unreadable.sorted().map { id in
      PlanChange(item: id, title: "", field: "item", kind: .unreadable, path: ".handoff/\(id.kind.folder)/\(id)")
    }
    changes += compared(old.sources, new.sources, unreadable, ItemComparison.source)
    changes += compared(old.intents, new.intents, unreadable, ItemComparison.intent)
    changes += compared(old.epics, new.epics, unreadable, ItemComparison.epic)
    changes += compared(old.stories, new.stories, unreadable, ItemComparison.story)
    changes += compared(old.decisions, new.decisions, unreadable, ItemComparison.decision)
    return MovedCriteria(old, new).told(in: changes) + signOffs(old.signOffs, new.signOffs)
  }

  /// The changes of the settings alone.
  package static func changes(from old: Policy, to new: Policy) -> [PlanChange] { PolicyComparison.changes(old, new) }

  private static func compared<Item: PlanItem>(
    _ old: [Item], _ new: [Item], _ unreadable: Set<ItemID>, _ compare: @Sendable (Item, Item) -> [PlanChange]
  ) -> [PlanChange] {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    let ids = Set(before.keys).union(after.keys).filter { !unreadable.contains($0.any) }
    // Words are compared by the hundred.
    return concurrently(ids.sorted(), chunk: 8) { id -> [PlanChange] in
      switch (before[id], after[id]) {
      case (let old?, let new?): compare(old, new)
      case (nil, let new?):
        [
          PlanChange(
            item: id.any, title: new.title, field: "item", kind: .added,
            effect: Item.kind == .source ? .none : .stronger,
            after: new.title, path: new.file)
        ]
      case (let old?, nil):
        [
          PlanChange(
            item: id.any, title: old.title, field: "item", kind: .removed, effect: .weaker, before: old.title,
            path: old.file)
        ]
      case (nil, nil): []
      }
    }.flatMap(\.self)
  }

  /// Acts are only ever added, one file each.
  private static func signOffs(_ old: [SignOff], _ new: [SignOff]) -> [PlanChange] {
    let before = Dictionary(old.map { ($0.file, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.file, $0) }) { first, _ in first }
    return Set(before.keys).union(after.keys).sorted().compactMap { file in
      let (was, now) = (before[file], after[file])
      guard was != now, let act = now ?? was else { return nil }
      let kind: PlanChange.Kind = was == nil ? .added : now == nil ? .removed : .changed
      return PlanChange(
        item: act.story.any, title: "", field: "\(act.criterion).sign-off", kind: kind,
        effect: kind == .added ? .none : .weaker, before: was.map(words), after: now.map(words), path: file)
    }
  }

  private static func words(_ act: SignOff) -> String { "\(act.act.rawValue) for \(act.role) by \(act.by)" }
}
