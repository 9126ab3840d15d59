/// The kinds of item that a plan holds, each with the prefix of its ids and its folder under `.handoff/`.
package enum ItemKind: String, CaseIterable, Sendable {
  case source = "so"
  case intent = "in"
  case epic = "ep"
  case story = "st"
  case decision = "de"

  /// The word for one item of this kind, as the glossary has it.
  package var noun: String {
    switch self {
    case .source: "source"
    case .intent: "intent"
    case .epic: "epic"
    case .story: "story"
    case .decision: "decision"
    }
  }

  /// The folder below `.handoff/` that holds the items of this kind.
  package var folder: String {
    switch self {
    case .source: "sources"
    case .intent: "intents"
    case .epic: "epics"
    case .story: "stories"
    case .decision: "decisions"
    }
  }
}

extension ItemKind {
  /// The noun with its article: `a story`, `an epic`.
  package var article: String {
    switch self {
    case .intent, .epic: "an " + noun
    case .source, .story, .decision: "a " + noun
    }
  }
}
