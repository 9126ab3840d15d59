import PlanModel

/// Criteria that went from one story into another, as when a story is split: nothing less is promised then.
struct MovedCriteria {
  /// The stories that are open or done, each criterion that they did not have before by its words.
  private let places: [String: (story: ID<Story>, criterion: Criterion)]
  private let gone: [ItemID: [Criterion]]

  init(_ old: Plan, _ new: Plan) {
    let known = Dictionary(old.stories.map { ($0.id, $0.criteria.map(\.promise)) }) { first, _ in first }
    var places: [String: (story: ID<Story>, criterion: Criterion)] = [:]
    for story in new.stories where story.status.isPromised {
      for criterion in story.criteria where !(known[story.id] ?? []).contains(criterion.promise) {
        places[criterion.promise] = (story.id, criterion)
      }
    }
    self.places = places
    gone = Dictionary(old.stories.map { ($0.id.any, $0.criteria) }) { first, _ in first }
  }

  /// The changes, in which a criterion that stands elsewhere with all its conditions is not gone but changed its place.
  func told(in changes: [PlanChange]) -> [PlanChange] {
    if places.isEmpty { return changes }
    return changes.map { change in
      guard change.kind == .removed, let item = change.item, let id = change.criterion, change.field == "\(id)",
        let criterion = gone[item]?.first(where: { $0.id == id }), let place = places[criterion.promise],
        place.story.any != item,
        Set(criterion.conditions.map(\.check)).isSubset(of: place.criterion.conditions.map(\.check))
      else { return change }
      var moved = change
      (moved.kind, moved.effect, moved.after) = (.changed, .none, "\(place.criterion.id) of \(place.story)")
      return moved
    }
  }
}
