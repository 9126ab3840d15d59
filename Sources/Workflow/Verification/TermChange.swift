package import PlanModel

/// What a range does to what it is judged by: who reads a verdict has to know whose words it is by.
package struct TermChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The criteria of a story are others; it is judged by those that were agreed.
    case changed
    /// The story is gone; it is judged by what was agreed.
    case removed
    /// The story has more criteria, and they are judged, too.
    case added([CriterionID])
    /// The story is new and worked on already, so that it is judged by its own criteria.
    case born(isBacked: Bool)
    /// A source has other words than it had, which nobody can have said later.
    case otherWords
  }

  package var item: ItemID
  package var kind: Kind

  package init(item: ItemID, kind: Kind) {
    self.item = item
    self.kind = kind
  }
}

extension VerifyOutcome {
  /// The stories whose criteria the range changes or takes away: they are judged by the protected side's.
  package var changedCriteria: [ID<Story>] {
    termChanges.compactMap { $0.kind == .changed || $0.kind == .removed ? ID<Story>($0.item) : nil }
  }
}
