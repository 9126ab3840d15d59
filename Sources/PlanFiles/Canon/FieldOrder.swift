package import PlanModel

extension ItemKind {
  /// The keys that mean something in an item's front matter, in the order in which new files have them.
  package var fieldOrder: [String] {
    switch self {
    case .story:
      ["version", "id", "title", "intent", "epic", "status", "owner", "depends-on", "effort", "origin", "code"]
    case .intent: ["version", "id", "title", "status", "priority", "effort", "origin"]
    case .epic: ["version", "id", "title", "intent", "stories"]
    case .decision: ["version", "id", "title", "date", "status", "supersedes", "superseded-by"]
    case .source: []
    }
  }
}
