import PlanModel

/// What is wrong with ids and references, in words.
extension FindingWording {
  static func words(_ problem: ReferenceProblem) -> FindingWording {
    switch problem {
    case .duplicate(let id, let other):
      FindingWording(
        "\(id) is also the id of \(other)",
        fix: "give one of the two a new id: git handoff renumber --dry-run")
    case .unknown(let id, let nearest):
      FindingWording(
        "there is no \(id.kind.noun) \(id)",
        fix: nearest.map { "did you mean \($0)?" } ?? "remove it, or add the \(id.kind.noun)")
    case .unknownCriterion(let reference):
      FindingWording(
        "\(reference.story) has no criterion \(reference.criterion)",
        fix: "see which it has: git handoff show \(reference.story)")
    case .wrongKind(let id, let expected):
      FindingWording("\(id) is \(id.kind.article); \(expected.article) is needed here")
    case .dependencyCycle(let stories):
      FindingWording(
        "this story waits for itself: \(stories.map(\.description).joined(separator: " → "))",
        fix: "take one of them out of 'depends-on'")
    case .supersessionCycle(let decisions):
      FindingWording(
        "this decision takes its own place: \(decisions.map(\.description).joined(separator: " → "))",
        fix: "take one of them out of 'supersedes'")
    case .supersessionDisagrees(let old, let new):
      FindingWording(
        "\(new) supersedes this decision, which does not say so",
        fix: "if that is right: git handoff set \(old) status superseded; git handoff set \(old) superseded-by \(new)")
    case .rivalSuccessor(let old, let other):
      FindingWording(
        "\(other) supersedes \(old) too, and both hold",
        fix: "say which one holds: git handoff set \(other) status superseded, or have one supersede the other")
    case .epicDisagrees(let story, let epic, let says):
      FindingWording(
        "\(story) is listed here, but its own file names \(says.map(\.description) ?? "no epic")",
        fix: "if this epic is right: git handoff set \(story) epic \(epic)")
    }
  }
}
