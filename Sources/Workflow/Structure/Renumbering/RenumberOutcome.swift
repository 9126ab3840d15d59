package import Git
package import PlanModel

/// A line of a plan file.
package struct PlanPlace: Hashable, Comparable, Sendable {
  package var path: String
  package var line: Int

  package static func < (left: Self, right: Self) -> Bool { (left.path, left.line) < (right.path, right.line) }
}

/// Something that shared its id, and has one of its own now.
package struct Renumbered: Sendable {
  /// `st-9c4t8wq2`, `st-9c4t8wq2/AC3` or `st-9c4t8wq2#Q1`.
  package var before: String
  package var after: String
  package var title: String
  package var place: PlanPlace
  /// The name that its file gets, when that begins with the id.
  package var newPath: String?
  /// What keeps the id.
  package var keeper: PlanPlace
  /// What named it, and names it still.
  package var followed: Set<PlanPlace> = []
  /// What says the old id and stays: nobody can tell which of the two it means.
  package var unclear: Set<PlanPlace> = []
  /// Commits that name the old id, in their messages or by a note.
  package var commits: [ObjectID] = []
  /// Sign-offs of the old id.
  package var signOffs = 0

  /// With the places where they are once files have their new names.
  func named(_ renamed: [String: String]) -> Renumbered {
    let place = { (place: PlanPlace) in PlanPlace(path: renamed[place.path] ?? place.path, line: place.line) }
    var named = self
    named.keeper = place(keeper)
    named.followed = Set(followed.map(place))
    named.unclear = Set(unclear.map(place))
    return named
  }
}

/// Ids that two had, and one has now.
package struct RenumberOutcome: Sendable {
  package var renumbered: [Renumbered] = []
  /// Sources with one id: what is cited of them nobody can tell.
  package var sources: [(id: ItemID, paths: [String])] = []
  package var isWritten: Bool
}
