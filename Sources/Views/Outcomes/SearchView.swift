import PlanModel
package import Workflow

/// What a search found.
package enum SearchView {
  private static let longestTitle = 100

  package static func text(_ outcome: SearchOutcome) -> TerminalText {
    var text = TerminalText()
    for hit in outcome.hits {
      let entry = hit.entry
      let title = entry.title.count > longestTitle ? entry.title.prefix(longestTitle) + "…" : entry.title[...]
      text.line("\(place(entry), .id)  \(entry.kind, .faint)  \(String(title))")
    }
    let more = outcome.count - outcome.hits.count
    if outcome.hits.isEmpty {
      text.line("Nothing holds \(outcome.words.count == 1 ? "that word" : "all of these words").")
    } else if more > 0 {
      text.line("and \(more) more: --limit \(outcome.count)")
    }
    return text
  }

  /// As other commands take it: `st-…/AC2`, `st-…#Q1`, `so-…#L3`.
  private static func place(_ entry: SearchEntry) -> String {
    if entry.place.isEmpty { return entry.item.description }
    return "\(entry.item)\(entry.kind == "criterion" ? "/" : "#")\(entry.place)"
  }

  /// Reference, kind, title and text.
  package static func records(_ outcome: SearchOutcome) -> String {
    Records.text(outcome.hits.map { [place($0.entry), $0.entry.kind, $0.entry.title, $0.entry.text] })
  }

  package static func json(_ outcome: SearchOutcome) -> JSONValue {
    .document(
      kind: "search",
      [
        "count": .int(outcome.count),
        "hits": JSONValue(outcome.hits) { hit -> JSONValue in
          [
            "ref": .string(place(hit.entry)), "id": .string(hit.entry.item.description),
            "kind": .string(hit.entry.kind),
            "title": .string(hit.entry.title), "text": .string(hit.entry.text),
            "in": .string(hit.entry.context), "score": .int(hit.score),
          ]
        },
        "findings": JSONValue(outcome.unread, CheckView.json),
      ])
  }
}
