package import PlanModel
package import Workflow

/// The sources of the plan.
package enum SourcesView {
  package static func text(_ sources: [Source]) -> TerminalText {
    var text = TerminalText()
    if sources.isEmpty { text.line("Nothing was taken in yet. Begin with: git handoff intake <file>") }
    for source in sources {
      let day = source.received.map { String($0.prefix(10)) } ?? "          "
      var facts = [source.format.rawValue, Phrase.count(source.statements.count, "statement")]
      if source.reach > 1 { facts.append("stands for \(source.reach)") }
      if source.revisions.count > 1 { facts.append("taken in \(source.revisions.count) times") }
      text.line("\(source.id, .id)  \(day)  \(source.title)  \("(\(facts.joined(separator: ", ")))", .faint)")
    }
    return text
  }

  /// Id, when it was said, kind, how many statements, folder and title.
  package static func records(_ sources: [Source]) -> String {
    Records.text(
      sources.map {
        [$0.id.description, $0.received ?? "", $0.format.rawValue, "\($0.statements.count)", $0.folder, $0.title]
      })
  }

  package static func json(_ sources: [Source]) -> JSONValue {
    .document(kind: "sources", ["sources": JSONValue(sources, summary)])
  }

  static func summary(_ source: Source) -> JSONValue {
    [
      "id": .string(source.id.description), "kind": .string(source.format.rawValue), "title": .string(source.title),
      "statements": .int(source.statements.count), "path": .string(source.folder),
      "received": JSONValue(source.received), "reach": .int(source.reach),
      "segments": JSONValue(source.segments) { .string($0) }, "url": JSONValue(source.url),
      "revisions": .int(source.revisions.count),
    ]
  }
}

/// Statements that were set aside.
package enum SetAsideView {
  package static func text(_ outcome: SetAsideOutcome) -> TerminalText {
    var text = TerminalText()
    guard !outcome.wasThere else {
      text.line("\("\(outcome.source)#\(outcome.lines)", .id) needed no carrying before; nothing was written")
      return text
    }
    text.line("Set aside \("\(outcome.source)#\(outcome.lines)", .id): \(outcome.why)")
    for (index, statement) in outcome.statements.prefix(3).enumerated() {
      text.line("  \("L\(outcome.lines.bounds.lowerBound + index)", .id)  \(statement.text)")
    }
    if outcome.statements.count > 3 { text.line("  and \(outcome.statements.count - 3) more") }
    text.line("  \(outcome.path)")
    for story in outcome.carriers {
      text.line(
        "\("note:", .caution) \(story, .id) cites it still, and keeps it in the plan; if nobody will do it, take the citation out there"
      )
    }
    return text
  }

  package static func json(_ outcome: SetAsideOutcome) -> JSONValue {
    .document(
      kind: "set-aside",
      [
        "source": .string(outcome.source.description), "lines": .string(outcome.lines.description),
        "statements": .int(outcome.statements.count), "why": .string(outcome.why), "path": .string(outcome.path),
        "carried_by": JSONValue(outcome.carriers) { .string($0.description) }, "new": .bool(!outcome.wasThere),
      ])
  }
}
