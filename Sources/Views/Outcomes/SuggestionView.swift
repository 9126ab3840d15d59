import Drafting
import Git
import PlanModel
package import Workflow

/// Stories that commits may belong to.
package enum SuggestionView {
  package static func text(_ links: [SuggestedLinks]) -> TerminalText {
    var text = TerminalText()
    if links.isEmpty { text.line("There is no commit in that range.") }
    for (place, link) in links.enumerated() {
      if place > 0 { text.line() }
      text.line("\(link.commit.id.short, .id)  \(link.commit.subject, .strong)")
      if !link.named.isEmpty {
        text.line("  its message names \(Phrase.list(link.named.map(\.description)))")
      } else if link.suggestions.isEmpty {
        text.line("  no story is near it")
      }
      for near in link.suggestions {
        let state = near.status.acceptsWork ? "" : "  (\(near.status.rawValue))"
        text.line("  \(PlanView.figure(near.score))  \(near.story, .id)  \(near.title)\(state)")
      }
    }
    let unnamed = links.first { $0.named.isEmpty && !$0.suggestions.isEmpty }
    if let link = unnamed, let near = link.suggestions.first {
      text.line()
      text.line("To link one: git handoff link \(link.commit.id.short) \(near.story)")
    }
    return text
  }

  package static func json(_ links: [SuggestedLinks]) -> JSONValue {
    .document(kind: "suggestions", ["commits": JSONValue(links, json)])
  }

  /// The nearest story, below the commit that has none.
  static func hint(_ link: SuggestedLinks) -> TerminalText {
    var text = TerminalText()
    guard let near = link.suggestions.first else { return text }
    text.line("      perhaps \(Phrase.quoted(near.title)): git handoff link \(link.commit.id.short) \(near.story)")
    return text
  }

  static func json(_ link: SuggestedLinks) -> JSONValue {
    [
      "id": .string(link.commit.id.hex), "subject": .string(link.commit.subject),
      "suggestions": JSONValue(link.suggestions) { near in
        [
          "story": .string(near.story.description), "title": .string(near.title),
          "status": .string(near.status.rawValue), "score": .rounded(near.score),
        ]
      },
    ]
  }
}
