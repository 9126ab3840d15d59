import Git
import Grounding
import PlanModel
import Workflow

extension BundleParts {
  /// What lies around the code: who refers to it, what to do as, what tests it, who else works there, what was done last.
  static func surroundings(_ outcome: BundleOutcome) -> [BundlePart] {
    [dependents(outcome), patterns(outcome), tests(outcome), neighbours(outcome), history(outcome)].compactMap(\.self)
  }

  private static func part(
    _ name: String, _ title: String, _ items: [String], keeping counts: [Int] = [12, 3], more: String
  ) -> BundlePart? {
    items.isEmpty ? nil : BundlePart(name, title, .surroundings, items: items, keeping: counts, more: more)
  }

  private static func dependents(_ outcome: BundleOutcome) -> BundlePart? {
    // Tests have a part of their own.
    let edges = outcome.dependents.edges.filter { !$0.isTest && $0.certainty != .possible }
    let items = edges.map { edge in
      "- `\(plain(edge.path)):\(edge.line)`\(edge.symbol.map { " `\(plain($0))`" } ?? "") \(ImpactView.words(edge.shape)) "
        + "`\(plain(edge.target.symbol ?? edge.target.path))`, \(ImpactView.words(edge.link)) (\(edge.certainty.rawValue))"
    }
    return part(
      "dependents", "What refers to this code", items, keeping: [40, 12, 3],
      more: "git handoff impact \(outcome.story.id)")
  }

  private static func patterns(_ outcome: BundleOutcome) -> BundlePart? {
    let items = outcome.patterns.map { "- `\(plain($0.pattern.path))`: \(plain(PatternWords.reason($0)))" }
    let commit = outcome.patterns.first?.pattern.commit.map { "git show --stat \($0.short)" }
    return part(
      "pattern", "To do as", items, keeping: [1], more: commit ?? "git handoff ground \(outcome.story.id)")
  }

  private static func tests(_ outcome: BundleOutcome) -> BundlePart? {
    let named = outcome.story.criteria.flatMap(\.conditions).compactMap { condition -> String? in
      if case .test(let pattern) = condition.check {
        "- tests that match `\(plain(pattern))` prove a criterion"
      } else {
        nil
      }
    }
    let items = named + outcome.tests.map { "- `\(plain($0.path))`: \(plain(ImpactView.words($0)))" }
    return part("tests", "Tests to run", items, more: "git handoff impact \(outcome.story.id)")
  }

  private static func neighbours(_ outcome: BundleOutcome) -> BundlePart? {
    let items = outcome.neighbours.map { "- `\($0.id)` \(plain($0.title)) (\($0.status.rawValue))" }
    return part("neighbours", "Other stories on this code", items, more: "git handoff list")
  }

  private static func history(_ outcome: BundleOutcome) -> BundlePart? {
    let items = outcome.history.map { "- `\($0.id.short)` \($0.date) \(plain($0.subject))" }
    let paths = Set(outcome.targets.compactMap { $0.reading.place?.path }).sorted().joined(separator: " ")
    return part("history", "Last changes of this code", items, keeping: [3], more: "git log -- \(plain(paths))")
  }
}
