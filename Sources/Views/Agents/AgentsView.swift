package import Workflow

/// What stands in the files that the hosts of coding agents read.
package enum AgentsView {
  /// What to do with the address and header that are printed.
  package static var serving: TerminalText {
    var text = TerminalText()
    text.line("Give both to the agent's host, address and header, and the header to nobody else. Ctrl-C ends it.")
    return text
  }

  /// - Parameter removing: whether it was to be taken away.
  package static func text(_ outcome: AgentsOutcome, removing: Bool = false) -> TerminalText {
    var text = TerminalText()
    for place in outcome.places {
      let host = place.host.rawValue + String(repeating: " ", count: max(0, 10 - place.host.rawValue.count))
      text.line("\(host) \(words(place))  \(place.path, .strong)")
    }
    if outcome.places.contains(where: { $0.state == .foreign }) {
      text.line()
      text.line("What is yours was not changed. What to put there: docs/reference/agents.md of git-handoff")
    }
    if outcome.places.contains(where: { $0.state == .edited }) {
      text.line()
      text.line(
        removing
          ? "What somebody changed is left alone. If nobody needs it any more, take the part out by hand."
          : "What somebody changed is left alone. To have ours: take the part out, and install again.")
    }
    if outcome.places.contains(where: { $0.isChanged && $0.state == .installed }) {
      text.line()
      text.line("Commit these files, so that everybody's agents read them.")
    }
    if !outcome.ignored.isEmpty {
      let files = Phrase.list(outcome.ignored)
      text.line()
      text.line(
        "\("Git ignores \(files)", .caution): others get it by: git add --force \(outcome.ignored.joined(separator: " "))"
      )
    }
    return text
  }

  package static func json(_ outcome: AgentsOutcome) -> JSONValue {
    .document(
      kind: "agents",
      [
        "files": JSONValue(outcome.places) {
          [
            "host": .string($0.host.rawValue), "path": .string($0.path), "state": .string($0.state.rawValue),
            "changed": .bool($0.isChanged),
          ]
        }, "ignored": JSONValue(outcome.ignored) { .string($0) },
      ])
  }

  private static func words(_ place: AgentsOutcome.Place) -> String {
    let words =
      switch place.state {
      case .installed: place.isChanged ? "written" : "in step"
      case .absent: place.isChanged ? "removed" : "not there"
      case .older: "of another version"
      case .edited: "edited"
      case .foreign: "yours"
      }
    return words + String(repeating: " ", count: max(0, 18 - words.count))
  }
}
