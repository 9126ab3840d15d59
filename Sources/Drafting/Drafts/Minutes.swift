import PlanModel

/// Tells the minutes of a meeting from other documents: they speak of several matters, each below its heading.
enum Minutes {
  static func isOne(_ source: DraftingSource) -> Bool {
    let statements = source.statements
    if statements.contains(where: { $0.isHeading == true && isListOfMinutes($0) || Topic.isNumbered($0.text) }) {
      return true
    }
    if statements.count(where: { [.decision, .action].contains(LabelCues.named($0.text)) }) > 1 { return true }
    return titles.occurs(in: PhraseSet.words(source.title))
  }

  private static func isListOfMinutes(_ said: Said) -> Bool {
    BriefPart(heading: said.text, isHeading: true).map { [.decisions, .formal].contains($0) } ?? false
  }

  private static let titles = PhraseSet([
    "minutes", "meeting notes", "jour fixe", "protokoll", "besprechungsprotokoll", "sitzungsprotokoll",
    "gesprächsnotiz", "compte rendu", "procès verbal", "acta", "minuta",
  ])
}
