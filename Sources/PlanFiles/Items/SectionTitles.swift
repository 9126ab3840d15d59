package import PlanModel

extension ItemKind {
  /// The sections that the file format names for a kind, in their order.
  package var sectionTitles: [String] {
    switch self {
    case .intent: ["Problem", "Outcome", "Goals", "Constraints", "Out of scope", QuestionReader.section, "Rationale"]
    case .story: [CriterionReader.section, "Constraints", QuestionReader.section, "Out of scope", "Notes"]
    case .decision: ["Context", "Decision", "Consequences"]
    case .epic, .source: []
    }
  }
}
