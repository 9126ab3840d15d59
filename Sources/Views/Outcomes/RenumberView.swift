import Git
import PlanModel
package import Workflow

/// Ids that two had, and one has now.
package enum RenumberView {
  private static let most = 8

  package static func text(_ outcome: RenumberOutcome) -> TerminalText {
    var text = TerminalText()
    for change in outcome.renumbered { text.append(one(change)) }
    for (id, paths) in outcome.sources {
      text.line("\(id, .id) is the id of \(Phrase.list(paths)), and stays")
      text.line(
        "  \("hint:", .caution) nobody can tell which of them is cited: remove one, or take it in anew with git handoff intake"
      )
    }
    let count = Phrase.count(outcome.renumbered.count, "id")
    if outcome.renumbered.isEmpty {
      text.line(outcome.sources.isEmpty ? "Every id is that of one thing." : "No other id is shared.")
    } else if outcome.isWritten {
      text.line("Gave \(count) anew. See whether it holds: git handoff check")
    } else {
      text.line("\(count) to be given anew; nothing was written: git handoff renumber")
    }
    return text
  }

  private static func one(_ change: Renumbered) -> TerminalText {
    var text = TerminalText()
    text.line("\(change.before, .id) → \(change.after, .id)  \(Phrase.quoted(change.title))")
    text.line("  \(place(change.place), .strong, file: change.place.path)")
    if let path = change.newPath { text.line("  becomes \(path)") }
    text.line("  \(change.before) stays with \(place(change.keeper))")
    if !change.followed.isEmpty { text.line("  follows: \(places(change.followed))") }
    if !change.unclear.isEmpty {
      text.line("  \("still says", .caution) \(change.before): \(places(change.unclear))")
      text.line("  \("hint:", .caution) look whether \(change.after) is meant there, and change it by hand")
    }
    if !change.commits.isEmpty {
      let commits = change.commits.prefix(most).map { String($0.hex.prefix(8)) }
      text.line(
        "  \("still name", .caution) \(change.before): \(Phrase.count(change.commits.count, "commit")), \(Phrase.list(commits, limit: most))"
      )
      if ItemID(change.after) != nil {
        text.line("  \("hint:", .caution) of those that were for the other: git handoff link <commit> \(change.after)")
      }
    }
    if change.signOffs > 0 {
      text.line("  \(Phrase.count(change.signOffs, "sign-off")) of \(change.before) stay with it")
    }
    return text
  }

  private static func place(_ place: PlanPlace) -> String { "\(place.path):\(place.line)" }

  private static func places(_ places: Set<PlanPlace>) -> String {
    Phrase.list(places.sorted().map(place), limit: most)
  }

  package static func json(_ outcome: RenumberOutcome) -> JSONValue {
    .document(
      kind: "renumber",
      [
        "written": .bool(outcome.isWritten), "renumbered": JSONValue(outcome.renumbered, json),
        "sources": JSONValue(outcome.sources) { source in
          ["id": .string(source.id.description), "paths": JSONValue(source.paths) { .string($0) }]
        },
      ])
  }

  private static func json(_ change: Renumbered) -> JSONValue {
    [
      "before": .string(change.before), "after": .string(change.after), "title": .string(change.title),
      "path": .string(change.place.path), "line": .int(change.place.line), "new_path": JSONValue(change.newPath),
      "keeper": .string(place(change.keeper)), "followed": JSONValue(change.followed.sorted()) { .string(place($0)) },
      "unclear": JSONValue(change.unclear.sorted()) { .string(place($0)) },
      "commits": JSONValue(change.commits) { .string($0.hex) }, "sign_offs": .int(change.signOffs),
    ]
  }
}
