import Drafting
import Grounding
import PlanModel
package import Workflow

/// What a plan could be made of, or was.
package enum PlanView {
  /// The unassigned statements that are shown.
  private static let shownUnassigned = 20

  package static func text(_ outcome: PlanOutcome, sources: [String]) -> TerminalText {
    var text = TerminalText()
    let draft = outcome.draft
    for ((intent, ids), heard) in zip(zip(draft.intents, outcome.ids), outcome.heard) {
      text.append(lines(intent, ids.intent, heard))
      for (story, id) in zip(intent.stories, ids.stories) {
        text.append(lines(story, id, code: outcome.code[id.any] ?? []), indent: 2)
      }
      text.line()
    }
    addUnassigned(draft.unassigned, to: &text)
    addLimits(draft, to: &text)
    addSummary(outcome, sources, to: &text)
    return text
  }

  private static func lines(
    _ intent: DraftedIntent, _ id: ID<Intent>, _ heard: PlanOutcome.Heard
  ) -> TerminalText {
    var text = TerminalText()
    let people =
      heard.isNamed
      ? RoadmapWording.people(heard.people, sources: heard.sources)
      : "nobody named, \(Phrase.count(heard.sources, "source"))"
    if let known = intent.known {
      let count = Phrase.count(intent.statements.count, "statement")
      let verb = intent.statements.count == 1 ? "looks" : "look"
      text.line(
        "\(count) \(verb) like \(id, .id) (\(figure(known.similarity))), \(heard.isNamed ? "of " : "")\(people)")
      for said in intent.statements.sorted(by: { $0.citation < $1.citation }) { text.append(line(said), indent: 2) }
      return text
    }
    text.line("\(id, .id)  \(intent.title, .strong)")
    text.line("  \(people)")
    for (heading, statements) in [
      ("Problem", intent.problem), ("Outcome", intent.outcome), ("Goals", intent.goals),
      ("Constraints", intent.constraints), ("Out of scope", intent.outOfScope), ("Open questions", intent.questions),
      ("Decisions to record", intent.decisions), ("Actions", intent.actions), ("Rationale", intent.rationale),
    ] where !statements.isEmpty {
      text.line("  \(heading, .faint)")
      for said in statements { text.append(line(said), indent: 4) }
    }
    for part in intent.missing { text.line("  \("?", .caution) \(part.question)") }
    return text
  }

  private static func lines(_ story: DraftedStory, _ id: ID<Story>, code: [GroundedFile]) -> TerminalText {
    var text = TerminalText()
    text.line("\(id, .id)  \(story.title, .strong)")
    if let narrative = story.narrative { text.append(line(narrative), indent: 2) }
    for said in story.quotations { text.append(line(said), indent: 2) }
    for (index, criterion) in story.criteria.enumerated() {
      text.line(
        "  AC\(index + 1): \(criterion.title)  \(Phrase.list(criterion.statements.map(\.citation.description)), .faint)"
      )
    }
    for part in story.missing { text.line("  \("?", .caution) \(part.question)") }
    if !code.isEmpty {
      text.line("  \("seems to be about", .faint) \(Phrase.list(code.map(\.path)))")
    }
    return text
  }

  private static func mark(_ said: Said) -> String { said.isInternal ? SourceView.internalMark : "" }

  private static func line(_ said: Said) -> TerminalText {
    var text = TerminalText()
    text.line("\(said.citation, .id)  \(said.text)\(mark(said), .faint)")
    return text
  }

  private static func addUnassigned(_ unassigned: [Said], to text: inout TerminalText) {
    guard !unassigned.isEmpty else { return }
    text.line("\(Phrase.count(unassigned.count, "statement")) found no place:")
    for said in unassigned.prefix(shownUnassigned) {
      let label = said.label?.rawValue ?? "unsure"
      text.line("  \(said.citation, .id)  \(label, .faint)  \(said.text)\(mark(said), .faint)")
    }
    if unassigned.count > shownUnassigned { text.line("  and \(unassigned.count - shownUnassigned) more") }
    text.line("  What nobody needs to carry: git handoff set-aside \(unassigned[0].citation) --why \"…\"")
    text.line()
  }

  /// What was done otherwise because there is very much.
  private static func addLimits(_ draft: PlanDraft, to text: inout TerminalText) {
    if let sampling = draft.sampling {
      text.line("\("note:", .caution) \(TopicsView.words(sampling, of: "voice"))")
    }
    if draft.leftOver > 0 {
      let left = Phrase.count(draft.leftOver, "statement")
      text.line("\("note:", .caution) \(left) found no place because the file of the intent would grow too long")
    }
    if draft.sampling != nil || draft.leftOver > 0 { text.line() }
  }

  private static func addSummary(_ outcome: PlanOutcome, _ sources: [String], to text: inout TerminalText) {
    let draft = outcome.draft
    guard !draft.intents.isEmpty else {
      if outcome.carriedBefore > 0 {
        return text.line("There is nothing to draft: the plan carries what is said there.")
      }
      text.line("Nothing is drafted: no statement says clearly enough that somebody wants something or has a problem.")
      return text.line(
        "Read them, and begin by hand:  git handoff new-intent \"<title>\" --cite \(sources.first ?? "so-…")#L<n>")
    }
    let new = draft.intents.count { $0.known == nil }
    let stories = draft.intents.map(\.stories.count).reduce(0, +)
    let known = draft.intents.count - new
    var parts = new > 0 || stories > 0 ? [Phrase.count(new, "intent"), Phrase.count(stories, "story", "stories")] : []
    if known > 0 { parts.append("words for \(Phrase.count(known, "intent")) that \(known == 1 ? "is" : "are") there") }
    let made = Phrase.list(parts)
    let carried = Phrase.count(outcome.carried, "statement")
    if outcome.isApplied {
      text.line("Wrote \(made), which carry \(carried).")
      for path in outcome.files { text.line("  \(path)") }
      let grounded = outcome.ids.flatMap(\.stories).first { outcome.code[$0.any]?.isEmpty == false }
      if let said = draft.intents.lazy.filter({ $0.known == nil }).flatMap(\.decisions).first {
        text.line("To record a decision: git handoff decide \"<title>\" --from \(said.citation)")
      }
      if let grounded { text.line("To keep the code of a story with it: git handoff ground \(grounded) --accept 1") }
      text.line("Next: read them, answer their questions, and see whether they hold: git handoff check")
    } else {
      text.line("A draft of \(made), which would carry \(carried). Nothing was written.")
      text.line("To write it: git handoff plan --apply \(sources.joined(separator: " "))")
    }
  }

  static func figure(_ value: Float) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}
