package import PlanModel

/// A part of an item that two branches change: a criterion, a question, a section, a key.
package struct FieldOverlap: Hashable, Sendable {
  /// Nil for `handoff.yml`.
  package var item: ItemID?
  /// `AC1` also where only one of its conditions is changed; `item` for the whole.
  package var field: String
  /// What each side makes of it; nil where it is taken out, and where only the other side changes it.
  package var ours: String?
  package var theirs: String?
  /// Whether both cannot hold: other words for the same thing, one thing twice, or changed and taken out.
  package var isConflict: Bool

  package init(item: ItemID?, field: String, ours: String?, theirs: String?, isConflict: Bool) {
    self.item = item
    self.field = field
    self.ours = ours
    self.theirs = theirs
    self.isConflict = isConflict
  }

  /// What both sides change, and not in the same way, in the order of theirs. Both are changes from the same state.
  package static func between(_ ours: [PlanChange], _ theirs: [PlanChange]) -> [FieldOverlap] {
    let own = Dictionary(grouping: ours, by: Part.init)
    let whole = Dictionary(grouping: ours, by: \.item)
    var seen: Set<Part> = []
    var overlaps: [FieldOverlap] = []
    for change in theirs where seen.insert(Part(change)).inserted {
      let part = Part(change)
      let there = theirs.filter { Part($0) == part }
      // Who takes an item out meets everything that is said of it.
      var here = own[part] ?? []
      if part.field == "item", change.kind == .removed { here = whole[part.item] ?? [] }
      if here.isEmpty { here = (whole[part.item] ?? []).filter { $0.field == "item" && $0.kind == .removed } }
      here.removeAll { own in there.contains { $0.isAlike(own) } }
      guard let first = here.first else { continue }
      let pair = here.lazy.compactMap { own in there.first { excludes(own, $0) }.map { (own, $0) } }.first
      overlaps.append(
        FieldOverlap(
          item: part.item, field: part.field, ours: (pair?.0 ?? first).after, theirs: (pair?.1 ?? change).after,
          isConflict: pair != nil))
    }
    return overlaps
  }

  /// What one side alone changes.
  package static func of(_ theirs: [PlanChange]) -> [FieldOverlap] {
    var seen: Set<Part> = []
    return theirs.filter { seen.insert(Part($0)).inserted }.map {
      FieldOverlap(item: $0.item, field: Part($0).field, ours: nil, theirs: $0.after, isConflict: false)
    }
  }

  private static func excludes(_ ours: PlanChange, _ theirs: PlanChange) -> Bool {
    if ours.field != theirs.field { return [ours, theirs].contains { $0.field == "item" && $0.kind == .removed } }
    if ours.before == nil, theirs.before == nil {
      // Of a list in which order means nothing, both sides' points stand.
      return isSingle(ours.field) && (ours.after != theirs.after || ours.path != theirs.path)
    }
    return ours.before != nil && ours.before == theirs.before && ours.after != theirs.after
  }

  /// Whether there is one of it, so that two cannot be added.
  private static func isSingle(_ field: String) -> Bool {
    if CriterionID(field) != nil || QuestionID(field) != nil { return true }
    return ["item", "title", "status", "owner", "priority", "intent", "epic", "date", "supersedes"].contains(field)
  }

  private struct Part: Hashable {
    var item: ItemID?
    var field: String

    init(_ change: PlanChange) {
      item = change.item
      field = change.criterion?.description ?? change.field
    }
  }
}

extension PlanChange {
  /// The same outcome at the same place, as when a commit was picked over.
  fileprivate func isAlike(_ other: PlanChange) -> Bool {
    (field, kind, before, after, path) == (other.field, other.kind, other.before, other.after, other.path)
  }
}
