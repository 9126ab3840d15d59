/// Every item that a plan file names exists.
enum UnknownReferences: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    inItems(index) + inSignOffs(index)
  }

  private static func inItems(_ index: IndexedPlan) -> [Finding] {
    index.mentions.flatMap { file, mentions in
      mentions.filter { index.files[$0.item] == nil }.map { mention in
        Finding(
          .reference(.unknown(mention.item, nearest: index.nearest(to: mention.item))), path: file,
          line: mention.line, column: mention.column)
      }
    }
  }

  private static func inSignOffs(_ index: IndexedPlan) -> [Finding] {
    index.plan.signOffs.compactMap { signOff in
      guard let story = index.stories[signOff.story.any] else {
        let nearest = index.nearest(to: signOff.story.any)
        return Finding(.reference(.unknown(signOff.story.any, nearest: nearest)), path: signOff.file)
      }
      if story.criterion(signOff.criterion) != nil { return nil }
      let reference = CriterionReference(story: signOff.story, criterion: signOff.criterion)
      return Finding(.reference(.unknownCriterion(reference)), path: signOff.file)
    }
  }
}
