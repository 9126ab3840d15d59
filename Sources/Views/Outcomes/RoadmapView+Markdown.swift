import PlanModel
package import Workflow

extension RoadmapView {
  /// What could not be read, for where the page has no place for it.
  package static func unreadable(_ outcome: RoadmapOutcome) -> TerminalText { CheckView.lines(outcome.unreadable) }

  /// A page for people who do not read terminals.
  package static func markdown(_ outcome: RoadmapOutcome) -> String {
    var parts = ["# Roadmap", MarkdownEscape.line(summary(outcome))]
    if let news = outcome.news { parts.append(section(news)) }
    parts += outcome.shown.map { section($0, outcome.moment) }
    let hidden = outcome.ranking.ranked.count - outcome.shown.count
    if hidden > 0 { parts.append("… and \(Phrase.count(hidden, "more intent")) behind them") }
    let unasked = outcome.ranking.unasked.map { candidate in
      "- \(name(candidate.intent.id, candidate.intent.title))\(cited(candidate))"
    }
    if !unasked.isEmpty {
      parts += ["## Nobody asked for these yet, as far as the plan shows", unasked.joined(separator: "\n")]
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func section(_ ranked: RankedIntent, _ moment: Timestamp) -> String {
    let intent = ranked.candidate.intent
    let citations = ranked.candidate.demand.citations.map { "`\($0)`" }
    let lines = rationale(ranked, moment).map { "- \(MarkdownEscape.line($0))" } + ["- \(Phrase.list(citations))"]
    return
      "## \(ranked.rank). \(MarkdownEscape.line(intent.title))\n\n`\(intent.id)`\n\n\(lines.joined(separator: "\n"))"
  }

  private static func section(_ news: RoadmapNews) -> String {
    let changes = news.changes.map { "- \(name($0.id, $0.title)): \(RoadmapWording.words($0))" }
    let gone = news.gone.map { "- \(name($0.id, $0.title)): no longer ranked, \(RoadmapWording.words($0))" }
    let lines = changes + gone
    return "## New since \(MarkdownEscape.line(RoadmapWording.words(news.start)))\n\n"
      + (lines.isEmpty ? "Nothing." : lines.joined(separator: "\n"))
  }

  private static func name(_ id: ID<Intent>, _ title: String) -> String { "`\(id)` \(MarkdownEscape.line(title))" }
}
