/// What every item of a plan has: an id of its kind, a title, and the file it was read from.
package protocol PlanItem: Sendable {
  static var kind: ItemKind { get }
  var id: ID<Self> { get }
  var title: String { get }
  /// The item's file, relative to the top of the work tree: `.handoff/stories/st-9c4t8wq2-mute.md`.
  var file: String { get }
}

/// An id known to be of one kind, so that a story's id cannot stand where an intent's belongs.
package struct ID<Item: PlanItem>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let any: ItemID

  /// Narrows `id`; nil when it is of another kind.
  package init?(_ id: ItemID) {
    guard id.kind == Item.kind else { return nil }
    any = id
  }

  /// Reads a whole id of this kind from `text`.
  package init?(_ text: some StringProtocol) {
    guard let id = ItemID(text) else { return nil }
    self.init(id)
  }

  package var description: String { any.description }

  package static func < (left: Self, right: Self) -> Bool { left.any < right.any }
}
