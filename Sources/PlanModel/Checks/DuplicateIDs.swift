/// No two items have the same id.
enum DuplicateIDs: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    var seen: [ItemID: String] = [:]
    return index.plan.items.compactMap { item in
      guard let first = seen.updateValue(seen[item.id] ?? item.file, forKey: item.id) else { return nil }
      return Finding(.reference(.duplicate(item.id, other: first)), path: item.file)
    }
  }
}
