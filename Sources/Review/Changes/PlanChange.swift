package import PlanModel

/// One thing that a plan says otherwise than an earlier state of it.
package struct PlanChange: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case added, removed
    /// A value of a field.
    case changed
    /// Other words, and as far as the rules tell the same promise.
    case reworded
    case weakened, strengthened
    /// A question.
    case opened, answered, reopened
    /// A decision.
    case superseded
    /// Statements that the plan leaves out on purpose.
    case setAside = "set-aside"
    /// The file is there, and cannot be read on one side.
    case unreadable
  }

  /// What became of what the plan promises.
  package enum Effect: String, Sendable {
    case weaker, stronger, none
  }

  /// Nil for `handoff.yml`.
  package var item: ItemID?
  /// The item's title, in the newest state that has one.
  package var title: String
  /// `item`, a key of the front matter, a section in lower case, `AC1`, `AC1.verify`, `Q1`, `citations`, or a setting.
  package var field: String
  package var kind: Kind
  package var effect: Effect
  package var before: String?
  package var after: String?
  package var path: String
  /// From 1; in the newer file, and of what was removed in the older one.
  package var line: Int
  /// Why it is weaker or stronger.
  package var shifts: [Shift] = []

  package init(
    item: ItemID?, title: String, field: String, kind: Kind, effect: Effect = .none, before: String? = nil,
    after: String? = nil, path: String, line: Int = 1, shifts: [Shift] = []
  ) {
    self.item = item
    self.title = title
    self.field = field
    self.kind = kind
    self.effect = effect
    self.before = before
    self.after = after
    self.path = path
    self.line = line
    self.shifts = shifts
  }

  /// The criterion that it is about.
  package var criterion: CriterionID? { CriterionID(field.prefix { $0 != "." }) }
}
