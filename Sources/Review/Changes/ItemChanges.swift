import PlanModel

/// Gathers what is another in one item.
struct ItemChanges {
  let item: ItemID?
  let title: String
  let path: String
  private(set) var changes: [PlanChange] = []

  init(item: ItemID?, title: String, path: String) {
    self.item = item
    self.title = title
    self.path = path
  }

  mutating func add(
    _ field: String, _ kind: PlanChange.Kind, _ effect: PlanChange.Effect = .none, before: String? = nil,
    after: String? = nil, line: Int = 1, shifts: [Shift] = []
  ) {
    changes.append(
      PlanChange(
        item: item, title: title, field: field, kind: kind, effect: effect, before: before, after: after, path: path,
        line: line, shifts: shifts))
  }

  /// A field with one value.
  mutating func value(
    _ field: String, _ old: (some CustomStringConvertible)?, _ new: (some CustomStringConvertible)?, line: Int = 1
  ) {
    let (before, after) = (old?.description, new?.description)
    if before == after { return }
    let kind: PlanChange.Kind = before == nil ? .added : after == nil ? .removed : .changed
    add(field, kind, before: before, after: after, line: line)
  }

  /// A list in which order means nothing.
  mutating func set(
    _ field: String, _ old: [String], _ new: [String], line: Int = 1, added: PlanChange.Effect = .none,
    removed: PlanChange.Effect = .none
  ) {
    for value in unique(old) where !new.contains(value) { add(field, .removed, removed, before: value, line: line) }
    for value in unique(new) where !old.contains(value) { add(field, .added, added, after: value, line: line) }
  }

  private func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// Words that promise something. White space and the place in the file do not count.
  mutating func promise(_ field: String, _ old: String, _ new: String, line: Int) {
    let (before, after) = (old.foldingWhiteSpace(), new.foldingWhiteSpace())
    if before == after { return }
    let judgement = Rewording(from: before, to: after).judgement
    let shifts = judgement.reasons
    switch judgement.direction {
    case .weaker?: add(field, .weakened, .weaker, before: before, after: after, line: line, shifts: shifts)
    case .stronger?: add(field, .strengthened, .stronger, before: before, after: after, line: line, shifts: shifts)
    case .unclear?, nil: add(field, .reworded, before: before, after: after, line: line, shifts: shifts)
    }
  }

  /// Words that promise nothing by themselves.
  mutating func words(_ field: String, _ old: String, _ new: String, line: Int) {
    let (before, after) = (old.foldingWhiteSpace(), new.foldingWhiteSpace())
    if before == after { return }
    let kind: PlanChange.Kind = before.isEmpty ? .added : after.isEmpty ? .removed : .reworded
    add(field, kind, before: before.isEmpty ? nil : before, after: after.isEmpty ? nil : after, line: line)
  }
}
