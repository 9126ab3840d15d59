/// What is another in one version of a story than in an earlier one.
package enum StoryChange: Hashable, Sendable {
  case removed
  case title(before: String, after: String)
  case narrative(before: String, after: String)
  case status(before: StoryStatus, after: StoryStatus)
  case criterionAdded(CriterionID, title: String)
  case criterionRemoved(CriterionID, title: String)
  case criterionReworded(CriterionID, before: String, after: String)
  case section(title: String)

  /// In the order in which a story is read. White space does not count.
  ///
  /// - Parameter new: nil where the story is there no longer.
  package static func changes(from old: Story, to new: Story?) -> [StoryChange] {
    guard let new else { return [.removed] }
    var changes: [StoryChange] = []
    if old.title != new.title { changes.append(.title(before: old.title, after: new.title)) }
    if old.status != new.status { changes.append(.status(before: old.status, after: new.status)) }
    if old.narrative.foldingWhiteSpace() != new.narrative.foldingWhiteSpace() {
      changes.append(.narrative(before: old.narrative, after: new.narrative))
    }
    for criterion in new.criteria {
      guard let before = old.criterion(criterion.id) else {
        changes.append(.criterionAdded(criterion.id, title: criterion.title))
        continue
      }
      if before.wording.foldingWhiteSpace() != criterion.wording.foldingWhiteSpace() {
        changes.append(.criterionReworded(criterion.id, before: before.title, after: criterion.title))
      }
    }
    changes += old.criteria.filter { new.criterion($0.id) == nil }.map { .criterionRemoved($0.id, title: $0.title) }
    let titles = (old.sections + new.sections).map(\.title).reduce(into: [String]()) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
    for title in titles where title.lowercased() != "acceptance criteria" {
      let texts = [old, new].map { $0.sections.first { $0.title == title }?.text.foldingWhiteSpace() ?? "" }
      if texts[0] != texts[1] { changes.append(.section(title: title)) }
    }
    return changes
  }
}
