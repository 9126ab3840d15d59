import PlanModel

/// The lists that minutes end with: what is below their headings does what the heading says.
enum Sections {
  static func labelled(_ source: DraftingSource) -> DraftingSource {
    guard source.shape == .talk else { return source }
    var labelled = source
    var label: Label?
    for place in source.statements.indices {
      let said = source.statements[place]
      if said.isHeading == true || said.text.hasSuffix(":") && BriefPart(heading: said.text) != nil {
        label = BriefPart(heading: said.text, isHeading: true).flatMap(Self.label)
        labelled.statements[place].isHeading = true
      } else if let label, !said.isCode {
        labelled.statements[place].isUnderList = true
        labelled.statements[place].classification.settle(LabelCues.named(said.text) ?? label)
      }
    }
    return labelled
  }

  private static func label(_ part: BriefPart) -> Label? {
    switch part {
    case .decisions: .decision
    case .actions: .action
    case .questions: .question
    default: nil
    }
  }
}
