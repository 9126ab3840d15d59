package import PlanModel
package import Workflow

/// The intents in the order of what speaks for them.
package enum RoadmapView {
  private static let width = 78

  package static func text(_ outcome: RoadmapOutcome) -> TerminalText {
    var text = TerminalText()
    if let news = outcome.news { text.append(lines(news)) }
    let margin = String(outcome.ranking.ranked.count).utf8.count
    for ranked in outcome.shown {
      text.append(lines(ranked, outcome.moment, margin: margin))
      text.line()
    }
    let hidden = outcome.ranking.ranked.count - outcome.shown.count
    if hidden > 0 {
      text.line("and \(Phrase.count(hidden, "more intent")) behind them")
      text.line()
    }
    addUnasked(outcome.ranking.unasked, to: &text)
    text.append(CheckView.lines(outcome.unreadable))
    text.line("\(summary(outcome))")
    return text
  }

  private static func lines(_ ranked: RankedIntent, _ moment: Timestamp, margin: Int) -> TerminalText {
    var text = TerminalText()
    let candidate = ranked.candidate
    let blanks = String(repeating: " ", count: margin - String(ranked.rank).utf8.count)
    let score = StyledLine("(\(RoadmapWording.figure(ranked.score)))", .faint)
    text.line("\(blanks)\(ranked.rank)  \(candidate.intent.id, .id)  \(candidate.intent.title, .strong)  \(score)")
    var below = TerminalText()
    for words in rationale(ranked, moment) { addWrapped(words, .plain, margin, to: &below) }
    addWrapped(Phrase.list(candidate.demand.citations.map(\.description)), .faint, margin, to: &below)
    text.append(below, indent: margin + 2)
    return text
  }

  private static func addWrapped(
    _ words: String, _ style: TerminalText.Style, _ margin: Int, to text: inout TerminalText
  ) {
    for line in wrapped(words, width: width - margin - 2) { text.line("\(line, style)") }
  }

  /// What can be said of a rank, a sentence each.
  package static func rationale(_ ranked: RankedIntent, _ moment: Timestamp) -> [String] {
    let candidate = ranked.candidate
    var figures = [RoadmapWording.formula(ranked), RoadmapWording.effort(candidate.effort)]
    if candidate.waiting > 0 {
      figures.append(
        "\(Phrase.count(candidate.waiting, "story", "stories")) of others wait\(candidate.waiting == 1 ? "s" : "")")
    }
    if let unknown = RoadmapWording.unknownPriority(candidate) { figures.append(unknown) }
    return [RoadmapWording.heard(candidate.demand, at: moment), figures.joined(separator: "; ")]
  }

  private static func addUnasked(_ candidates: [Candidate], to text: inout TerminalText) {
    guard !candidates.isEmpty else { return }
    text.line("Nobody asked for these yet, as far as the plan shows:")
    for candidate in candidates {
      text.line("  \(candidate.intent.id, .id)  \(candidate.intent.title)\(cited(candidate))")
    }
    text.line()
  }

  static func cited(_ candidate: Candidate) -> String {
    let count = candidate.demand.colleagues
    return count == 0 ? "" : " (\(Phrase.count(count, "colleague")) not counted)"
  }

  private static func lines(_ news: RoadmapNews) -> TerminalText {
    var text = TerminalText()
    let start = RoadmapWording.words(news.start)
    guard !news.changes.isEmpty || !news.gone.isEmpty else {
      text.line("Nothing is new since \(start).")
      text.line()
      return text
    }
    text.line("New since \(start):")
    for change in news.changes { text.line("  \(change.id, .id)  \(change.title): \(RoadmapWording.words(change))") }
    for change in news.gone {
      text.line("  \(change.id, .id)  \(change.title): no longer ranked, \(RoadmapWording.words(change))")
    }
    text.line()
    return text
  }

  package static func summary(_ outcome: RoadmapOutcome) -> String {
    let all = outcome.ranking.ranked.count + outcome.ranking.unasked.count
    guard all + outcome.over > 0 else {
      return "There are no intents yet. Draft some: git handoff plan <source>, or: git handoff new-intent \"<title>\""
    }
    let formula = outcome.settings.formula.rawValue
    let over =
      outcome.over == 0 ? "" : "; \(outcome.over) that \(outcome.over == 1 ? "is" : "are") over left out (--all)"
    return "\(Phrase.count(all, "intent")) by \(formula) on \(outcome.moment.date)\(over)."
  }
}
