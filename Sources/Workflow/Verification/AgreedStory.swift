import PlanModel

/// A story as the protected side has it, and as the tip of a range does.
struct AgreedStory {
  let protected: Story?
  let tip: Story?
  /// The one whose criteria count: what was agreed, and what the tip adds to it, as that can only ask for more.
  let judging: Story?
  /// The criteria that the tip adds.
  let added: [CriterionID]

  init(protected: Story?, tip: Story?) {
    (self.protected, self.tip) = (protected, tip)
    guard var agreed = protected, let tip else {
      (judging, added) = (protected ?? tip, [])
      return
    }
    let new = tip.criteria.filter { agreed.criterion($0.id) == nil }
    if !new.isEmpty { agreed.criteria += new }
    (judging, added) = (agreed, new.map(\.id))
  }

  /// Whether either side lets work be done on it: a push may agree on a story and begin with it.
  var acceptsWork: Bool { protected?.status.acceptsWork == true || tip?.status.acceptsWork == true }

  /// Whether the tip has what was agreed in other words, or not at all.
  var hasChangedCriteria: Bool {
    guard let protected else { return false }
    return protected.criteria.contains { tip?.criterion($0.id)?.wording != $0.wording } || tip == nil
  }

  /// - Parameters:
  ///   - isJudged: whether its verdict counts for the range.
  ///   - isFirstPlan: whether nothing was agreed on before.
  func change(isJudged: Bool, isFirstPlan: Bool) -> TermChange.Kind? {
    if protected != nil, tip == nil { return .removed }
    if hasChangedCriteria { return .changed }
    if !added.isEmpty { return .added(added) }
    guard isJudged, !isFirstPlan, protected == nil, let tip else { return nil }
    return .born(isBacked: tip.intent != nil || !tip.quotations.isEmpty)
  }
}
