package import PlanModel
package import Workflow
import Intake

/// A source that was taken in.
package enum IntakeView {
  package static func text(_ outcome: IntakeOutcome) -> TerminalText {
    var text = TerminalText()
    let source = outcome.source
    guard outcome.isNew else {
      text.line("This was taken in before, as \(source.id, .id) \(Phrase.quoted(source.title))")
      return text
    }
    text.line("Took in \(source.id, .id) \(Phrase.quoted(source.title))")
    text.line("  \(source.folder)")
    let chatter = source.chatter.map(\.lines.bounds.count).reduce(0, +)
    let aside = chatter == 0 ? "" : ", of which \(chatter) greetings, signatures and the like"
    text.line("  \(Phrase.count(source.statements.count, "statement"))\(aside)")
    let speakers = source.speakers
    if !speakers.isEmpty { text.line("  said by \(Phrase.list(speakers))") }
    for attachment in outcome.attachments {
      let name = attachment.name.isEmpty ? attachment.type : attachment.name
      let size = attachment.bytes.map { ", \(Phrase.size($0))" } ?? ""
      text.line("  attached: \(name)\(size); it stays in the original, and is not read")
    }
    text.line()
    text.line("Next:")
    text.line("  read it, with its line numbers:  git handoff show \(source.id)")
    text.line("  write a story from it:           git handoff new-story \"<title>\" --cite \(source.id)#L<n>")
    return text
  }

  package static func json(_ outcome: IntakeOutcome) -> JSONValue {
    let attachments = JSONValue(outcome.attachments) {
      ["name": .string($0.name), "type": .string($0.type), "bytes": JSONValue($0.bytes)]
    }
    return .document(
      kind: "intake",
      ["source": SourcesView.summary(outcome.source), "new": .bool(outcome.isNew), "attachments": attachments])
  }
}

extension Source {
  /// Everybody who says something, in order of appearance.
  var speakers: [String] {
    var seen: Set<String> = []
    return statements.map(\.speaker).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

/// The sources of the plan.
package enum SourcesView {
  package static func text(_ sources: [Source]) -> TerminalText {
    var text = TerminalText()
    if sources.isEmpty { text.line("Nothing was taken in yet. Begin with: git handoff intake <file>") }
    for source in sources {
      let day = source.received.map { String($0.prefix(10)) } ?? "          "
      text.line(
        "\(source.id, .id)  \(day)  \(source.title)  \("(\(source.format.rawValue), \(Phrase.count(source.statements.count, "statement")))", .faint)"
      )
    }
    return text
  }

  package static func json(_ sources: [Source]) -> JSONValue {
    .document(kind: "sources", ["sources": JSONValue(sources, summary)])
  }

  static func summary(_ source: Source) -> JSONValue {
    [
      "id": .string(source.id.description), "kind": .string(source.format.rawValue), "title": .string(source.title),
      "statements": .int(source.statements.count), "path": .string(source.folder),
      "received": JSONValue(source.received), "reach": .int(source.reach),
    ]
  }
}
