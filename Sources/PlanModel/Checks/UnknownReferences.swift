/// Every item that a plan file names exists.
enum UnknownReferences: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    // A suggestion looks at every id there is; the first unknown ids of a plan are worth it.
    var suggestions = suggestionLimit
    return inItems(index, &suggestions) + inSignOffs(index, &suggestions)
  }

  private static func inItems(_ index: IndexedPlan, _ suggestions: inout Int) -> [Finding] {
    index.mentions.flatMap { file, mentions in
      mentions.filter { index.files[$0.item] == nil && !index.plan.unreadable.contains($0.item) }.map { mention in
        let nearest = suggestions > 0 ? index.nearest(to: mention.item) : nil
        suggestions -= 1
        return Finding(
          .reference(.unknown(mention.item, nearest: nearest)), path: file, line: mention.line, column: mention.column)
      }
    }
  }

  private static let suggestionLimit = 100

  private static func inSignOffs(_ index: IndexedPlan, _ suggestions: inout Int) -> [Finding] {
    index.plan.signOffs.compactMap { signOff in
      guard let story = index.stories[signOff.story.any] else {
        if index.plan.unreadable.contains(signOff.story.any) { return nil }
        let nearest = suggestions > 0 ? index.nearest(to: signOff.story.any) : nil
        suggestions -= 1
        return Finding(.reference(.unknown(signOff.story.any, nearest: nearest)), path: signOff.file)
      }
      if story.criterion(signOff.criterion) != nil { return nil }
      let reference = CriterionReference(story: signOff.story, criterion: signOff.criterion)
      return Finding(.reference(.unknownCriterion(reference)), path: signOff.file)
    }
  }
}
