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
    return MovedCriteria(old, new).told(in: changes) + signOffs(old, new)
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
  private static func signOffs(_ old: Plan, _ new: Plan) -> [PlanChange] {
    let before = Dictionary(old.signOffs.map { ($0.file, $0) }) { first, _ in first }
    let after = Dictionary(new.signOffs.map { ($0.file, $0) }) { first, _ in first }
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    guard !changed.isEmpty else { return [] }
    let titles = Dictionary((new.stories + old.stories).map { ($0.id, $0.title) }) { first, _ in first }
    return changed.sorted().compactMap { file in
      let (was, now) = (before[file], after[file])
      guard let act = now ?? was else { return nil }
      let kind: PlanChange.Kind = was == nil ? .added : now == nil ? .removed : .changed
      return PlanChange(
        item: act.story.any, title: titles[act.story] ?? "", field: "\(act.criterion).sign-off", kind: kind,
        effect: kind == .added ? .none : .weaker, before: was.map { words($0, besides: now) },
        after: now.map { words($0, besides: was) }, path: file)
    }
  }

  /// What an act says, and of two versions of it all in which they differ.
  private static func words(_ act: SignOff, besides other: SignOff?) -> String {
    var words = "\(act.act.rawValue) for \(act.role) by \(act.by)"
    if let expires = act.expires { words += " until \(expires)" }
    guard let other else { return words }
    if act.reason != other.reason { words += ": \(act.reason ?? "no reason")" }
    if act.at != other.at { words += ", \(act.at)" }
    if act.wording != other.wording { words += ", of the wording \(act.wording.prefix(11))" }
    if act.commit != other.commit { words += ", at \(act.commit?.prefix(10) ?? "no commit")" }
    if act.attachments != other.attachments {
      words += ", with \(act.attachments.isEmpty ? "no file" : act.attachments.map(\.path).joined(separator: ", "))"
    }
    return words
  }
}
