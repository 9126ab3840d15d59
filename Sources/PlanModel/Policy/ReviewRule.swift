/// Who has to look at which changes of the plan, from `review` in `handoff.yml`. Every rule that matches asks.
package struct ReviewRule: Hashable, Sendable {
  package enum Subject: String, CaseIterable, Comparable, Sendable {
    case settings, source, intent, epic, story, decision

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Kinds of change, as `diff` calls them; `weakened` is whatever promises less, so also a promise that is gone.
  package enum Change: String, CaseIterable, Comparable, Sendable {
    case added, removed, changed, reworded, weakened, strengthened, opened, answered, reopened, superseded
    case setAside = "set-aside"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package enum Weight: String, CaseIterable, Sendable {
    case warning, error
  }

  /// All when empty.
  package var items: Set<Subject>
  /// All when empty.
  package var changes: Set<Change>
  /// The roles of which one person has to look.
  package var by: [String]
  /// What it weighs in a review that nobody did.
  package var weight: Weight

  package init(
    items: Set<Subject> = [], changes: Set<Change> = [], by: [String], weight: Weight = .warning
  ) {
    self.items = items
    self.changes = changes
    self.by = by
    self.weight = weight
  }
}
